"""Phones as people write them, as the `phonenumbers` package reads them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.method.cards import Phone

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_LONGEST_TEXT = 4096


def phones_in(text: str, country: str) -> list[Phone]:
    """The phones of a text in E.164, in their order, each once.

    `country` (two letters) is where a number without a country code belongs.
    """
    return list(dict.fromkeys(_found(text[:_LONGEST_TEXT], country)))


def phone_of(text: str, country: str) -> Phone | None:
    """The one phone that the whole text is; None where it is something else."""
    from phonenumbers import NumberParseException, is_possible_number, parse

    plain = text.strip().lstrip("'")
    if not plain or len(plain) > 64 or sum(char.isdigit() for char in plain) < 5:
        return None
    try:
        number = parse(plain, country)
    except NumberParseException:
        return None
    return _phone(number) if is_possible_number(number) else None


def _found(text: str, country: str) -> Iterator[Phone]:
    # Imported late: the metadata of all countries takes a moment to load.
    from phonenumbers import Leniency, PhoneNumberMatcher

    for match in PhoneNumberMatcher(text, country, leniency=Leniency.POSSIBLE):
        if sum(char.isdigit() for char in match.raw_string) >= 7:
            yield _phone(match.number)


def _phone(number: "PhoneNumber") -> Phone:
    from phonenumbers import PhoneNumberFormat, format_number

    e164 = format_number(number, PhoneNumberFormat.E164)
    return Phone(e164, number.extension or None)
