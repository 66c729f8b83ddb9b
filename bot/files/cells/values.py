"""Single cells: dates, sums, tasks, yes and no, and the damage that spreadsheets do.

All words are data, in `bot/locales/values.json`.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from pathlib import Path

_WORDS = Path(__file__).parents[2] / "locales" / "values.json"
_DATE = re.compile(
    r"\b(?:(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
    r"|(?P<first>\d{1,2})(?P<mark>[./])(?P<second>\d{1,2})(?P=mark)(?P<late>\d{4}|\d\d))(?!\d)"
    r"(?:[\sT,]{1,3}(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<seconds>\d\d))?"
    r"(?:\s*(?P<half>[ap])m\b)?)?",
    re.I,
)
_SERIAL = re.compile(r"([45]\d{4})(?:[.,](\d+))?")
"""2009 to 2064: another number of a cell that should hold a day is no day."""
_SERIAL_BEGINS = date(1899, 12, 30)
_DAY_OF_MINUTES = 24 * 60
_HOUR = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?")
_FORMULA = re.compile(r'=\s*"(.*)"', re.S)
_ESCAPED = re.compile(r"'[=+\-@\t\r]")
_WHOLE = re.compile(r"(\+?\d{5,})[.,]0+")
_ROUNDED = re.compile(r"(?<!\w)\d(?:[.,]\d+)?[eE]\+?\d{1,2}(?!\w)")
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)*")
_BLANKS = re.compile(r"[\s'\u00a0\u202f\u2009]")
_EXTRA = re.compile(r"\W{0,3}[^\d\W]+\W{0,3}\d{1,6}\W?")
_SEPARATED = re.compile(r"\s*(?::::|[,;/\n\r])\s*(?![^()]*\))")
_LONG = re.compile(r"\+?\d[\d()-]{8,}\d")
_EDGES = " \t\r\n,;:|()-\u2013\u2014"
_LARGEST = Decimal(10) ** 12
_MINOR = 2


class Meaning(StrEnum):
    """What a word of a cell says; the words of each are in the data."""

    YES = "yes"
    NO = "no"
    NOT_CLOSED = "not_closed"
    NONE = "none"
    WON = "won"
    LOST = "lost"
    SUPPLIER = "supplier"
    CUSTOMER = "customer"
    COMPANY = "company"
    PERSON = "person"


class NoDateError(ValueError):
    """It looks like a date, and there is no such day or hour."""


@dataclass(frozen=True)
class Dated:
    """A moment in a text, local and without a zone; `rest` is the text around it."""

    day: date
    at: time | None
    rest: str


def plain(cell: str) -> str:
    """The cell without blanks around it, without a formula that only keeps a text a text, and
    without the apostrophe that keeps a text from being a formula."""
    text = cell.replace("\x00", "").strip(" \t\r\n\u00a0\ufeff")
    formula = _FORMULA.fullmatch(text) if text[:1] == "=" else None
    if formula:
        text = formula[1].replace('""', '"').strip()
    return text[1:] if text[:1] == "'" and _ESCAPED.match(text) else text


def dated(text: str) -> Dated | None:
    """The first date of a text, with its time where there is one; None without a date.

    `24.12.2025 23:20:01`, `2025-12-24`, `12/24/2025 11:20 pm`. NoDateError for 31.02.2019.
    """
    found = _DATE.search(text)
    if found is None:
        return None
    try:
        day, at = _day(found), _time(found)
    except ValueError:
        raise NoDateError(found[0]) from None
    before, after = text[: found.start()].strip(_EDGES), text[found.end() :].strip(_EDGES)
    return Dated(day, at, " ".join(part for part in (before, after) if part))


def day_of_cell(text: str) -> Dated | None:
    """As `dated`, and the bare number that a spreadsheet keeps a day as: `46357`, `46357.5`."""
    number = _SERIAL.fullmatch(text)
    if number is None:
        return dated(text)
    minutes = round(float(f"{number[1]}.{number[2] or 0}") * _DAY_OF_MINUTES)
    days, minutes = divmod(minutes, _DAY_OF_MINUTES)
    at = time(*divmod(minutes, 60)) if minutes else None
    return Dated(_SERIAL_BEGINS + timedelta(days=days), at, "")


def moment(text: str) -> datetime | None:
    """The moment that the text is, local and without a zone. NoDateError as of `dated`."""
    found = day_of_cell(text)
    return datetime.combine(found.day, found.at or time()) if found else None


def hour_of(text: str) -> time | None:
    """The hour that the whole text is: `10:30`; None for anything else."""
    found = _HOUR.fullmatch(text)
    return time(int(found[1]), int(found[2])) if found else None


def _day(found: re.Match[str]) -> date:
    if found["year"]:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    first, second, year = int(found["first"]), int(found["second"]), int(found["late"])
    if found["mark"] == "/" and second > 12:
        first, second = second, first
    return date(year if year > 99 else 2000 + year, second, first)


def _time(found: re.Match[str]) -> time | None:
    if found["hour"] is None:
        return None
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % 12 + 12 * (found["half"].lower() == "p")
    return time(hour, int(found["minute"]), int(found["seconds"] or 0))


def amount(text: str, currency: str | None = None) -> tuple[int | None, str | None]:
    """A sum as typed, in minor units, and its currency; `currency` is what else is known of it.

    `350 000`, `1 250 000,50`, `1,250,000.5`, `1500|RUB`, `$5,000`. Nothing is (None, currency) as
    zero is. ValueError for what is no sum.
    """
    words, named = currency_at_end(text.lower().replace("|", " "))
    if named is None:
        words, named = _currency_in_front(words)
    currency = named or currency
    digits = _BLANKS.sub("", words)
    if not digits:
        return None, currency
    if _NUMBER.fullmatch(digits) is None:
        raise ValueError(text)
    try:
        value = Decimal(_point(digits))
    except InvalidOperation:
        raise ValueError(text) from None
    if not 0 <= value < _LARGEST:
        raise ValueError(text)
    minor = value.scaleb(_decimals(currency)).to_integral_value()
    return int(minor) or None, currency


def _point(digits: str) -> str:
    """With a point before the decimals and nothing between the thousands."""
    marks = [char for char in digits if char in ".,"]
    if not marks:
        return digits
    whole, _, rest = digits.rpartition(marks[-1])
    grouped = marks.count(marks[-1]) > 1 or (len(rest) == 3 and whole not in ("0", "-0"))
    if grouped and len(set(marks)) == 1:
        return digits.replace(marks[-1], "")
    return f"{whole.replace(',', '').replace('.', '')}.{rest}"


def _decimals(currency: str | None) -> int:
    if currency is None:
        return _MINOR
    from babel.numbers import get_currency_precision

    return get_currency_precision(currency)


def currency_at_end(text: str) -> tuple[str, str | None]:
    """The lower-case text without the currency that it ends with, and that one's ISO code."""
    bare = text.rstrip(" ).\u00a0")
    for sign, code in _currencies():
        if bare.endswith(sign):
            rest = bare.removesuffix(sign)
            if not (sign[0].isalpha() and rest[-1:].isalpha()):
                return rest.rstrip(" ,(\u00a0"), code
    return text, None


