"""The next step is not optional: which dates are offered, and which are refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.method.core.policy import Policy
from bot.method.core.refusals import Invalid, NotNow
from bot.method.core.workdays import WorkCalendar, WorkTime

FARTHEST_DAYS = 731
"""A date later than two years from today is taken for a slip of the finger."""


class Ahead(StrEnum):
    """How far ahead a date button lies, as its words are called."""

    TOMORROW = "tomorrow"
    THREE_DAYS = "three_days"
    WEEK = "week"
    TWO_WEEKS = "two_weeks"


class RetryTime(StrEnum):
    """What a button after no answer offers; START: the beginning of the next working day."""

    HOUR = "hour"
    THREE_HOURS = "three_hours"
    START = "start"
    MORNING = "morning"
    AFTERNOON = "afternoon"


_PRESETS = ((Ahead.TOMORROW, 1), (Ahead.THREE_DAYS, 3), (Ahead.WEEK, 7), (Ahead.TWO_WEEKS, 14))
_SOON = ((RetryTime.HOUR, timedelta(hours=1)), (RetryTime.THREE_HOURS, timedelta(hours=3)))
_LATER = ((RetryTime.MORNING, time(10)), (RetryTime.AFTERNOON, time(15)))


@dataclass(frozen=True)
class Preset:
    """One date button: a local date, that day's planned tasks, and whether it may be chosen."""

    ahead: Ahead
    on: date
    load: int
    capacity: int
    full: bool
    locked: bool


@dataclass(frozen=True)
class TimedPreset:
    """One button after no answer: the UTC instant and its local date."""

    offer: RetryTime
    at: datetime
    on: date


@dataclass(frozen=True)
class DateCheck:
    """A date that may be taken. On a day off people are asked, with `instead` as the offer."""

    on: date
    day_off: bool
    instead: date | None


def presets(
    today: date,
    load: Mapping[date, int],
    capacity: int,
    horizon_days: int,
    calendar: WorkCalendar,
) -> tuple[Preset, ...]:
    """The four date buttons by the owner's local date: calendar days, then a working day."""
    last = today + timedelta(days=horizon_days)
    made = []
    for ahead, days in _PRESETS:
        day = _working_within(today + timedelta(days=days), today, last, calendar)
        on = day or calendar.next_working(today + timedelta(days=days))
        taken = load.get(on, 0)
        made.append(Preset(ahead, on, taken, capacity, taken >= capacity, locked=day is None))
    return tuple(made)


def no_answer_presets(now: datetime, worktime: WorkTime) -> tuple[TimedPreset, ...]:
    """The four buttons after no answer, all inside the owner's working time.

    What would fall after the end of the day comes at the start of the next working one, once.
    """
    minute = now.replace(second=0, microsecond=0)
    made = []
    for offer, delta in _SOON:
        at = worktime.next_start(minute + delta)
        inside = at == minute + delta
        made.append((offer if inside else RetryTime.START, at))
    made = list(dict.fromkeys(made))
    tomorrow = worktime.calendar.shift(worktime.local_date(now), 1)
    for offer, hour in _LATER:
        made.append((offer, worktime.at(tomorrow, inside_day(hour, worktime.calendar))))
    return tuple(TimedPreset(offer, at, worktime.local_date(at)) for offer, at in made)


def attempts_allowed(is_new: bool, policy: Policy) -> int:
    """How often a client is tried before the channel is changed."""
    return policy.attempts_new if is_new else policy.attempts_known


def is_moved_often(moves: int, policy: Policy) -> bool:
    """Whether one more move of a task needs a reason, which its owner's head is told."""
    return moves >= policy.moved_often


def check_date(on: date, today: date, horizon_days: int, calendar: WorkCalendar) -> DateCheck:
    """Whether the task may stand on this local date; today and today + horizon are allowed.

    Raises Invalid("date-past"), Invalid("date-far") beyond two years, and
    NotNow("beyond-horizon") with the `last` date and the `days` of the horizon.
    """
    if on < today:
        raise Invalid("date-past", on=on)
    if on > today + timedelta(days=FARTHEST_DAYS):
        raise Invalid("date-far", on=on)
    last = today + timedelta(days=horizon_days)
    if on > last:
        raise NotNow("beyond-horizon", on=on, last=last, days=horizon_days)
    if calendar.is_working(on):
        return DateCheck(on, day_off=False, instead=None)
    return DateCheck(on, day_off=True, instead=_working_within(on, today, last, calendar))


def _working_within(day: date, today: date, last: date, calendar: WorkCalendar) -> date | None:
    """The next working day, or the last one before where that would pass `last`.

    None where `day` is beyond, or no working day is left after today.
    """
    if day > last:
        return None
    following = calendar.next_working(day)
    if following <= last:
        return following
    before = calendar.previous_working(last)
    return before if before > today else None


def inside_day(hour: time, calendar: WorkCalendar) -> time:
    """The hour, moved into the working day where that is unusually short or late."""
    on_some_day = datetime.combine(date(2000, 1, 3), calendar.ends)
    latest = (on_some_day - timedelta(hours=1)).time() if calendar.ends > time(1) else time(0)
    return max(calendar.starts, min(hour, latest))
