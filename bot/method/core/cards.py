"""Plain results that screens show: what a service found, ready for a view, without a table."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from bot.method.core.terms import (
    DealStatus,
    Direction,
    Event,
    GapReason,
    LossReason,
    Outcome,
    TaskKind,
    TaskStatus,
)
from bot.method.core.worth import LEAST_WORTH, Worth
from bot.method.people.clocks import OtherClock
from bot.method.tasks.date_question import AnswerDate, DateQuestion, PlanDate
from bot.method.tasks.kinds import Workload
from bot.method.tasks.steps import Preset, RetryTime


@dataclass(frozen=True)
class Phone:
    """A phone in E.164 with the extension to be dialled, and whose inside the client it is.

    What is kept from before and is nobody's number is not `dialled`: it is shown as it stands.
    """

    number: str
    extension: str | None = None
    whose: str | None = None
    dialled: bool = True


@dataclass(frozen=True)
class Contacts:
    """The ways to reach a client."""

    phones: tuple[Phone, ...] = ()
    emails: tuple[str, ...] = ()
    telegram_id: int | None = None
    handle: str | None = None


@dataclass(frozen=True)
class DealFacts:
    """A deal; `amount` in minor units of `currency`, no title: shown by the client's name."""

    deal_id: int
    title: str | None
    status: DealStatus
    stage: str | None = None
    amount: int | None = None
    currency: str | None = None
    next_due: date | None = None
    uncovered: bool = False
    loss_reason: LossReason | None = None


@dataclass(frozen=True)
class TaskLine:
    """A task in a list by the reader's clock; a `due_on` without a time is the owner's date.
    `deal_title` is said where the client has several open deals."""

    task_id: int
    client_id: int
    client_name: str
    direction: Direction
    kind: TaskKind
    due_on: date | None
    due_time: time | None = None
    arrived: datetime | None = None
    overdue: bool = False
    title: str | None = None
    deal_title: str | None = None
    on_deal: bool = False
    attempts: int = 0
    worth: Worth = LEAST_WORTH


@dataclass(frozen=True)
class Touch:
    """One line of the timeline; `at` is the reader's local time, people in `data` are names."""

    at: datetime
    event: Event
    actor: str | None
    data: dict[str, object]
    entry_id: int = 0
    deal: str | None = None
    """Which of the client's several open deals it was about."""


@dataclass(frozen=True)
class GapNotice:
    """What will happen if nothing is planned; times are the reader's local ones."""

    reason: GapReason
    since: datetime
    next_step: str | None = None
    next_step_at: datetime | None = None
    pool_on: date | None = None


@dataclass(frozen=True)
class AttemptFacts:
    """A reactivation attempt: number `n` of `total`, verdict by the local date."""

    n: int
    total: int
    verdict_on: date


@dataclass(frozen=True)
class TaskCard:
    """Everything on one task's card."""

    line: TaskLine
    status: TaskStatus
    company: str | None
    contacts: Contacts
    deal: DealFacts | None
    touches: tuple[Touch, ...]
    moves: int
    attempts: int
    attempts_limit: int
    today: date
    text: str | None = None
    outcome: Outcome | None = None
    owner_name: str | None = None
    gap: GapNotice | None = None
    attempt: AttemptFacts | None = None
    in_round: bool = False
    open_deals: tuple[DealFacts, ...] = ()
    """Where else the task may be put."""
    arrival_id: int | None = None
    """What the reader brought and this inbound is of: it may turn out to be another client's."""
    has_content: bool = False
    """Something was sent that words can not show, and can be shown again."""
    clock: OtherClock | None = None


