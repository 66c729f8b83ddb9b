"""The days that a report is about, as local dates of the person whose they are."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.method.core.workdays import WorkCalendar

_WEEK, _MONTH = 7, 30


class ReportPeriod(StrEnum):
    """By the letters of the buttons; the morning's are those of the messages."""

    TODAY = "t"
    WEEK = "w"
    MONTH = "m"
    LAST_DAY = "y"
    """The last working day before today, and the days off after it."""
    LAST_WEEK = "l"
    """The last whole week, from Monday on."""

    @classmethod
    def offered(cls) -> tuple["ReportPeriod", ...]:
        """Those to choose from."""
        return cls.TODAY, cls.WEEK, cls.MONTH


@dataclass(frozen=True)
class DaySpan:
    """Local dates, both included."""

    since: date
    until: date

    @property
    def before(self) -> "DaySpan":
        """As many days just before, to compare with."""
        length = self.until - self.since + timedelta(days=1)
        return DaySpan(self.since - length, self.until - length)

    def __contains__(self, day: date) -> bool:
        return self.since <= day <= self.until


def span_of(period: ReportPeriod, today: date, calendar: WorkCalendar) -> DaySpan:
    """The days of the period, as seen on this date."""
    match period:
        case ReportPeriod.TODAY:
            return DaySpan(today, today)
        case ReportPeriod.WEEK:
            return DaySpan(today - timedelta(days=_WEEK - 1), today)
        case ReportPeriod.MONTH:
            return DaySpan(today - timedelta(days=_MONTH - 1), today)
        case ReportPeriod.LAST_DAY:
            yesterday = today - timedelta(days=1)
            return DaySpan(calendar.previous_working(yesterday), yesterday)
        case ReportPeriod.LAST_WEEK:
            monday = today - timedelta(days=today.weekday())
            return DaySpan(monday - timedelta(days=_WEEK), monday - timedelta(days=1))


def before(period: ReportPeriod, span: DaySpan, calendar: WorkCalendar) -> DaySpan:
    """What the period is compared with: a single day with the working day before it."""
    if period not in {ReportPeriod.TODAY, ReportPeriod.LAST_DAY}:
        return span.before
    last = span.since - timedelta(days=1)
    return DaySpan(calendar.previous_working(last), last)


def morning_period(today: date, calendar: WorkCalendar) -> ReportPeriod:
    """What the morning report of this working day is about: on the first working day of a week
    the week before, else the day before."""
    monday = today - timedelta(days=today.weekday())
    first = calendar.next_working(monday) == today
    return ReportPeriod.LAST_WEEK if first else ReportPeriod.LAST_DAY
