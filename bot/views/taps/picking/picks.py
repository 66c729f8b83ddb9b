"""Ticks on clients of the pool, and what becomes of all that are ticked (R6, R7)."""

from dataclasses import dataclass

from bot.method.pool.filters import PoolFilter
from bot.method.pool.leave import LeaveReason
from bot.views.taps.base import Page, Tap, tap


@tap("pkall")
@dataclass(frozen=True)
class OpenPicking(Tap):
    """A page of what is shown of the pool, with a tick for each client."""

    page: Page = 0
    only: PoolFilter = PoolFilter.ALL
    giver: int | None = None


@tap("pktick")
@dataclass(frozen=True)
class TickPooled(Tap):
    """Tick the client on that page, or not any more."""

    client_id: int
    on: bool
    page: Page = 0
    only: PoolFilter = PoolFilter.ALL
    giver: int | None = None


@tap("pkpage")
@dataclass(frozen=True)
class TickPage(Tap):
    """Tick all clients of that page, or none of them."""

    on: bool
    page: Page = 0
    only: PoolFilter = PoolFilter.ALL
    giver: int | None = None


@tap("pkno")
@dataclass(frozen=True)
class UntickAll(Tap):
    """Nobody is ticked any more."""


@tap("pkwho")
@dataclass(frozen=True)
class AskPickedWhom(Tap):
    """To which person all that are ticked go."""

    page: Page = 0


@tap("pklose")
@dataclass(frozen=True)
class AskPickedLost(Tap):
    """Whether all that are ticked are lost for good."""


@tap("pklost")
@dataclass(frozen=True)
class CallPickedLost(Tap):
    """They are, as many as were shown, for this reason."""

    n: int
    reason: LeaveReason


@tap("pksrch")
@dataclass(frozen=True)
class SearchPool(Tap):
    """Type whom to look for in the pool."""
