"""What the pieces of a typed date mean together."""

from collections.abc import Sequence
from datetime import date, time

from bot.method.core.refusals import Invalid
from bot.method.core.workdays import WorkCalendar
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
from bot.method.tasks.steps import inside_day

_HALVES = {
    "am": ((time(0), time(12)),),
    "pm": ((time(12), time.max),),
    "night": ((time(0), time(5)), (time(20), time.max)),
    "morning": ((time(1), time(12)),),
    "midday": ((time(11), time(12, 1)),),
    "noon": ((time(11), time(15)),),
    "afternoon": ((time(12), time(18)),),
    "evening": ((time(16), time.max),),
}
"""From when until before when an hour belongs to a part of the day."""

_NIGHTS = frozenset({"am", "night"})
"""In these twelve is midnight."""

Meaning = tuple[date, time | None]
"""A local date, with a local time where one was said."""


def combined(pieces: Sequence[Piece], today: Today) -> tuple[Meaning, ...]:
    """All that the pieces may mean together, past or far or not."""
    for piece in pieces:
        if isinstance(piece, Impossible):
            raise Invalid(piece.code, text=piece.text)
    instants = [piece for piece in pieces if isinstance(piece, Instant)]
    if len(instants) == 1:
        return _at_instant(instants[0], [piece for piece in pieces if piece is not instants[0]])
    hours = [piece for piece in pieces if isinstance(piece, SaidHour)]
    parts = [piece for piece in pieces if isinstance(piece, Part)]
    if instants or not pieces or len(hours) > 1 or len(parts) > 1:
        raise Invalid("date-unread")
    days = _days(pieces, today)
    hour, part = next(iter(hours), None), next(iter(parts), None)
    if part is not None and part.whole:
        if hour is not None:
            raise Invalid("date-unread")
        return tuple((on, None) for on in days or [today.day])
    if hour is None and part is None:
        return tuple((on, None) for on in days)
    return _at_hours(pieces, days, hour, part, today)


def _at_instant(instant: Instant, others: Sequence[Piece]) -> tuple[Meaning, ...]:
    """The moment that is counted from now; its day may be said beside it: today in two hours."""
    days = [piece.dates for piece in others if isinstance(piece, SaidDay)]
    moments = [local for local in instant.moments if all(local.date() in dates for dates in days)]
    if not moments or len(days) < len(others):
        raise Invalid("date-unread")
    return tuple((local.date(), local.time()) for local in moments)


def _at_hours(
    pieces: Sequence[Piece],
    days: Sequence[date],
    hour: SaidHour | None,
    part: Part | None,
    today: Today,
) -> tuple[Meaning, ...]:
    times = _times(hour, part, today.calendar)
    usual = inside_day(part.usual, today.calendar) if part and part.usual else None
    by_number: list[Meaning] = []
    if hour is not None:
        # A bare number may be the day of the month, which what else was said has to agree with.
        agreeing = [on for on in hour.days if not days or _agrees(on, pieces, days)]
        by_number = [(on, usual) for on in agreeing]
    if not days:
        if hour is None and part is not None and _is_going_on(part, today):
            raise Invalid("time-past")
        return _undated(times, by_number, today)
    found = [meaning for on in days for meaning in _on_day(on, times, hour, part, today)]
    if not found and not by_number:
        raise Invalid("time-impossible", text=hour.text if hour else "")
    return (*found, *by_number)


def _agrees(on: date, pieces: Sequence[Piece], days: Sequence[date]) -> bool:
    weekdays = [piece.number for piece in pieces if isinstance(piece, Weekday)]
    only_weekday = not any(isinstance(piece, SaidDay | Week) for piece in pieces)
    return on in days or (only_weekday and on.weekday() in weekdays)


def _on_day(
    on: date, times: Sequence[time], hour: SaidHour | None, part: Part | None, today: Today
) -> list[Meaning]:
    """The hours of a day; those of the night may be of the night that follows it."""
    nightly = (hour is not None and hour.midnight) or (part is not None and part.name == "night")
    found: list[Meaning] = []
    for at in times:
        past = on == today.day and at <= today.now.time()
        if not (nightly and past):
            found.append((on, at))
        if nightly and (past or at == time(0)):
            found.append((on + DAY, at))
    return found


def _days(pieces: Sequence[Piece], today: Today) -> list[date]:
    """The dates on which all that was said of the day agrees; none where nothing was."""
    named = [piece for piece in pieces if isinstance(piece, SaidDay)]
    weeks = [piece for piece in pieces if isinstance(piece, Week)]
    weekdays = {piece.number for piece in pieces if isinstance(piece, Weekday)}
    if len(weekdays) > 1 or len(weeks) > 1:
        raise Invalid("date-unread")
    weekday = next(iter(weekdays), None)
    if named:
        return _agreed(named, weeks, weekday)
    if weeks:
        return [weeks[0].on if weekday is None else weeks[0].monday + weekday * DAY]
    if weekday is None:
        return []
    ahead = today.days_to(weekday)
    first = today.day + ahead * DAY
    # Said on that very day it may be today, or the next one.
    return [first] if ahead else [first, first + 7 * DAY]


def _agreed(named: Sequence[SaidDay], weeks: Sequence[Week], weekday: int | None) -> list[date]:
    dates = [on for on in named[0].dates if all(on in other.dates for other in named)]
    dates = [on for on in dates if all(DAY * 0 <= on - week.monday < 7 * DAY for week in weeks)]
    if weekday is not None:
        exact = [on for on in dates if on.weekday() == weekday]
        # "In a week, on Friday": the Friday of that week.
        dates = exact or [day.week + weekday * DAY for day in named if day.week is not None]
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
        fitting = _fitting(hour.times, part.name)
        if not fitting and not hour.days:
            raise Invalid("date-contradicts")
        return fitting
    working = [at for at in hour.times if calendar.starts <= at < calendar.ends]
    return working if len(working) == 1 else hour.times


def _fitting(times: Sequence[time], part: str) -> list[time]:
    if part in _NIGHTS:
        times = [at.replace(hour=0) if at.hour == 12 else at for at in times]
    halves = _HALVES[part]
    return [at for at in times if any(since <= at < until for since, until in halves)]


def _is_going_on(part: Part, today: Today) -> bool:
    """Whether the usual hour of a part of this day is past, but not the part: what is left of it
    is meant, not the one of tomorrow."""
    now = today.now.time()
    usual = inside_day(part.usual, today.calendar) if part.usual else time.max
    return usual <= now and any(now < until for _, until in _HALVES[part.name])


def _undated(
    times: Sequence[time], by_number: Sequence[Meaning], today: Today
) -> tuple[Meaning, ...]:
    """A time alone is the next such time; a bare number may be a day of the month as well."""
    now = today.now.time()
    found: list[Meaning] = [(today.day if at > now else today.day + DAY, at) for at in times]
    found.extend(by_number)
    if not found:
        raise Invalid("date-unread")
    return tuple(found)
