"""Reading a span of dates as people type it: "1-14 December", "28.12 - 08.01.2027"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.method.core.refusals import Invalid
from bot.method.tasks.phrases.pieces import SignLine
from bot.method.tasks.phrases.words import Sign, Vocabulary, signs_of

_SEPARATORS = frozenset("./")


@dataclass(frozen=True)
class _Said:
    """One of the two dates, as far as it was said."""

    day: int
    month: int | None = None
    year: int | None = None


def read_span(text: str, vocabulary: Vocabulary, today: date) -> tuple[date, date]:
    """The first and the last day; one date alone is both.

    A month or year that is said once is meant for both. Where no year is said, it is the first
    span that has not ended by `today`. Raises Invalid("span-unread") where it is no span, and
    Invalid("span-impossible") where there is no such date.
    """
    said = _said(signs_of(text, vocabulary))
    if not 1 <= len(said) <= 2:
        raise Invalid("span-unread")
    first, last = said[0], said[-1]
    start_month, end_month = first.month or last.month, last.month or first.month
    if start_month is None or end_month is None:
        raise Invalid("span-unread")
    over = end_month < start_month
    year = first.year or (last.year - over if last.year else None)
    for candidate in (year,) if year else (today.year, today.year + 1):
        start = _date(candidate, start_month, first.day, text)
        end = _date(last.year or candidate + over, end_month, last.day, text)
        if year or max(start, end) >= today:
            return start, end
    raise Invalid("span-unread")


def _said(signs: Sequence[Sign]) -> list[_Said]:
    line, place, found = SignLine(signs), 0, []
    while place < len(line):
        size, said = _one(line, place)
        if said is not None:
            found.append(said)
        place += size
    return found


def _one(line: SignLine, place: int) -> tuple[int, _Said | None]:
    """The date that begins here and how many signs it takes; what is no number is skipped."""
    day = line.at(place).number
    if day is None:
        return 1, None
    month = line.at(place + 2).number if line.at(place + 1).text in _SEPARATORS else None
    if month is not None:
        year = line.at(place + 4).number if line.at(place + 3).text in _SEPARATORS else None
        return (3, _Said(day, month)) if year is None else (5, _Said(day, month, _full(year)))
    after, before = line.at(place + 1).get("month"), line.at(place - 1).get("month")
    if after is not None:
        year = line.at(place + 2).number
        long = year is not None and year > 99
        return (3, _Said(day, int(after), year)) if long else (2, _Said(day, int(after)))
    return 1, _Said(day, int(before) if before is not None else None)


def _full(year: int) -> int:
    return year if year > 99 else 2000 + year


def _date(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise Invalid("span-impossible", text=text.strip()[:40]) from error
