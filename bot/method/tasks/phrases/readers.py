"""The readers: each finds one kind of piece at one place of the line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time

from bot.method.tasks.phrases import days
from bot.method.tasks.phrases.pieces import (
    DAY,
    Impossible,
    Part,
    Piece,
    SaidDay,
    SaidHour,
    SignLine,
    Today,
    Unit,
    Week,
    Weekday,
)
from bot.method.tasks.phrases.words import Sign

_MOST_AHEAD = 1000
"""Of whatever unit; more is taken for a slip of the finger."""

_PARTS = {"morning": time(10), "noon": time(12), "afternoon": time(15), "evening": time(17)}


@dataclass(frozen=True)
class Placed:
    """A piece with its place in the text, the prepositions before it included."""

    piece: Piece
    start: int
    end: int


@dataclass(frozen=True)
class _Place:
    line: SignLine
    index: int
    today: Today
    dated: bool
    """Whether a day was said before."""
    written: bool
    """Whether a date was, with its numbers: what follows is no second one."""

    def at(self, step: int) -> Sign:
        return self.line.at(self.index + step)

    def text(self, step: int, count: int = 1) -> str:
        return self.line.text(self.index + step, count)

    def tight(self, count: int) -> bool:
        return self.line.tight(self.index, count)


_Found = tuple[Piece, int] | None
"""A piece and how many signs it took."""


def pieces_of(signs: Sequence[Sign], today: Today) -> Iterator[Placed | Sign]:
    """The pieces of a line and, between them, the signs that belong to none."""
    line = SignLine(signs)
    index, dated, written = 0, False, False
    while index < len(line):
        place = _Place(line, index, today, dated, written)
        found = next(filter(None, (reader(place) for reader in _READERS)), None)
        if found is None:
            yield line.at(index)
            index += 1
            continue
        piece, taken = found
        dated = dated or isinstance(piece, SaidDay | Week | Weekday)
        numbers = any(char.isdigit() for char in line.text(index, taken))
        written = written or (isinstance(piece, SaidDay) and numbers)
        yield Placed(piece, line.at(index).start, line.at(index + taken - 1).end)
        index += taken


def _iso(place: _Place) -> _Found:
    """2026-11-25."""
    year, month, day = (place.at(step).number for step in (0, 2, 4))
    if len(place.text(0)) != 4 or place.text(1) != "-" or place.text(3) != "-":
        return None
    if year is None or month is None or day is None or not place.tight(5):
        return None
    return days.dated(place.today, day, month, year, place.text(0, 5)), 5


def _colon(place: _Place) -> _Found:
    """15:00, 9:30."""
    hours, minutes = place.at(0), place.at(2).number
    if place.text(1) != ":" or not place.tight(3) or len(place.text(2)) != 2:
        return None
    if hours.number is None or minutes is None:
        return None
    return _clock(hours.text, minutes, place.text(0, 3)), 3


def _dotted(place: _Place) -> _Found:
    """25.11, 25.11.2026, 11/25; after a day or a preposition also 10.30 as a time."""
    first, sign, second = place.at(0), place.text(1), place.at(2)
    if first.number is None or second.number is None or sign not in {".", "/"}:
        return None
    if not place.tight(3) or len(first.text) > 2 or len(second.text) > 2:
        return None
    if place.text(3) == sign and place.at(4).number is not None and place.tight(5):
        return _with_year(place, sign), 5
    text, is_month = place.text(0, 3), 1 <= second.number <= 12
    said = place.at(-1).has("at")
    clock = sign == "." and first.number < 24 and second.number < 60 and len(second.text) == 2
    if clock and (place.written or (said and (place.dated or not is_month))):
        return _clock(first.text, second.number, text), 3
    if clock and not is_month:
        return SaidHour((time(first.number, second.number),), sure=False), 3
    if sign == "." and not (is_month and first.number <= 12):
        return days.dated(place.today, first.number, second.number, None, text), 3
    found = days.either_way(place.today, first.number, second.number, None, text)
    if sign == "." and isinstance(found, SaidDay) and found.dates[0] < place.today.day:
        # With a dot the day comes first; it is no reason to guess when that day is past.
        found = SaidDay(found.dates[:1])
    return found, 3


def _with_year(place: _Place, sign: str) -> Piece:
    day, month, year = (place.at(step).number or 0 for step in (0, 2, 4))
    text, written = place.text(0, 5), len(place.text(4))
    if written not in {2, 4}:
        return Impossible("date-impossible", text)
    year += 2000 if written == 2 else 0
    read = days.either_way if sign == "/" else days.dated
    return read(place.today, day, month, year, text)


def _named(place: _Place) -> _Found:
    """25 November, Nov 25th, the year after it or not."""
    if place.at(0).number is not None:
        day, step = place.at(0), 1 + place.at(1).has("ordinal")
        step += place.text(step) == "of"
        month = place.at(step).get("month")
        taken = step + 1
    else:
        day, month = place.at(1), place.at(0).get("month")
        taken = 2 + place.at(2).has("ordinal")
    if month is None or day.number is None or len(day.text) > 2:
        return None
    year, comma = None, int(place.text(taken) == ",")
    if len(place.text(taken + comma)) == 4 and place.at(taken + comma).number is not None:
        year = place.at(taken + comma).number
        taken += comma + 1
    return days.dated(place.today, day.number, int(month), year, place.text(0, taken)), taken


def _of_month(place: _Place) -> _Found:
    """The 25th."""
    day = place.at(0)
    if day.number is None or len(day.text) > 2 or not place.at(1).has("ordinal"):
        return None
    return days.of_month(place.today, day.number), 2


def _ahead(place: _Place) -> _Found:
    """In a week, in 3 days, in half an hour."""
    if not place.at(0).has("in"):
        return None
    for kind, unit in (("minutes", Unit.MINUTE), ("months", Unit.MONTH)):
        whole = place.at(1).get(kind)
        if whole is not None:
            return days.later(place.today, unit, int(whole)), 2
    count, taken = _count(place.at(1)), 2
    if count is None:
        count, taken = 1, 1
    said = place.at(taken).get("unit")
    if said is None:
        return None
    if count > _MOST_AHEAD:
        return Impossible("date-far", place.text(0, taken + 1)), taken + 1
    return days.later(place.today, Unit(said), count), taken + 1


def _weekday(place: _Place) -> _Found:
    """On Friday; "next" is of the next calendar week, "this" of the present one."""
    number = place.at(0).get("weekday")
    if number is not None:
        return Weekday(int(number)), 1
    sign, number = place.at(0), place.at(1).get("weekday")
    if number is None or not (sign.has("next") or sign.has("this")):
        return None
    monday = place.today.monday + (7 if sign.has("next") else 0) * DAY
    return Week(monday, monday + int(number) * DAY), 2


def _word(place: _Place) -> _Found:
    """Tomorrow, next week, after the holidays."""
    ahead, period = place.at(0).get("day"), place.at(0).get("period")
    if ahead is not None:
        return SaidDay((place.today.day + int(ahead) * DAY,)), 1
    return None if period is None else (days.PERIODS[period](place.today), 1)


def _part(place: _Place) -> _Found:
    """In the morning."""
    name = place.at(0).get("part")
    return None if name is None else (Part(name, _PARTS.get(name)), 1)


def _hour(place: _Place) -> _Found:
    """At 3, 15 h, 3 pm; a number by itself may be an hour or a day of the month."""
    sign, after, said = place.at(0), place.at(1), place.at(-1).has("at")
    if said and sign.has("hour") and sign.number is None:
        return SaidHour((time(1), time(13))), 1
    number = _count(sign)
    if number is None or (len(sign.text) > 2 and sign.number is not None):
        return None
    marked = after.has("hour") or after.get("part") is not None
    if not (said or place.dated) and after.get("part") and after.get("unit"):
        # "3 days" and "3 in the afternoon" are the same words: only "at" makes it an hour.
        return None
    if not (said or marked or place.dated):
        return None if sign.number is None else (SaidHour(_either(sign.text), bare=number), 1)
    taken = 2 if after.has("hour") else 1
    if number > 23:
        return Impossible("time-impossible", sign.text, sure=False), taken
    hours = sign.text if sign.number is not None else str(number)
    return SaidHour(_either(hours), sure=marked and (said or taken == 1)), taken


def _count(sign: Sign) -> int | None:
    said = sign.get("number")
    return int(said) if said is not None else sign.number


def _either(hours: str, minutes: int = 0) -> tuple[time, ...]:
    """An hour up to eleven, written without a zero, may be either half of the day."""
    hour = int(hours)
    if hour > 23:
        return ()
    here = time(hour, minutes)
    return (here, time(hour + 12, minutes)) if 1 <= hour <= 11 and hours[0] != "0" else (here,)


def _clock(hours: str, minutes: int, text: str) -> Piece:
    if len(hours) > 2 or int(hours) > 23 or minutes > 59:
        return Impossible("time-impossible", text)
    # With its minutes an hour of two digits is said on the clock of 24 hours.
    return SaidHour(_either(hours, minutes) if len(hours) == 1 else (time(int(hours), minutes),))


_READERS = (_iso, _colon, _dotted, _named, _of_month, _ahead, _weekday, _word, _hour, _part)
