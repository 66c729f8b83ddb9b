"""The question for a date: what it is for, and what becomes of an answer (R3, R4)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple, assert_never

from bot.method.core.refusals import NotNow
from bot.method.core.terms import Outcome, TaskKind
from bot.method.core.workdays import WorkCalendar
from bot.method.people.clocks import OtherClock
from bot.method.tasks.phrases.moment import Moment
from bot.method.tasks.steps import check_date

_HALF_HOUR = timedelta(minutes=30)
_MOST_SLOTS = 24


class Purpose(StrEnum):
    """What the date is for, as buttons and stored forms spell it."""

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
class PlanDate:
    """Of the next task, on this deal where one is named; `outcome` is what the question came
    after."""

    client_id: int
    deal_id: int | None = None
    kind: TaskKind = TaskKind.CALL
    outcome: Outcome | None = None


@dataclass(frozen=True)
class MoveDate:
    """Another date for the same task."""

    client_id: int
    task_id: int


@dataclass(frozen=True)
class RetryDate:
    """When to try again after nobody answered; `attempt` is the number of the attempt that the
    button was offered for, where it says so."""

    client_id: int
    task_id: int
    attempt: int | None = None


@dataclass(frozen=True)
class BuyDate:
    """Of the first task of a new deal; `task_id` is the task that it comes from."""

    client_id: int
    task_id: int | None = None


@dataclass(frozen=True)
class WalkDate:
    """For a stop of the walk."""

    client_id: int
    gap_id: int


@dataclass(frozen=True)
class AnswerDate:
    """Of the next task, with which the inbound `task_id` is answered."""

    client_id: int
    task_id: int
    kind: TaskKind = TaskKind.CALL


DateQuestion = PlanDate | MoveDate | RetryDate | BuyDate | WalkDate | AnswerDate
"""What a date is asked for; the client is the one that its screens lead to."""


class Packed(NamedTuple):
    """A question as buttons and stored forms have it: `other_id` is a deal for a plan, a gap in
    the walk, a task otherwise."""

    purpose: Purpose
    client_id: int
    other_id: int | None = None
    kind: TaskKind = TaskKind.CALL


def packed(question: DateQuestion) -> Packed:
    """The question in its stored form; what it came after is kept beside it."""
    match question:
        case PlanDate(client_id, deal_id, kind):
            return Packed(Purpose.PLAN, client_id, deal_id, kind)
        case MoveDate(client_id, task_id):
            return Packed(Purpose.MOVE, client_id, task_id)
        case RetryDate(client_id=client_id, task_id=task_id):
            return Packed(Purpose.AGAIN, client_id, task_id)
        case BuyDate(client_id, source_id):
            return Packed(Purpose.BUY, client_id, source_id)
        case WalkDate(client_id, gap_id):
            return Packed(Purpose.WALK, client_id, gap_id)
        case AnswerDate(client_id, task_id, kind):
            return Packed(Purpose.ANSWER, client_id, task_id, kind)
    assert_never(question)


def unpacked(stored: Packed, outcome: Outcome | None = None) -> DateQuestion:
    """The question again. A button that has lost the id it needs is about nothing there is."""
    purpose, client_id, other_id, kind = stored
    match purpose:
        case Purpose.PLAN:
            return PlanDate(client_id, other_id, kind, outcome)
        case Purpose.MOVE:
            return MoveDate(client_id, other_id or 0)
        case Purpose.AGAIN:
            return RetryDate(client_id, other_id or 0)
        case Purpose.BUY:
            return BuyDate(client_id, other_id)
        case Purpose.WALK:
            return WalkDate(client_id, other_id or 0)
        case Purpose.ANSWER:
            return AnswerDate(client_id, other_id or 0, kind)
    assert_never(purpose)


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
class NeedsReason:
    """The task was moved often: people say why it is moved to this date once more."""

    task_id: int
    moment: Moment


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
    clock: OtherClock | None = None


def _said_on(moment: Moment) -> date:
    """The date as it was said: that of an owner in the same time zone."""
    return moment.on


def judge(
    moments: Sequence[Moment],
    today: date,
    horizon_days: int,
    calendar: WorkCalendar,
    date_of: Callable[[Moment], date] = _said_on,
) -> Verdict:
    """What becomes of a date, the likeliest meaning first, by the owner's date and calendar.

    `date_of` says on which date of the owner a moment lies that was said in the reader's time;
    what is answered is the reader's again. The likeliest is taken without a question where it
    alone lies within the horizon. Raises Invalid as `check_date`.
    """
    last = today + timedelta(days=horizon_days)
    within = [moment for moment in moments if date_of(moment) <= last]
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
    return tuple(slot.time() for slot in made if slot > now.replace(tzinfo=None))
