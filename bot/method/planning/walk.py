"""The walk through everything without a task: what is worth most comes first (R1)."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from bot.method.core.cards import NextStep, Touch
from bot.method.core.terms import ClientKind
from bot.method.gaps.cards import GapLine

Worth: TypeAlias = tuple[int, str, datetime]

_NO_CLASS = "~"


def worth(amount: int | None, client_class: str | None, since: datetime) -> Worth:
    """What comes first when people or days are short: the largest sum (minor units), then
    class A, B, C and none, then whatever has waited longest. Smaller is more urgent."""
    return -(amount or 0), client_class or _NO_CLASS, since


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
