"""Plain results about the pool and the attempts to bring clients back (R5, R6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.method.core.cards import Contacts, Touch
from bot.method.core.terms import PoolReason
from bot.method.pool.distribution import Skip, Unfit
from bot.method.pool.filters import EVERYBODY, HandOutWay, PoolChoice, PoolFilter
from bot.method.pool.leave import LeaveAsk, LeaveReason


@dataclass(frozen=True)
class PoolLine:
    """A client of the pool; dates are the reader's local ones."""

    client_id: int
    client_name: str
    entered_on: date | None
    reason: PoolReason | None
    from_name: str | None
    attempts: int
    attempts_limit: int
    cooldown_until: date | None = None
    comment: str | None = None


@dataclass(frozen=True)
class PoolPage:
    """One page of the pool."""

    lines: tuple[PoolLine, ...]
    total: int
    page: int
    pages: int
    today: date
    asked: int = 0
    """How many requests about clients that are to leave wait for the reader."""
    taking: bool = False
    """The reader takes clients by himself."""
    choice: PoolChoice = EVERYBODY
    giver_name: str | None = None
    sought: str | None = None
    """What was looked for, where only that is shown."""
    picked: frozenset[int] = frozenset()
    picked_total: int = 0
    """Who is ticked on this page, and how many in the whole pool."""


@dataclass(frozen=True)
class PoolFilters:
    """How many clients of the pool each filter shows, and how many each giver has left there."""

    choice: PoolChoice
    counts: Mapping[PoolFilter, int]
    givers: tuple[tuple[int, str, int], ...]


@dataclass(frozen=True)
class LostLine:
    """A client lost for good; who decided it and the date, the reader's local one."""

    client_id: int
    client_name: str
    lost_on: date | None
    by: str | None
    why: str | None
    reason: LeaveReason | None = None


@dataclass(frozen=True)
class LostPage:
    """One page of the lost."""

    lines: tuple[LostLine, ...]
    total: int
    page: int
    pages: int
    today: date


@dataclass(frozen=True)
class Releasable:
    """A client that may be let go now, and the reasons there are to choose from."""

    client_id: int
    client_name: str
    reasons: tuple[PoolReason, ...]
    asks: LeaveAsk | None = None
    """Why a head is only asked for it."""


@dataclass(frozen=True)
class Assignable:
    """A client of the pool that a leader may give to somebody, unless its attempts are `spent`."""

    client_id: int
    client_name: str
    attempts: int
    spent: bool


@dataclass(frozen=True)
class HandOutFacts:
    """A hand-out before it is confirmed or after it was done: names with their counts."""

    asked: int
    people: tuple[tuple[str, int], ...]
    skipped: Mapping[Skip, int]
    person_id: int | None = None
    mark: int = 0
    """The same for the same clients and people: carried out is only what was shown."""
    choice: PoolChoice = EVERYBODY
    without: tuple[tuple[str, Unfit], ...] = ()
    """Who is given nobody, and why."""
    way: HandOutWay = HandOutWay.TURNS
    free: tuple[int, ...] = ()
    """How many more tasks fit into the two weeks of each of `people`, by capacity."""

    @property
    def total(self) -> int:
        """How many clients find somebody."""
        return sum(count for _, count in self.people)


@dataclass(frozen=True)
class AttemptCard:
    """What the person who got a client for reactivation sees. `inbound_id` where the client has
    written himself, `wrote` what."""

    client_id: int
    client_name: str
    task_id: int | None
    n: int
    total: int
    verdict_on: date
    first_touch_on: date
    contacts: Contacts
    touches: tuple[Touch, ...]
    today: date
    inbound_id: int | None = None
    wrote: str | None = None
