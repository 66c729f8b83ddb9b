"""The walk through everything without a task: what is worth most comes first (R1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from bot.method.cards import NextStep, Touch
from bot.method.neglect import GapLine

Worth: TypeAlias = tuple[int, str, datetime]

_NO_CLASS = "~"


def worth(amount: int | None, client_class: str | None, since: datetime) -> Worth:
    """What comes first when people or days are short: the largest sum (minor units), then
    class A, B, C and none, then whatever has waited longest. Smaller is more urgent."""
    return -(amount or 0), client_class or _NO_CLASS, since


@dataclass(frozen=True)
class Uncovered:
    """A deal or a client without a task. `is_open`: still so; `asked`: the owner has seen it."""

    gap_id: int
    client_id: int
    deal_id: int | None
    worth: Worth
    is_open: bool = True
    asked: bool = False


def following(everything: Sequence[Uncovered], after: int | None) -> Uncovered | None:
    """What the walk shows after the gap `after`; None where nothing is left.

    With no `after` the walk goes on at the first that was never shown. What was skipped stays in
    its place, so it comes back once the end has been reached.
    """
    order = sorted(everything, key=lambda one: (one.worth, one.gap_id))
    left = [one for one in order if one.is_open]
    if not left:
        return None
    places = {one.gap_id: place for place, one in enumerate(order)}
    if after not in places:
        return next((one for one in left if not one.asked), left[0])
    return next((one for one in left if places[one.gap_id] > places[after]), left[0])


@dataclass(frozen=True)
class Progress:
    """How far the walk has come: `left` of `total` clients and deals have no task."""

    left: int
    total: int


@dataclass(frozen=True)
class WalkCard:
    """One stop of the walk: what has no task, the dates for it, and the last touch."""

    line: GapLine
    ask: NextStep
    progress: Progress
    last: Touch | None = None
