"""The walk through everything without a task: what is worth most comes first (R1)."""

from dataclasses import dataclass

from bot.method.core.cards import Touch
from bot.method.core.terms import ClientKind
from bot.method.core.worth import Worth
from bot.method.gaps.cards import GapLine
from bot.method.tasks.cards import NextStep


@dataclass(frozen=True)
class Uncovered:
    """A deal or a client without a task."""

    client_id: int
    deal_id: int | None
    name: str
    kind: ClientKind
    client_class: str | None
    worth: Worth


@dataclass(frozen=True)
class Progress:
    """How far the walk has come: `left` of `total` clients and deals have no task."""

    left: int
    total: int


@dataclass(frozen=True)
class OnDeal:
    """The contact's task stands on the deal that lacked one (R2); where it is `too_far` away for
    a deal, the stop is still open."""

    client_id: int
    deal_id: int | None
    client_name: str | None
    """None where the stop was closed before and nothing was done."""
    too_far: bool


@dataclass(frozen=True)
class WalkCard:
    """One stop of the walk: what has no task, the dates for it, and the last touch."""

    line: GapLine
    ask: NextStep
    progress: Progress
    last: Touch | None = None
