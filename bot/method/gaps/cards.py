"""Plain results about clients without a task, for lists, nudges and escalations (R5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.method.core.cards import TaskLine
from bot.method.core.terms import Event, GapReason, GapStep
from bot.method.gaps.reprieve import ReprieveKind, ReprieveLine
from bot.method.people.clocks import OtherClock
from bot.method.pool.leave import LeaveLine

DECISIONS = frozenset(
    {
        Event.DAY_GIVEN,
        Event.REPRIEVE_GIVEN,
        Event.REPRIEVE_REFUSED,
        Event.LEAVE_REFUSED,
        Event.OWNER_CHANGED,
        Event.TASK_PLANNED,
        Event.POOLED,
        Event.LOST,
        Event.RESTORED,
        Event.ANOTHER_ROUND,
    }
)
"""What a head decides about somebody's client (R5)."""


@dataclass(frozen=True)
class GapLine:
    """One open gap; `since` is the reader's local time, `waited` the owner's working time,
    `workday` how much of it a day has.

    `pool_on` is the reader's local date of the automatic pool, once it is near enough to be shown;
    `given_until` the reader's local time until which a head lets the ladder wait,
    `locked_until` the local date until which the pool does; `owner_gone`: the owner's access is
    closed, and nobody else plans for the client.
    """

    gap_id: int
    client_id: int
    client_name: str
    deal_id: int | None
    deal_title: str | None
    owner_id: int
    owner_name: str
    reason: GapReason
    step: GapStep
    since: datetime
    waited: timedelta
    workday: timedelta = timedelta(hours=9)
    amount: int | None = None
    currency: str | None = None
    pool_on: date | None = None
    given_until: datetime | None = None
    locked_until: date | None = None
    owner_gone: bool = False
    instead: bool = False
    """The reader is on duty for the owner."""
    clock: OtherClock | None = None


@dataclass(frozen=True)
class BaseProgress:
    """How much of what an import brought still waits for its first task."""

    name: str
    left: int
    total: int


@dataclass(frozen=True)
class Decision:
    """What another head or admin has decided about a client, and how long ago."""

    event: Event
    name: str
    ago: timedelta
    reprieve: ReprieveKind | None = None
    """Which of the two was given."""


@dataclass(frozen=True)
class DecidedBefore:
    """What whoever decides next has to know: the last decision of another head or admin, and how
    often the client's owner was given another day since the client is without a task."""

    last: Decision | None = None
    days_given: int = 0


NOTHING_DECIDED = DecidedBefore()


@dataclass(frozen=True)
class GapPage:
    """One page of gaps; `sums` are minor units by currency over all pages.

    What an import has muted is in none of them, but in `bases`.
    """

    lines: tuple[GapLine, ...]
    total: int
    page: int
    pages: int
    today: date
    sums: Mapping[str, int]
    bases: tuple[BaseProgress, ...] = ()
    before: DecidedBefore = DecidedBefore()
    """For one client only."""
    asked: tuple[ReprieveLine, ...] = ()
    leave: LeaveLine | None = None
    """What the owner has asked the heads for and waits for, of one client only."""
    nobody_led: bool = False
    """The reader leads nobody: there is nobody whose clients could be here."""


@dataclass(frozen=True)
class ToDecide:
    """How many requests of the people whom a head leads wait for him: to let a client wait, and to
    let one go."""

    pauses: int = 0
    leaves: int = 0

    @property
    def total(self) -> int:
        """Both."""
        return self.pauses + self.leaves


@dataclass(frozen=True)
class LateLine:
    """An inbound that waits longer than its deadline; `waited` is the owner's working time."""

    line: TaskLine
    owner_name: str
    waited: timedelta
    workday: timedelta = timedelta(hours=9)
    instead: bool = False
    """The reader is on duty for the owner."""
    clock: OtherClock | None = None


class OwnerAsk(StrEnum):
    """What a head asks an owner with one tap."""

    STATE = "state"
    WHEN = "when"
    HELP = "help"


@dataclass(frozen=True)
class OwnerQuestion:
    """What a head asks the owner of a client, by its code or in his own words; `answer` once there
    is one."""

    entry_id: int
    client_id: int
    client_name: str
    asker: str
    code: OwnerAsk | None
    text: str
    answer: str | None = None
    answerer: str = ""
