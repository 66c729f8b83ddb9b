"""Which day is meant: counted ahead or back, or named by its numbers."""

from datetime import UTC, date, timedelta
from fractions import Fraction
from math import ceil, floor
from typing import assert_never

from bot.method.tasks.phrases.pieces import (
    DAY,
    Impossible,
    Instant,
    Piece,
    SaidDay,
    Today,
    Unit,
)

_MONTH_DAYS = 30
"""Of a part of a month: nobody counts them when he says "in a month and a half"."""

_FARTHEST_YEARS = 20


def later(today: Today, unit: Unit, count: Fraction | int) -> Piece:
    """So many units from now; a month ends on its last day where it is too short.

    A part of a day or a week may be either of two days.
    """
    match unit:
        case Unit.MINUTE:
            return instant(today, count)
        case Unit.HOUR:
            return instant(today, count * 60)
        case Unit.DAY:
            return SaidDay(tuple(today.day + days * DAY for days in _around(count)))
        case Unit.WORKDAY:
            shifted = (today.calendar.shift(today.day, days) for days in _around(count))
            return SaidDay(tuple(shifted))
        case Unit.WEEK:
            found = tuple(today.day + days * DAY for days in _around(7 * count))
            monday = found[0] - found[0].weekday() * DAY
            return SaidDay(found, week=monday if len(found) == 1 else None)
        case Unit.MONTH:
            return SaidDay((_in_months(today, count),))
        case Unit.QUARTER:
            return SaidDay((_in_months(today, 3 * count),))
        case Unit.YEAR:
            return SaidDay((_in_months(today, 12 * count),))
    assert_never(unit)


def any_of(pieces: list[Piece]) -> Piece:
    """Counted ahead with a number that is not sure: each of them may be meant."""
    first = pieces[0]
    if isinstance(first, Instant):
        found = [
            moment for piece in pieces if isinstance(piece, Instant) for moment in piece.moments
        ]
        return Instant(tuple(found))
    if len(pieces) == 1:
        return first
    return SaidDay(
        tuple(on for piece in pieces if isinstance(piece, SaidDay) for on in piece.dates)
    )


def instant(today: Today, minutes: Fraction | int) -> Instant:
    """So many real minutes from now, whatever the clocks do in between."""
    ahead = timedelta(minutes=round(minutes))
    moment = (today.now.astimezone(UTC) + ahead).astimezone(today.now.tzinfo)
    return Instant((moment.replace(second=0, microsecond=0),))


def _around(count: Fraction | int) -> tuple[int, ...]:
    return tuple(dict.fromkeys((floor(count), ceil(count))))


def _in_months(today: Today, count: Fraction | int) -> date:
    whole = floor(count)
    return months_on(today.day, whole) + round((count - whole) * _MONTH_DAYS) * DAY


def is_too_far(today: Today, year: int) -> bool:
    """Whether nobody plans for this year: no more is reckoned with it."""
    return year > today.day.year + _FARTHEST_YEARS


def dated(today: Today, day: int, month: int, year: int | None, text: str) -> Piece:
    """The date of these numbers; without a year this year's, or the next one's if nearer."""
    if year is not None and is_too_far(today, year):
        return Impossible("date-far", text)
    on = _nearest(today.day, day, month) if year is None else _exact(year, month, day)
    if on is None:
        return Impossible("date-impossible", text, sure=day <= 31 and 1 <= month <= 12)
    return SaidDay((on,))


def either_way(today: Today, first: int, second: int, year: int | None, text: str) -> Piece:
    """The same where day and month may stand the other way round."""
    ways = dict.fromkeys(((first, second), (second, first)))
    found = [dated(today, day, month, year, text) for day, month in ways]
    days = [piece.dates[0] for piece in found if isinstance(piece, SaidDay)]
    return SaidDay(tuple(days)) if days else found[0]


def of_month(today: Today, day: int) -> Piece:
    """The next day of this number."""
    first = today.day.replace(day=1)
    for months in range(3):
        month = months_on(first, months)
        on = _exact(month.year, month.month, day)
        if on is not None and on >= today.day:
            return SaidDay((on,))
    return Impossible("date-impossible", str(day), sure=False)


def _nearest(today: date, day: int, month: int) -> date | None:
    this, following = _exact(today.year, month, day), _exact(today.year + 1, month, day)
    if this is None or following is None or this >= today:
        return this or following
    return following if following - today < today - this else this


def _exact(year: int, month: int, day: int) -> date | None:
    """The date of these numbers, where there is one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def months_on(day: date, months: int) -> date:
    """The same day so many months on, the last one where that month is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = end_of_month(date(year, month + 1, 1)).day
    return date(year, month + 1, min(day.day, last))


def end_of_month(day: date) -> date:
    """The last day of the month in which the day lies."""
    following = day.replace(day=28) + 4 * DAY
    return following.replace(day=1) - DAY