@dataclass(frozen=True)
class NextStep:
    """The question that is not optional: when is the next contact?

    `outcome` is what has just been committed; None when the question is asked by itself.
    `covered_on` is the next date that is planned, `overdue` that an earlier one is waiting still.
    `in_round`: the reader is in work mode, where something comes after this client. `answers`:
    the inbound that is worked off by choosing a date. `newest` is the newest open task of the
    client: what is planned later answers the question. `words`: what is to be done then.
    """

    client_id: int
    client_name: str
    deal_id: int | None
    deal_title: str | None
    presets: tuple[Preset, ...]
    today: date
    horizon_days: int
    outcome: Outcome | None = None
    covered_on: date | None = None
    gap: GapNotice | None = None
    overdue: bool = False
    can_release: bool = True
    deals: tuple[DealFacts, ...] = ()
    kind: TaskKind = TaskKind.CALL
    in_round: bool = False
    answers: int | None = None
    newest: int = 0
    words: str | None = None
    paused_until: date | None = None

    @property
    def question(self) -> DateQuestion:
        """What a date chosen here is for."""
        if self.answers is not None:
            return AnswerDate(self.client_id, self.answers, self.kind)
        return PlanDate(self.client_id, self.deal_id, self.kind, self.outcome)


@dataclass(frozen=True)
class AskedLine:
    """What has arrived and waits for the reader's word, whose it is or whether he takes it; `at` is
    local, `sender` None: hidden, `text` its beginning, `brought_by` who was asked before him."""

    arrival_id: int
    sender: str | None
    at: datetime
    text: str
    brought_by: str | None = None


class DayPart(StrEnum):
    """Which of the day's tasks a list shows; without it all of them."""

    INBOUND = "i"
    TODAY = "t"


@dataclass(frozen=True)
class DayPage:
    """One page of what is to be done today: inbound, overdue, timed, all-day (R10).

    The counters are of the whole day, whatever `part` of it the lines show.
    """

    today: date
    inbound: int
    overdue: int
    planned: int
    gaps: int
    lines: tuple[TaskLine, ...]
    page: int
    pages: int
    next_days: tuple[tuple[date, Workload], ...] = ()
    days_off: int = 0
    part: DayPart | None = None
    absent: tuple[tuple[int, str], ...] = ()
    """Ids and names of people on vacation for whom the reader stands in."""
    new_here: bool = False
    """The reader has no clients yet."""
    leads: bool = False
    asked: tuple[AskedLine, ...] = ()
    """The first of the questions that wait for the reader's answer."""
    asked_total: int = 0
    team_asked: tuple[tuple[str, int], ...] = ()
    """Of the people whom the reader leads: who has left how many standing for a working day."""
    capacity: int = 12
    """The norm of outbound tasks a day."""
    tables: bool = False
    """The reader wants the numbers as tables."""

    @property
    def total(self) -> int:
        """Tasks to be worked off today."""
        return self.inbound + self.overdue + self.planned


@dataclass(frozen=True)
class Planned:
    """What was planned just now, and what comes next; `cancelled` are obsolete reminders.

    `in_round`: what comes next is shown by itself. `for_team`: a head has planned it for somebody
    else, whose next task is no concern of his.
    """

    client_id: int
    client_name: str
    on: date
    today: date
    at: time | None = None
    deal_title: str | None = None
    on_deal: bool = False
    cancelled: tuple[TaskLine, ...] = ()
    following: TaskLine | None = None
    left: int = 0
    asked: int = 0
    """What has arrived and waits for the reader's word: his day is not clean with it."""
    kind: TaskKind = TaskKind.CALL
    in_round: bool = False
    for_team: bool = False
    title: str | None = None
    opened_deal_id: int | None = None
    """The deal that was made in the same act."""
    unreminded: bool = False
    clock: OtherClock | None = None
    """It has a time, and no reminder comes though reminders are wanted."""


@dataclass(frozen=True)
class MoveChoice:
    """The dates offered for a task that is moved; `often`: moved so often that one asks first what
    is the matter with it. `deal_id` is the task's own deal."""

    task_id: int
    deal_id: int | None
    moves: int
    often: bool
    ask: NextStep


@dataclass(frozen=True)
class NoAnswerChoice:
    """When to try again: it would be attempt number `attempt` of `total`."""

    task_id: int
    client_id: int
    client_name: str
    attempt: int
    total: int
    options: tuple[tuple[RetryTime, datetime], ...]
    """What is offered, in the reader's local time."""
    today: date
