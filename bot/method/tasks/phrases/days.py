"""Which day is meant: counted ahead, named by numbers, or by a period's end or beginning."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, timedelta
from typing import assert_never

from bot.method.tasks.phrases.pieces import (
    DAY,
    Impossible,
    Instant,
    Piece,
    SaidDay,
    Today,
    Unit,
    Week,
)


def later(today: Today, unit: Unit, count: int) -> Piece:
    """So many units from now; a month ends on its last day where it is too short."""
    match unit:
        case Unit.MINUTE:
            return _instant(today, timedelta(minutes=count))
        case Unit.HOUR:
            return _instant(today, timedelta(hours=count))
        case Unit.DAY:
            return SaidDay((today.day + count * DAY,))
        case Unit.WORKDAY:
            return SaidDay((today.calendar.shift(today.day, count),))
        case Unit.WEEK:
            on = today.day + 7 * count * DAY
            return SaidDay((on,), week=on - on.weekday() * DAY)
        case Unit.MONTH:
            return SaidDay((_months_on(today.day, count),))
        case Unit.YEAR:
            return SaidDay((_months_on(today.day, 12 * count),))
    assert_never(unit)


def _instant(today: Today, ahead: timedelta) -> Instant:
    moment = (today.now.astimezone(UTC) + ahead).astimezone(today.now.tzinfo)
    return Instant(moment.replace(second=0, microsecond=0))


def dated(today: Today, day: int, month: int, year: int | None, text: str) -> Piece:
    """The date of these numbers; without a year this year's, or the next one's if nearer."""
    on = _nearest(today.day, day, month) if year is None else _exact(year, month, day)
    if on is None:
        return Impossible("date-impossible", text, sure=day <= 31 and 1 <= month <= 12)
    return SaidDay((on,))


def either_way(today: Today, first: int, second: int, year: int | None, text: str) -> Piece:
    """The same where day and month may stand the other way round."""
    ways = dict.fromkeys(((first, second), (second, first)))
    found = [dated(today, day, month, year, text) for day, month in ways]
    days = [one.dates[0] for one in found if isinstance(one, SaidDay)]
    return SaidDay(tuple(days)) if days else found[0]


def of_month(today: Today, day: int) -> Piece:
    """The next day of this number."""
    first = today.day.replace(day=1)
    for months in range(3):
        month = _months_on(first, months)
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
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = _end_of_month(date(year, month + 1, 1)).day
    return date(year, month + 1, min(day.day, last))


def _end_of_month(day: date) -> date:
    following = day.replace(day=28) + 4 * DAY
    return following.replace(day=1) - DAY


def _next_week(today: Today) -> Week:
    monday = today.monday + 7 * DAY
    return Week(monday, today.calendar.next_working(monday))


def _this_week(today: Today) -> Week:
    on = today.calendar.next_working(today.day + DAY)
    return Week(today.monday, on if on < today.monday + 7 * DAY else today.day)


def _week_end(today: Today) -> SaidDay:
    """The last working day of this week; the next working day where that is over."""
    on = today.calendar.previous_working(today.monday + 6 * DAY)
    return SaidDay((on if on >= today.day else today.calendar.next_working(today.day),))


def _next_month(today: Today) -> SaidDay:
    return SaidDay((today.calendar.next_working(_end_of_month(today.day) + DAY),))


def _month_end(today: Today) -> SaidDay:
    last = _end_of_month(today.day)
    on = today.calendar.previous_working(last)
    return SaidDay((on if on >= today.day else last,))


def _after_weekend(today: Today) -> SaidDay:
    """The first working day after the next day off."""
    day = today.day
    while today.calendar.is_working(day):
        day += DAY
    return SaidDay((today.calendar.next_working(day),))


def _after_holidays(today: Today) -> SaidDay:
    """The first working day after the next holiday that takes a working day of the week."""
    calendar = today.calendar
    ahead = (today.day + number * DAY for number in range(366))
    off = (day for day in ahead if day.weekday() in calendar.week and not calendar.is_working(day))
    return SaidDay((calendar.next_working(next(off, today.day + DAY)),))


PERIODS: Mapping[str, Callable[[Today], Piece]] = {
    "next_week": _next_week,
    "this_week": _this_week,
    "week_end": _week_end,
    "next_month": _next_month,
    "month_end": _month_end,
    "after_weekend": _after_weekend,
    "after_holidays": _after_holidays,
}
"""What a period's name stands for."""
