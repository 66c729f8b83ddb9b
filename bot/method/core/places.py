"""Places: where a screen goes back to. Stale answers, undo and back buttons say it in these."""

from dataclasses import dataclass

from bot.method.core.terms import Outcome
from bot.method.deals.filters import DealFilter
from bot.method.pool.filters import HandOutWay, PoolFilter


@dataclass(frozen=True)
class TaskAt:
    """The card of a task."""

    task_id: int


@dataclass(frozen=True)
class ClientAt:
    """The card of a client."""

    client_id: int


@dataclass(frozen=True)
class DealAt:
    """The card of a deal; with the page of the list that it was opened from, where `only` says
    which list that is."""

    deal_id: int
    page: int = 0
    only: DealFilter | None = None
    stage: int | None = None

    @property
    def listing(self) -> "DealList | None":
        """The list that the card leads back to."""
        return None if self.only is None else DealList(self.page, self.only, self.stage)


@dataclass(frozen=True)
class DateAsked:
    """The question for the next contact, on this deal where one is named; `outcome` is what it
    came after (R3)."""

    client_id: int
    deal_id: int | None = None
    outcome: Outcome | None = None


@dataclass(frozen=True)
class WalkAt:
    """The stop of the walk about this gap, or the one that follows once it is closed (R1)."""

    gap_id: int


@dataclass(frozen=True)
class SpreadPreview:
    """What giving a date to everything would plan (R1)."""


@dataclass(frozen=True)
class UnloadPreview:
    """What unloading the full days would move (R8)."""


@dataclass(frozen=True)
class HandOutPreview:
    """Whom handing out `n` clients of the pool would reach, all or one person; of those that fit
    the filter and were that `giver`'s (R6)."""

    n: int
    person_id: int | None = None
    only: PoolFilter = PoolFilter.ALL
    giver: int | None = None
    way: HandOutWay = HandOutWay.TURNS


@dataclass(frozen=True)
class PoolList:
    """The first page of the pool (R6)."""


@dataclass(frozen=True)
class FoundList:
    """A page of what a search found, by the line that it was typed in."""

    line_id: int
    page: int = 0


@dataclass(frozen=True)
class DealList:
    """A page of a list of deals; `stage` is a stage's key (R11)."""

    page: int = 0
    only: DealFilter = DealFilter.OPEN
    stage: int | None = None


@dataclass(frozen=True)
class TeamGapList:
    """A page of the team's clients without a task (R5)."""

    page: int = 0


@dataclass(frozen=True)
class DecisionOn:
    """The head's decisions about a client without a task, from that page of the list (R5)."""

    client_id: int
    page: int = 0


@dataclass(frozen=True)
class PersonAt:
    """The card of somebody of the company."""

    person_id: int


@dataclass(frozen=True)
class MyDay:
    """The tasks of today (R10)."""


Preview = SpreadPreview | UnloadPreview | HandOutPreview
"""What an act on many would do, to be confirmed."""

Listing = FoundList | DealList | TeamGapList | DecisionOn
"""What a card is opened from, and leads back to."""

Card = TaskAt | ClientAt | DealAt | PersonAt
"""What is about one thing."""

Place = Card | DateAsked | WalkAt | Preview | PoolList | MyDay | Listing


def deal_at(deal_id: int, listing: DealList | None = None) -> DealAt:
    """The card of the deal, opened from this list."""
    if listing is None:
        return DealAt(deal_id)
    return DealAt(deal_id, listing.page, listing.only, listing.stage)


def task_if_any(task_id: int | None) -> TaskAt | None:
    """The task that something has become, where it has."""
    return None if task_id is None else TaskAt(task_id)


def task_or_client(task_id: int | None, client_id: int) -> TaskAt | ClientAt:
    """The task that somebody came from, else the client."""
    return ClientAt(client_id) if task_id is None else TaskAt(task_id)
