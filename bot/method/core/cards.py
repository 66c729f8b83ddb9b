"""Plain results that the screens of several topics show, ready for a view, without a table."""

from dataclasses import dataclass
from datetime import date, datetime, time

from bot.method.core.terms import (
    DealStatus,
    Direction,
    Event,
    GapReason,
    LossReason,
    TaskKind,
)
from bot.method.core.worth import LEAST_WORTH, Worth


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
