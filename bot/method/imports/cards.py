"""Plain results about an import through the chat, for its screens."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.method.core.policy import Policy
from bot.method.imports.audit_cards import Audited
from bot.method.imports.plan import ImportOptions
from bot.method.imports.rows import CellProblem, ImportFile
from bot.method.imports.state import ImportState
from bot.method.people.cards import PeoplePage


@dataclass(frozen=True)
class ImportCounts:
    """What a dry run has found or an import has done; rows = imported + merged + rejected.

    `filled` are those of the merged that get something by it, `at` is the row that comes next
    and `total` how many there are. `stopped`: it broke off there.
    """

    rows: int = 0
    imported: int = 0
    merged: int = 0
    filled: int = 0
    rejected: int = 0
    tasks: int = 0
    deals: int = 0
    at: int = 0
    total: int = 0
    stopped: bool = False

    @property
    def same(self) -> int:
        """Rows whose client is there already and lacks nothing that they have."""
        return self.merged - self.filled


@dataclass(frozen=True)
class TakenBackCounts:
    """Clients that are gone again, that have been worked with and stay, and that were put back
    to what they were before."""

    removed: int = 0
    kept: int = 0
    restored: int = 0


@dataclass(frozen=True)
class ImportCard:
    """One import as its owner sees it; `before` is when the same file came last, local.

    `file` is what was recognised, without its rows. `unknown` names a responsible whom nobody
    has been found for yet, with his place among the file's `responsibles`; only a leader is
    asked. `people` are the names of those who were found. `audited` is what the method says of the
    file by the company's `policy`, once somebody has asked.
    """

    import_id: int
    file_name: str
    state: ImportState
    today: date
    options: ImportOptions
    file: ImportFile | None = None
    counts: ImportCounts | None = None
    before: datetime | None = None
    refusal: str | None = None
    refusal_facts: Mapping[str, str | int] | None = None
    back: TakenBackCounts | None = None
    can_undo: bool = False
    can_give: bool = False
    unknown: tuple[int, str] | None = None
    people: tuple[tuple[str, str], ...] = ()
    audited: Audited | None = None
    policy: Policy = field(default_factory=Policy)

    @property
    def is_open(self) -> bool:
        """Whether its owner may still decide about it."""
        return self.state is ImportState.ASKING


@dataclass(frozen=True)
class NameQuestion:
    """Who is it that the file calls so?"""

    import_id: int
    index: int
    name: str
    left: int
    people: PeoplePage


@dataclass(frozen=True)
class ImportFaults:
    """What the file about single rows lists: those that were rejected, cells that were not
    understood, and to which clients rows have been merged."""

    rows: tuple[tuple[int, str], ...]
    cells: tuple[tuple[int, CellProblem], ...]
    more_cells: int = 0
    merged: tuple[tuple[int, str], ...] = ()
