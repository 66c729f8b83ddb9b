"""What is done by tapping while everything without a task gets one (R1)."""

from dataclasses import dataclass
from datetime import date

from bot.views.taps.base import Tap, tap


@tap("wp")
@dataclass(frozen=True)
class WalkPlan(Tap):
    """Plan this stop of the walk on a local date."""

    gap_id: int
    on: date


@tap("wo")
@dataclass(frozen=True)
class WalkCardAgain(Tap):
    """Back to this stop of the walk."""

    gap_id: int


@tap("wr")
@dataclass(frozen=True)
class WalkRelease(Tap):
    """Not active: to the pool; `sure` where deals are lost with it."""

    gap_id: int
    sure: bool = False


@tap("ws")
@dataclass(frozen=True)
class WalkEnd(Tap):
    """Stop the walk here."""

    gap_id: int


@tap("wd")
@dataclass(frozen=True)
class PutOnDeal(Tap):
    """Put the contact's task on the deal that has none; `walking` goes on with the walk."""

    gap_id: int
    walking: bool


@tap("sp")
@dataclass(frozen=True)
class PreviewSpread(Tap):
    """What spreading everything without a task would give."""


@tap("spy")
@dataclass(frozen=True)
class SpreadNow(Tap):
    """Carry out the plan of this mark."""

    mark: int
