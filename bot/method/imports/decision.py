"""What becomes of a row: decided once, for both dry runs and the import (R1)."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.method.imports.plan import Duplicates


@dataclass(frozen=True)
class Met:
    """A client that a row means.

    `own`: rows may add to the client. `is_new`: a row of the same file has just brought it.
    """

    own: bool
    is_new: bool = False


@dataclass(frozen=True)
class New:
    """A client to be added."""


@dataclass(frozen=True)
class MergeInto:
    """The row goes to the client at this place among those it means; `changes`: it may change
    that client."""

    place: int
    changes: bool


@dataclass(frozen=True)
class Rejected:
    """Nothing comes of the row; the code says why."""

    code: str


RowDecision = New | MergeInto | Rejected


def decide(met: Sequence[Met], by_number: bool, duplicates: Duplicates) -> RowDecision:
    """What becomes of a row that means these clients, by the number in the other system or not.

    The very same row of the very same file makes no second client, whatever was chosen. Whose
    the client of a rejected row is stays unsaid: the file may come from anybody.
    """
    if not met or (duplicates is Duplicates.CREATE and not by_number):
        return New()
    for place, client in enumerate(met):
        if client.own:
            return MergeInto(place, duplicates is not Duplicates.SKIP or client.is_new)
    return Rejected("row-held")
