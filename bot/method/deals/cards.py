"""Plain results about deals and their stages, for their screens."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from zlib import crc32

from bot.method.core.cards import DealFacts
from bot.method.deals.filters import DealFilter
from bot.method.tasks.cards import NextStep

RECENT_DAYS = 30
"""How long a closed deal stays in the lists of won and lost ones."""


@dataclass(frozen=True)
class StageLine:
    """A stage: its name is what deals keep, its key is what a button carries."""

    name: str
    deals: int = 0

    @property
    def key(self) -> int:
        """The same for the same name, in every list and after every restart."""
        return stage_key(self.name)


@dataclass(frozen=True)
class DealCard:
    """A deal with the client it belongs to; `owner_name` where that is not the reader."""

    deal: DealFacts
    client_id: int
    client_name: str
    today: date
    owner_name: str | None = None


@dataclass(frozen=True)
class DealEnded:
    """A deal that has just ended, and the question that follows."""

    deal: DealFacts
    ask: NextStep


@dataclass(frozen=True)
class DealPage:
    """One page of deals; `sums` in minor units by currency, of all pages together."""

    lines: tuple[DealCard, ...]
    total: int
    page: int
    pages: int
    today: date
    only: DealFilter = DealFilter.OPEN
    stage: StageLine | None = None
    sums: Mapping[str, int] | None = None
    stale_days: int = 0


@dataclass(frozen=True)
class DealDraft:
    """What has been typed about a deal that is not there yet; `amount` in minor units."""

    title: str | None = None
    amount: int | None = None
    currency: str | None = None


def stage_key(name: str) -> int:
    """The key of a stage's name."""
    return crc32(name.encode())


def stage_by_key(stages: Iterable[StageLine], key: int) -> StageLine | None:
    """The stage of a button; None where it has been taken off or renamed."""
    return next((stage for stage in stages if stage.key == key), None)
