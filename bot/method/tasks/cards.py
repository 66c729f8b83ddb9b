"""Plain results about one task: its card, the dates that are offered, what was planned."""

from dataclasses import dataclass
from datetime import date, datetime, time

from bot.method.core.cards import AttemptFacts, Contacts, DealFacts, GapNotice, TaskLine, Touch
from bot.method.core.terms import Outcome, TaskKind, TaskStatus
from bot.method.people.clocks import OtherClock
from bot.method.tasks.date_question import AnswerDate, DateQuestion, PlanDate
from bot.method.tasks.steps import Preset, RetryTime


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
    """It has a time, and no reminder comes though reminders are wanted."""
    clock: OtherClock | None = None


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
