"""What becomes of a row: decided once, for both dry runs and the import (R1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.method.imports.plan import Duplicates


class RowResult(StrEnum):
    """What became of a row of a file."""

    IMPORTED = "imported"
    MERGED = "merged"
    REJECTED = "rejected"


@dataclass(frozen=True)
class Met:
    """A client that a row means.

    `own`: rows may add to the client. `is_new`: a row of the same file has just brought it.
    `inside`: the row is another person of the same company. `lost`: a head has closed it for good.
    """

    own: bool
    is_new: bool = False
    inside: bool = False
    lost: bool = False


@dataclass(frozen=True)
class New:
    """A client to be added."""


@dataclass(frozen=True)
class MergeInto:
    """The row goes to the client at this place among those it means; `changes`: it may change
    that client; `inside`: as somebody inside it."""

    place: int
    changes: bool
    inside: bool = False


@dataclass(frozen=True)
class Rejected:
    """Nothing comes of the row; the code says why."""

    code: str


RowDecision = New | MergeInto | Rejected


def decide(met: Sequence[Met], by_number: bool, duplicates: Duplicates) -> RowDecision:
    """What becomes of a row that means these clients, by the number in the other system or not.

    The very same row of the very same file makes no second client, whatever was chosen. Whose
    the client of a rejected row is stays unsaid: the file may come from anybody. Who it is goes
    before where somebody works. Who is lost for good does not come back by a file either (R7).
    """
    if any(client.lost and not client.inside for client in met):
        return Rejected("row-lost")
    if not met or (duplicates is Duplicates.CREATE and not by_number):
        return New()
    for inside in (False, True):
        alike = [place for place, client in enumerate(met) if client.inside is inside]
        for place in alike:
            if met[place].own:
                changes = duplicates is not Duplicates.SKIP or met[place].is_new
                return MergeInto(place, changes, inside)
        if alike:
            break
    return Rejected("row-held")
