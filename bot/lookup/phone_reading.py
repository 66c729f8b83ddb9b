"""One number as it is written: whose digits these are, and whether anybody may have it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from bot.method.core.cards import Phone

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u20e3\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
"""Marks of direction, joiners, variation selectors, the frame of a keycap."""
_NO_DIGIT = re.compile(r"\D+")
_LEAST_WITH_CODE = 11
_UPWARDS = "01234567890" * 2
_DOWNWARDS = _UPWARDS[::-1]
_LEAST_FILLER = 5


def without_invisible(text: str) -> tuple[str, Sequence[int]]:
    """The text without what nobody sees, and where each of its characters stood."""
    if not _INVISIBLE.search(text):
        return text, range(len(text))
    places = [place for place, char in enumerate(text) if not _INVISIBLE.match(char)]
    return "".join(text[place] for place in places), places


def read(plain: str, country: str | None, extension: str | None = None) -> Phone | None:
    """The valid number that these digits are; None where they are nobody's number.

    `country` is where a number without a country code belongs; None: it has one.
    """
    from phonenumbers import (
        PhoneNumberFormat,
        format_number,
        is_valid_number,
        national_significant_number,
    )

    for spelling in _spellings(plain, country):
        number = _parsed(spelling, country)
        if number is None or not is_valid_number(number):
            continue
        e164 = format_number(number, PhoneNumberFormat.E164)
        # What has no plus is a country's code only where every digit is then used as it stands.
        if spelling is plain or spelling[0] != "+" or e164 == spelling:
            if _in_a_row(_digits(plain)) or _in_a_row(national_significant_number(number)):
                return None
            return Phone(e164, extension or number.extension or None)
    return None


def is_filler(plain: str, country: str) -> bool:
    """Whether it is one digit repeated or digits in their order, with a code before it or not."""
    digits = _digits(plain)
    return any(map(_in_a_row, {digits, *_behind_code(plain, digits, country)}))


def begins(plain: str, country: str) -> bool:
    """Whether it begins as whole numbers do in the country: a plus, its code, its way out."""
    if plain.startswith("+"):
        return True
    return _digits(plain).startswith(tuple(code for code in _codes(country) if code))


def may_lack_plus(plain: str) -> bool:
    """Whether there are digits enough for a number that has lost the plus before its country."""
    return len(_digits(plain)) >= _LEAST_WITH_CODE


def _spellings(plain: str, country: str | None) -> Iterator[str]:
    """What may have been meant, the likeliest first."""
    bare = plain.lstrip(" +")
    if country is None:
        yield plain
        return
    if not plain.lstrip().startswith("+"):
        yield plain
        if may_lack_plus(plain):
            yield f"+{_digits(plain)}"
        return
    # "+8 495 ..." is no number of Vietnam (84): nobody parts a country's code.
    inland_first = _is_way_out(bare, country)
    yield from (bare, plain) if inland_first else (plain, bare)


def _is_way_out(bare: str, country: str) -> bool:
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    first = re.match(r"\d+", bare)
    _, trunk = _codes(country)
    return bool(first and trunk == first[0] and int(trunk) not in COUNTRY_CODE_TO_REGION_CODE)


def _parsed(text: str, country: str | None) -> "PhoneNumber | None":
    from phonenumbers import NumberParseException, parse

    try:
        return parse(text, country)
    except NumberParseException:
        return None


def _behind_code(plain: str, digits: str, country: str) -> Iterator[str]:
    from phonenumbers import national_significant_number

    for spelling in (plain, f"+{digits}"):
        number = _parsed(spelling, country)
        if number is not None:
            yield national_significant_number(number)
    for code in _codes(country):
        if code and digits.startswith(code):
            yield digits.removeprefix(code)


def _in_a_row(digits: str) -> bool:
    if len(digits) < _LEAST_FILLER:
        return False
    return len(set(digits)) == 1 or digits in _UPWARDS or digits in _DOWNWARDS


def _digits(text: str) -> str:
    digits = _NO_DIGIT.sub("", text)
    return digits if digits.isascii() else "".join(str(int(char)) for char in digits)


@cache
def _codes(country: str) -> tuple[str, str]:
    """The country's code, and what is dialled before a number inside it."""
    from phonenumbers import PhoneMetadata, country_code_for_region

    known = PhoneMetadata.metadata_for_region(country)
    code = country_code_for_region(country)
    return str(code) if code else "", known.national_prefix or "" if known else ""
