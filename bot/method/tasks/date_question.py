"""The question for a date: what it is for, and what becomes of an answer (R3, R4)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.method.core.refusals import NotNow
from bot.method.core.terms import Outcome, TaskKind
from bot.method.core.workdays import WorkCalendar
from bot.method.tasks.phrases.reading import Moment
from bot.method.tasks.steps import check_date

_HALF_HOUR = timedelta(minutes=30)
_MOST_SLOTS = 24


class Purpose(StrEnum):
    """What the date is for."""

    PLAN = "p"
    MOVE = "m"
    BUY = "b"
    AGAIN = "a"
    WALK = "w"
    ANSWER = "n"
    """A plan as the answer to an inbound."""


class MoveReason(StrEnum):
    """Why a task that was moved often is moved once more."""

    CLIENT_ASKED = "client_asked"
    WAITING = "waiting"
    NO_TIME = "no_time"
    OTHER = "other"


@dataclass(frozen=True)
class Question:
    """`other_id` is a deal for a plan, a gap in the walk, a task otherwise (none where a
    purchase came from none, the inbound for an answer); `kind` is of the task that is planned,
    `outcome` what the question came after."""

    purpose: Purpose
    client_id: int
    other_id: int | None = None
    kind: TaskKind = TaskKind.CALL
    outcome: Outcome | None = None


@dataclass(frozen=True)
class Taken:
    """The date may be taken as it is."""

    moment: Moment


@dataclass(frozen=True)
class Unsure:
    """It may mean several things: people choose."""

    moments: tuple[Moment, ...]


@dataclass(frozen=True)
class OnDayOff:
    """It is a day off: people are asked, with `instead` as the offer."""

    moment: Moment
    instead: Moment | None


@dataclass(frozen=True)
class TooFar:
    """It is beyond the horizon, whose last working day is the offer."""

    moment: Moment
    last: date
    days: int
    instead: Moment | None


Verdict = Taken | Unsure | OnDayOff | TooFar


@dataclass(frozen=True)
class MovedOften:
    """What a head is told of a task that was moved once more; `on` is the new date."""

    task_id: int
    client_id: int
    client_name: str
    owner_name: str
    count: int
    on: date
    why: MoveReason
    today: date


@dataclass(frozen=True)
class DayTimes:
    """The times of one day to choose from; `taken` are the tasks that stand at a time already.

    All times are the reader's local ones.
    """

    on: date
    today: date
    load: int
    capacity: int
    slots: tuple[time, ...]
    taken: tuple[tuple[time, str], ...]


def said_on(moment: Moment) -> date:
    """The date as it was said: that of an owner in the same time zone."""
    return moment.on


def judge(
    moments: Sequence[Moment],
    today: date,
    horizon_days: int,
    calendar: WorkCalendar,
    date_of: Callable[[Moment], date] = said_on,
) -> Verdict:
    """What becomes of a date, the likeliest meaning first, by the owner's date and calendar.

    `date_of` says on which date of the owner a moment lies that was said in the reader's time;
    what is answered is the reader's again. The likeliest is taken without a question where it
    alone lies within the horizon. Raises Invalid as `check_date`.
    """
    last = today + timedelta(days=horizon_days)
    within = [one for one in moments if date_of(one) <= last]
    first = moments[0]
    ahead = date_of(first) - first.on
    if len(moments) > 1 and within and within != [first]:
        return Unsure(tuple(moments))
    try:
        check = check_date(date_of(first), today, horizon_days, calendar)
    except NotNow:
        working = calendar.previous_working(last)
        instead = replace(first, on=working - ahead) if working > today else None
        return TooFar(first, last, horizon_days, instead)
    if not check.day_off:
        return Taken(first)
    instead_on = check.instead
    return OnDayOff(first, replace(first, on=instead_on - ahead) if instead_on else None)


def slots(on: date, now: datetime, calendar: WorkCalendar) -> tuple[time, ...]:
    """The times offered on a day, the working hours' ends included: every half hour, or every
    hour where that would be too many. What is past by `now` (local) is not offered."""
    step = _HALF_HOUR
    start, end = (datetime.combine(on, at) for at in (calendar.starts, calendar.ends))
    if (end - start) / step > _MOST_SLOTS:
        step *= 2
    count = (end - start) // step
    made = [start + number * step for number in range(count + 1)]
    return tuple(one.time() for one in made if one > now.replace(tzinfo=None))
