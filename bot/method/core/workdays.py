"""Working days and working time: the only clock that the ladder and the deadlines know."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from bot.method.core.refusals import Invalid

LONGEST_BREAK_DAYS = 3660
"""A search for a working day gives up after ten years instead of running forever."""

_DAY = timedelta(days=1)


def midnight(day: date, zone: tzinfo) -> datetime:
    """The UTC instant at which the local date begins."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


@dataclass(frozen=True)
class WorkCalendar:
    """Which local dates are working, and from when to when.

    `week` holds weekdays, Monday is 0. `extra_working` are days that work although the week or
    `days_off` says otherwise (transferred days), `short_days` end before `ends`. Every search
    raises Invalid("no-working-day") where nothing works for ten years.
    """

    week: frozenset[int] = frozenset(range(5))
    days_off: frozenset[date] = frozenset()
    extra_working: frozenset[date] = frozenset()
    starts: time = time(9)
    ends: time = time(18)
    short_days: frozenset[tuple[date, time]] = frozenset()

    def __post_init__(self) -> None:
        if self.starts >= self.ends:
            raise Invalid("day-order", starts=self.starts, ends=self.ends)

    def without(self, days: Iterable[date]) -> "WorkCalendar":
        """The same calendar with these days off for good (a vacation beats a transferred day)."""
        away = frozenset(days)
        return replace(self, days_off=self.days_off | away, extra_working=self.extra_working - away)

    def ends_on(self, day: date) -> time:
        """When the working hours of this local day end, were it working."""
        return next((ends for on, ends in self.short_days if on == day), self.ends)

    def is_working(self, day: date) -> bool:
        """Whether people work on this local date."""
        if day in self.extra_working:
            return True
        return day.weekday() in self.week and day not in self.days_off

    def next_working(self, day: date) -> date:
        """The day itself if it is working, else the first working day after it."""
        return self._seek(day, _DAY)

    def previous_working(self, day: date) -> date:
        """The day itself if it is working, else the last working day before it."""
        return self._seek(day, -_DAY)

    def shift(self, day: date, n: int) -> date:
        """The n-th working day after `day` (before it where n is negative); n = 0 is `day`."""
        step = _DAY if n > 0 else -_DAY
        for _ in range(abs(n)):
            day = self._seek(_moved(day, step), step)
        return day

    def weekly(self, today: date, weekday: int) -> date:
        """The day of what comes once a week: the last such weekday up to today where that is
        working (Monday is 0), else the first working day after it."""
        return self.next_working(today - timedelta(days=(today.weekday() - weekday) % 7))

    def ahead(self, today: date, days: int) -> tuple[date, ...]:
        """The next working days; on the last one of a week, those of the week after it."""
        monday = today + timedelta(days=7 - today.weekday())
        if self.next_working(today + _DAY) >= monday:
            week = (monday + timedelta(days=n) for n in range(7))
            if following := tuple(day for day in week if self.is_working(day)):
                return following
        return tuple(self.shift(today, n) for n in range(1, days + 1))

    def _seek(self, day: date, step: timedelta) -> date:
        for _ in range(LONGEST_BREAK_DAYS):
            if self.is_working(day):
                return day
            day = _moved(day, step)
        raise Invalid("no-working-day", day=day)


def _moved(day: date, step: timedelta) -> date:
    try:
        return day + step
    except OverflowError as error:
        raise Invalid("no-working-day", day=day) from error


@dataclass(frozen=True)
class WorkTime:
    """A calendar in a time zone: one person's working time.

    Instants are aware and come back in UTC; local dates are of `zone`. Working hours are real
    hours: a day on which the clocks change may have one more or one less.
    """

    calendar: WorkCalendar
    zone: tzinfo

    def at(self, day: date, moment: time) -> datetime:
        """The UTC instant of a local date and time of day."""
        return datetime.combine(day, moment, self.zone).astimezone(UTC)

    def local_date(self, instant: datetime) -> date:
        """The local date of an instant."""
        return self._local(instant).date()

    def end_of_day(self, day: date) -> datetime:
        """The UTC instant at which this local day's working hours end, working or not."""
        return self.at(day, self.calendar.ends_on(day))

    def contains(self, instant: datetime) -> bool:
        """Whether the instant is working time; the very end of the day is not."""
        day = self.local_date(instant)
        if not self.calendar.is_working(day):
            return False
        starts, ends = self._window(day)
        return starts <= instant < ends

    def next_start(self, instant: datetime) -> datetime:
        """The instant itself inside working time, else the next start of a working day."""
        day = self.local_date(instant)
        if self.calendar.is_working(day):
            starts, ends = self._window(day)
            if instant < starts:
                return starts
            if instant < ends:
                return instant.astimezone(UTC)
        return self.at(self.calendar.next_working(_moved(day, _DAY)), self.calendar.starts)

    def add(self, instant: datetime, delta: timedelta) -> datetime:
        """The instant after `delta` of working time.

        What is used up exactly at the end of a day ends there, not on the next morning.
        """
        if delta < timedelta(0):
            raise ValueError("working time is only added")
        moment = self.next_start(instant)
        while True:
            _, ends = self._window(self.local_date(moment))
            left = ends - moment
            if delta <= left:
                return moment + delta
            delta -= left
            moment = self.next_start(ends)

    def between(self, since: datetime, until: datetime) -> timedelta:
        """Working time from `since` to `until`; nothing where `until` is not later."""
        total = timedelta(0)
        day, last = self.local_date(since), self.local_date(until)
        while day <= last:
            if self.calendar.is_working(day):
                starts, ends = self._window(day)
                total += max(timedelta(0), min(ends, until) - max(starts, since))
            day += _DAY
        return total

    @property
    def workday(self) -> timedelta:
        """How much working time a day has."""
        calendar = self.calendar
        return timedelta(
            hours=calendar.ends.hour - calendar.starts.hour,
            minutes=calendar.ends.minute - calendar.starts.minute,
        )

    def _window(self, day: date) -> tuple[datetime, datetime]:
        starts = self.at(day, self.calendar.starts)
        return starts, max(starts, self.at(day, self.calendar.ends_on(day)))

    def _local(self, instant: datetime) -> datetime:
        if instant.tzinfo is None:
            raise ValueError("an instant without a time zone")
        return instant.astimezone(self.zone)
