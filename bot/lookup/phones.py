"""Phones as people write them, as the `phonenumbers` package reads them."""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bot.method.core.cards import Phone

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_LONGEST_TEXT = 4096
_LONGEST_PHONE = 64
_WORDS = Path(__file__).parent.parent / "locales" / "phones.json"
_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+")
_IN_NAME = re.compile(r"(?<=[^\W\d_])[\s-]\d{1,3}(?=\s+[+(]?\d)")
"""A short number behind a word and before another number."""
_LETTER = re.compile(r"[^\W\d_]")


def phones_in(text: str, country: str) -> list[Phone]:
    """The phones of a text in E.164, in their order, each once.

    `country` (two letters) is where a number without a country code belongs. The digits of an
    e-mail address, of a price or of a date are none.
    """
    return list(dict.fromkeys(phone for phone, _ in _found(_words(text), country)))


def without_phones(text: str, country: str) -> str:
    """The text with a blank for each letter of a phone: a number in a name stays there."""
    left = text
    for _, (start, end) in _found(_words(text), country):
        left = _blank(left, start, end)
    return left


def phone_of(text: str, country: str) -> Phone | None:
    """The one phone that the whole text is; None where it is something else.

    Letters are no digits here, though telephones have them on their keys.
    """
    from phonenumbers import NumberParseException, is_possible_number, parse

    plain, extension = _without_extension(text.strip().lstrip("'"))
    if len(plain) > _LONGEST_PHONE or sum(char.isdigit() for char in plain) < 5:
        return None
    if _LETTER.search(plain):
        return None
    try:
        number = parse(plain, country)
    except NumberParseException:
        return None
    if not is_possible_number(number):
        return None
    phone = _phone(number)
    return Phone(phone.number, extension or phone.extension)


def sort_phones(raw: Iterable[str], country: str) -> tuple[tuple[Phone, ...], tuple[str, ...]]:
    """The phones among raw cells, each number once, and the cells that are none, as they were."""
    phones: dict[str, Phone] = {}
    others: list[str] = []
    for text in raw:
        phone = phone_of(text, country)
        if phone is None:
            others.append(text)
        elif phone.number not in phones or phone.extension:
            phones[phone.number] = phone
    return tuple(phones.values()), tuple(others)


def _without_extension(text: str) -> tuple[str, str | None]:
    found = _extension().search(text)
    return (text[: found.start()], found["digits"]) if found else (text, None)


@cache
def _extension() -> re.Pattern[str]:
    known = _either("extension")
    return re.compile(rf"[\s,;(]*(?:(?:{known})[.:=\s]*|#\s*)(?P<digits>\d{{1,7}})\s*\)?$", re.I)


@cache
def _price() -> re.Pattern[str]:
    """What follows a number that is a price."""
    return re.compile(rf"(?:[.,]\d\d)?\s*(?:(?:{_either('currency')})(?!\w)|[$\u20bd\u20ac])", re.I)


def _either(name: str) -> str:
    words: dict[str, list[str]] = json.loads(_WORDS.read_text(encoding="utf-8"))
    return "|".join(sorted(map(re.escape, words[name]), key=len, reverse=True))


def _words(text: str) -> str:
    """What is looked at: as long as the text may be, blanks where an address stands."""
    return _ADDRESS.sub(lambda found: " " * len(found[0]), text[:_LONGEST_TEXT])


def _found(text: str, country: str) -> Iterator[tuple[Phone, tuple[int, int]]]:
    found = dict(_matches(text, country))
    rest = text
    for start, end in found:
        rest = _blank(rest, start, end)
    # "Alpha-2 8 916 ..." is one row of digits to the library, and no phone: without the 2 it is.
    rest = _IN_NAME.sub(lambda number: " " * len(number[0]), rest)
    found |= dict(_matches(rest, country))
    for span in sorted(found):
        yield found[span], span


def _matches(text: str, country: str) -> Iterator[tuple[tuple[int, int], Phone]]:
    # Imported late: the metadata of all countries takes a moment to load.
    from phonenumbers import Leniency, PhoneNumberMatcher

    for match in PhoneNumberMatcher(text, country, leniency=Leniency.VALID):
        if not _price().match(text, match.end):
            yield (match.start, match.end), _phone(match.number)


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _phone(number: "PhoneNumber") -> Phone:
    from phonenumbers import PhoneNumberFormat, format_number

    e164 = format_number(number, PhoneNumberFormat.E164)
    return Phone(e164, number.extension or None)
