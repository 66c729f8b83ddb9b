"""Weeks, months, quarters and years: their beginnings, middles and ends, and what people call the
time around days off."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.method.tasks.phrases.days import end_of_month, months_on
from bot.method.tasks.phrases.pieces import DAY, Piece, SaidDay, Today, Unit, Week

_SOON = 3
"""The working days that "one of these days" may be."""

_NUMBERED = {"middle": 15, "tens": 10, "twenties": 20}
"""Which day of a month is meant by its middle, its tens, its twenties."""


@dataclass(frozen=True)
class Period:
    """The first and the last day of a week, a month, a quarter or a year."""

    first: date
    last: date
    unit: Unit


def period_of(today: Today, unit: Unit, ahead: int) -> Period | None:
    """The present one, the next (1) or the last (-1); None where the unit has none."""
    if unit is Unit.WEEK:
        monday = today.monday + 7 * ahead * DAY
        return Period(monday, monday + 6 * DAY, unit)
    sizes = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}
    if unit not in sizes:
        return None
    size = sizes[unit]
    first = today.day.replace(day=1, month=(today.day.month - 1) // size * size + 1)
    first = months_on(first, size * ahead)
    return Period(first, end_of_month(months_on(first, size - 1)), unit)


def month_of(today: Today, month: int, year: int | None) -> Period:
    """The month of this number: in its year, else the present or the next such month."""
    if year is None:
        year = today.day.year + (month < today.day.month)
    first = date(year, month, 1)
    return Period(first, end_of_month(first), Unit.MONTH)


def quarter_of(today: Today, number: int) -> Period:
    """The present or the next quarter of this number."""
    this = (today.day.month - 1) // 3 + 1
    first = date(today.day.year + (number < this), 3 * number - 2, 1)
    return Period(first, end_of_month(months_on(first, 2)), Unit.QUARTER)


def edge_of(today: Today, period: Period, edge: str) -> date:
    """The working day at the beginning, in the middle or at the end of the period."""
    if edge == "end":
        return today.calendar.previous_working(period.last)
    day = period.first
    if edge != "begin":
        match period.unit:
            case Unit.WEEK:
                day += 2 * DAY
            case Unit.MONTH:
                day = day.replace(day=_NUMBERED[edge])
            case _:
                day += (period.last - period.first) // 2
    return today.calendar.next_working(day)


def edge_ahead(today: Today, unit: Unit, edge: str) -> SaidDay | None:
    """The edge of the present period, of the next one where that is over."""
    period, following = period_of(today, unit, 0), period_of(today, unit, 1)
    if period is None or following is None:
        return None
    on = edge_of(today, period, edge)
    if on >= today.day:
        return SaidDay((on,))
    if edge != "end":
        return SaidDay((edge_of(today, following, edge),))
    # After the last working day its end is what is left of it, of a week the next working day.
    late = today.calendar.next_working(today.day) if unit is Unit.WEEK else period.last
    return SaidDay((late,))


def whole_period(today: Today, unit: Unit, ahead: int) -> Piece | None:
    """A period without an edge: the next one from its first working day on, the present one from
    tomorrow on."""
    period = period_of(today, unit, ahead)
    if period is None:
        return None
    begins = today.calendar.next_working(max(period.first, today.day + DAY))
    if unit is Unit.WEEK:
        if ahead:
            return Week(period.first, edge_of(today, period, "begin"))
        return Week(period.first, begins if begins <= period.last else today.day)
    if ahead:
        return SaidDay((edge_of(today, period, "begin"),))
    return _within(today, period)


def whole_month(today: Today, period: Period) -> SaidDay:
    """A month by its name alone may be any day of it."""
    return _within(today, period)


def _within(today: Today, period: Period) -> SaidDay:
    """The beginning, the middle and the end of the period, as far as they are ahead."""
    begins = today.calendar.next_working(max(period.first, today.day + DAY))
    found = [begins, *(edge_of(today, period, edge) for edge in ("middle", "end"))]
    ahead = dict.fromkeys(on for on in found if today.day < on <= period.last)
    return SaidDay(tuple(ahead) or (period.last,))


def _soon(today: Today) -> SaidDay:
    return SaidDay(tuple(today.calendar.shift(today.day, days + 1) for days in range(_SOON)))


def _weekend(today: Today) -> SaidDay:
    """The two days, as far as they are ahead."""
    days = (today.monday + 5 * DAY, today.monday + 6 * DAY)
    return SaidDay(tuple(day for day in days if day >= today.day))


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


def _after_new_year(today: Today) -> SaidDay:
    return SaidDay((today.calendar.next_working(date(today.day.year + 1, 1, 2)),))


def _before_new_year(today: Today) -> SaidDay:
    on = today.calendar.previous_working(date(today.day.year, 12, 31))
    return SaidDay((max(on, today.day),))


def _after_may(today: Today) -> SaidDay:
    """After the May holidays of Russia."""
    victory = date(today.day.year, 5, 10)
    this = victory if victory >= today.day else victory.replace(year=today.day.year + 1)
    return SaidDay((today.calendar.next_working(this),))


def _end_of(unit: Unit) -> Callable[[Today], SaidDay]:
    return lambda today: edge_ahead(today, unit, "end") or SaidDay((today.day,))


def _season(first_month: int) -> Callable[[Today], SaidDay]:
    """A season may be any of its months."""

    def months(today: Today) -> SaidDay:
        first = month_of(today, first_month, None).first
        begins = (months_on(first, number) for number in range(3))
        return SaidDay(tuple(today.calendar.next_working(day) for day in begins))

    return months


PERIODS: Mapping[str, Callable[[Today], Piece]] = {
    "soon": _soon,
    "weekend": _weekend,
    "after_weekend": _after_weekend,
    "after_holidays": _after_holidays,
    "after_new_year": _after_new_year,
    "before_new_year": _before_new_year,
    "after_may": _after_may,
    "end_of_week": _end_of(Unit.WEEK),
    "end_of_month": _end_of(Unit.MONTH),
    "spring": _season(3),
    "summer": _season(6),
    "autumn": _season(9),
    "winter": _season(12),
}
"""What a name that stands for some days means."""
