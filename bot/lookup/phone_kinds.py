"""Whose a phone can be, by its kind."""


def is_personal(number: str) -> bool:
    """Whether a number (E.164) is of a kind that one person carries: offices share the others."""
    # Imported late: the metadata of all countries takes a moment to load.
    from phonenumbers import NumberParseException, PhoneNumberType, number_type, parse

    try:
        kind = number_type(parse(number))
    except NumberParseException:
        return False
    return kind in (
        PhoneNumberType.MOBILE,
        PhoneNumberType.FIXED_LINE_OR_MOBILE,
        PhoneNumberType.PERSONAL_NUMBER,
    )