def _currency_in_front(text: str) -> tuple[str, str | None]:
    for sign, code in _currencies():
        if not sign[0].isalpha() and text.startswith(sign):
            return text.removeprefix(sign), code
    return text, None


def currency_of(text: str) -> str | None:
    """The ISO code of a currency that is written as a sign, a word or a code."""
    from babel.numbers import is_currency

    known = currency_at_end(text.lower())[1]
    return known or (text.upper() if is_currency(text.upper()) else None)


@cache
def _currencies() -> tuple[tuple[str, str], ...]:
    known: dict[str, list[str]] = json.loads(_WORDS.read_text(encoding="utf-8"))["currencies"]
    signs = [(sign, code) for code, signs in known.items() for sign in (*signs, code.lower())]
    return tuple(sorted(signs, key=lambda known: -len(known[0])))


def split(text: str) -> Iterator[str]:
    """The values of a cell that may hold several, also behind one another where each is long
    enough for a phone; an extension stays with its number, a word with what it stands behind."""
    held = ""
    for part in _parts(text):
        if held and (_EXTRA.fullmatch(part) or _is_word_of(part, held)):
            held += f" {part}"
        elif part:
            if held:
                yield held
            held = part
    if held:
        yield held


def _parts(text: str) -> Iterator[str]:
    """The parts between the separators, of which those in brackets are none."""
    for part in _SEPARATED.split(text):
        numbers = part.split()
        if len(numbers) > 1 and all(map(_LONG.fullmatch, numbers)):
            yield from numbers
        else:
            yield part


def _is_word_of(part: str, held: str) -> bool:
    return not any(map(str.isdigit, part)) and any(map(str.isdigit, held)) and "@" not in part


def is_rounded(text: str) -> bool:
    """Whether a spreadsheet has made a `7.90324E+10` of a phone: its digits are gone."""
    return _ROUNDED.search(text) is not None


def phones_of(cell: str) -> list[str]:
    """The raw phones of a cell, without the decimals that a spreadsheet gave to a number."""
    bare = cell.strip(" '\u00a0")
    whole = _WHOLE.fullmatch(bare)
    parts = [whole[1]] if whole else [part.strip(" '\u00a0") for part in split(bare)]
    return [part for part in parts if part]


def means(text: str) -> Meaning | None:
    """What the whole text says, where it is one of the known words."""
    return _meanings().get(" ".join(text.lower().split()).strip(" .!"))


def is_organisation(name: str) -> bool:
    """Whether a name says by itself that it is a company's."""
    return _organisation().search(name) is not None


def is_formula_error(text: str) -> bool:
    """Whether it is what a spreadsheet shows where a formula has no result."""
    return text[:1] == "#" and text.upper() in _formula_errors()


@cache
def _formula_errors() -> frozenset[str]:
    return frozenset(json.loads(_WORDS.read_text(encoding="utf-8"))["formula_errors"])


@cache
def _organisation() -> re.Pattern[str]:
    words: list[str] = json.loads(_WORDS.read_text(encoding="utf-8"))["organisations"]
    known = "|".join(map(re.escape, words))
    return re.compile(rf"(?<!\w)(?:{known})(?!\w)", re.I)


@cache
def _meanings() -> Mapping[str, Meaning]:
    words: dict[str, list[str]] = json.loads(_WORDS.read_text(encoding="utf-8"))["words"]
    return {word: Meaning(name) for name, known in words.items() for word in known}
