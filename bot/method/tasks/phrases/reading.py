"""Reading a typed date, alone or inside a line: what it may mean, or why it can not be."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import product

from bot.method.core.refusals import Invalid
from bot.method.core.workdays import WorkCalendar
from bot.method.tasks.phrases.days import of_month
from bot.method.tasks.phrases.pieces import (
    DAY,
    Impossible,
    Instant,
    Part,
    Piece,
    SaidDay,
    SaidHour,
    Today,
    Week,
    Weekday,
)
from bot.method.tasks.phrases.readers import Placed, pieces_of
from bot.method.tasks.phrases.words import Sign, Vocabulary, signs_of
from bot.method.tasks.steps import FARTHEST_DAYS, inside_day

_MARKS = frozenset(",.;!()\N{EN DASH}\N{EM DASH}-")
_EDGES = re.compile(r"^[\s,.;:\-\u2013\u2014]+|[\s,;:\-\u2013\u2014]+$")
_HALVES = {
    "am": (time(0), time(12)),
    "pm": (time(12), time.max),
    "morning": (time(4), time(12)),
    "noon": (time(11), time(15)),
    "afternoon": (time(12), time(18)),
    "evening": (time(16), time.max),
}
"""From when until before when an hour belongs to a part of the day."""


@dataclass(frozen=True)
class Moment:
    """A local date, with a local time where one was said; all-day otherwise."""

    on: date
    at: time | None = None


@dataclass(frozen=True)
class Cut:
    """A line without its date: what stands before and after it, and what the date may mean."""

    moments: tuple[Moment, ...]
    before: str
    after: str


def read(text: str, vocabulary: Vocabulary, today: Today) -> tuple[Moment, ...]:
    """What the typed date may mean, the likeliest first; more than one has to be asked about.

    Invalid: date-unread, date-contradicts, date-impossible (31.02), time-impossible (99:99),
    date-past, time-past, date-far.
    """
    pieces = []
    for one in pieces_of(signs_of(text, vocabulary), today):
        if isinstance(one, Placed):
            pieces.append(one.piece)
        elif not _is_filler(one):
            raise Invalid("date-unread")
    return _upcoming(_combined(pieces, today), today)


def cut(text: str, vocabulary: Vocabulary, today: Today) -> Cut | None:
    """The first date of a line and the rest of it; None where the line holds no date.

    Invalid as in `read`, where it surely holds one that can not be.
    """
    items = list(pieces_of(signs_of(text, vocabulary), today))
    anchor = _anchor(items)
    if anchor is None:
        return None
    chosen = _with_hour(items, _grown(items, anchor, today), today)
    moments = _upcoming(_combined(_pieces(items, chosen), today), today)
    spans = [_span(items, index) for index in sorted(chosen)]
    after = text[spans[0][1] :]
    for start, end in reversed(spans[1:]):
        after = after[: start - spans[0][1]] + after[end - spans[0][1] :]
    return Cut(moments, _trimmed(text[: spans[0][0]]), _trimmed(" ".join(after.split())))


def _combined(pieces: Sequence[Piece], today: Today) -> tuple[Moment, ...]:
    """All that the pieces may mean together, past or far or not."""
    for one in pieces:
        if isinstance(one, Impossible):
            raise Invalid(one.code, text=one.text)
    instants = [one for one in pieces if isinstance(one, Instant)]
    if instants and len(pieces) == 1:
        local = instants[0].local
        return (Moment(local.date(), local.time()),)
    hours = [one for one in pieces if isinstance(one, SaidHour)]
    parts = [one for one in pieces if isinstance(one, Part)]
    if instants or not pieces or len(hours) > 1 or len(parts) > 1:
        raise Invalid("date-unread")
    days = _days(pieces, today)
    if not hours and not parts:
        return tuple(Moment(on) for on in days)
    times = _times(next(iter(hours), None), next(iter(parts), None), today.calendar)
    if days and not times:
        raise Invalid("time-impossible", text=str(hours[0].bare))
    if days:
        return tuple(Moment(on, at) for on, at in product(days, times))
    return _undated(times, hours[0].bare if hours and not parts else None, today)


def _days(pieces: Sequence[Piece], today: Today) -> list[date]:
    """The dates on which all that was said of the day agrees; none where nothing was."""
    named = [one for one in pieces if isinstance(one, SaidDay)]
    weeks = [one for one in pieces if isinstance(one, Week)]
    weekdays = {one.number for one in pieces if isinstance(one, Weekday)}
    if len(weekdays) > 1 or len(weeks) > 1:
        raise Invalid("date-unread")
    weekday = next(iter(weekdays), None)
    if named:
        return _agreed(named, weeks, weekday)
    if weeks:
        return [weeks[0].on if weekday is None else weeks[0].monday + weekday * DAY]
    if weekday is None:
        return []
    ahead = (weekday - today.day.weekday()) % 7
    first = today.day + ahead * DAY
    # Said on that very day it may be today, or the next one.
    return [first] if ahead else [first, first + 7 * DAY]


def _agreed(named: Sequence[SaidDay], weeks: Sequence[Week], weekday: int | None) -> list[date]:
    dates = [on for on in named[0].dates if all(on in other.dates for other in named)]
    dates = [on for on in dates if all(DAY * 0 <= on - week.monday < 7 * DAY for week in weeks)]
    if weekday is not None:
        exact = [on for on in dates if on.weekday() == weekday]
        # "In a week, on Friday": the Friday of that week.
        dates = exact or [one.week + weekday * DAY for one in named if one.week is not None]
    if not dates:
        raise Invalid("date-contradicts")
    return dates


def _times(hour: SaidHour | None, part: Part | None, calendar: WorkCalendar) -> Sequence[time]:
    """The times of day meant; an hour of both halves is the one inside working time."""
    if hour is None:
        if part is None or part.usual is None:
            raise Invalid("date-unread")
        return [inside_day(part.usual, calendar)]
    if part is not None:
        since, until = _HALVES[part.name]
        fitting = [at for at in hour.times if since <= at < until]
        if not fitting:
            raise Invalid("date-contradicts")
        return fitting
    working = [at for at in hour.times if calendar.starts <= at < calendar.ends]
    return working if len(working) == 1 else hour.times


def _undated(times: Sequence[time], bare: int | None, today: Today) -> tuple[Moment, ...]:
    """A time alone is the next such time; a bare number may be a day of the month as well."""
    now = today.now.time()
    moments = [Moment(today.day if at > now else today.day + DAY, at) for at in times]
    if bare is not None:
        by_month = of_month(today, bare)
        if isinstance(by_month, SaidDay):
            moments.append(Moment(by_month.dates[0]))
    if not moments:
        raise Invalid("date-unread")
    return tuple(moments)


def _upcoming(moments: tuple[Moment, ...], today: Today) -> tuple[Moment, ...]:
    """Those still ahead and not too far; the first of the others says why there is none."""
    codes = [_refused(one, today.now) for one in moments]
    kept = [one for one, code in zip(moments, codes, strict=True) if code is None]
    if not kept:
        raise Invalid(codes[0] or "date-unread", on=moments[0].on)
    return tuple(dict.fromkeys(kept))


def _refused(moment: Moment, now: datetime) -> str | None:
    if moment.on < now.date():
        return "date-past"
    if moment.on > now.date() + timedelta(days=FARTHEST_DAYS):
        return "date-far"
    past = moment.on == now.date() and moment.at is not None and moment.at <= now.time()
    return "time-past" if past else None


_Item = Placed | Sign


def _anchor(items: Sequence[_Item]) -> int | None:
    """Where the date of the line begins: a day, else a time that can be nothing else."""
    days = SaidDay | Week | Weekday | Instant
    for kinds in (days, SaidHour | Impossible):
        for index, one in enumerate(items):
            if isinstance(one, Placed) and isinstance(one.piece, kinds) and _sure(one.piece):
                return index
    return None


def _sure(piece: Piece) -> bool:
    if isinstance(piece, SaidHour):
        return piece.sure and piece.bare is None
    return piece.sure if isinstance(piece, Impossible) else True


def _grown(items: Sequence[_Item], anchor: int, today: Today) -> set[int]:
    """The anchor with the pieces beside it that make sense together with it."""
    chosen = {anchor}
    for step in (1, -1):
        index = anchor + step
        while 0 <= index < len(items):
            one = items[index]
            if isinstance(one, Placed):
                if not _joins(items, index) or not _fits(items, chosen | {index}, today):
                    break
                chosen.add(index)
            elif not _is_filler(one):
                break
            index += step
    return chosen


def _with_hour(items: Sequence[_Item], chosen: set[int], today: Today) -> set[int]:
    """A time that stands apart from its day."""
    for index, one in enumerate(items):
        apart = isinstance(one, Placed) and isinstance(one.piece, SaidHour) and _sure(one.piece)
        if apart and _fits(items, chosen | {index}, today):
            return chosen | {index}
    return chosen


def _joins(items: Sequence[_Item], index: int) -> bool:
    one, before = items[index], items[index - 1] if index else None
    said = isinstance(before, Sign) and before.has("at")
    return isinstance(one, Placed) and (said or _sure(one.piece))


def _fits(items: Sequence[_Item], chosen: set[int], today: Today) -> bool:
    try:
        _combined(_pieces(items, chosen), today)
    except Invalid as refusal:
        return refusal.code in {"date-impossible", "time-impossible", "date-far"}
    return True


def _pieces(items: Sequence[_Item], chosen: set[int]) -> list[Piece]:
    found = [items[index] for index in sorted(chosen)]
    return [one.piece for one in found if isinstance(one, Placed)]


def _span(items: Sequence[_Item], index: int) -> tuple[int, int]:
    """The place of a piece with its preposition."""
    one, before = items[index], items[index - 1] if index else None
    said = isinstance(before, Sign) and before.has("at")
    return (before.start if said and before else one.start), one.end


def _is_filler(sign: _Item) -> bool:
    if isinstance(sign, Placed):
        return False
    return sign.text in _MARKS or sign.has("at") or sign.has("filler")


def _trimmed(text: str) -> str:
    return _EDGES.sub("", text)
