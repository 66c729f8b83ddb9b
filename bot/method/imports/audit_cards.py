"""Plain results of an audit, and what its file could not tell."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.method.core.terms import GapReason
from bot.method.imports.rows import CellProblem

Sums = Mapping[str, int]
"""Minor units by currency."""


@dataclass(frozen=True)
class Verdicts:
    """How many are covered and how many are not, by why; `unknown`: the file does not say."""

    covered: int = 0
    unknown: int = 0
    reasons: Mapping[GapReason, int] = field(default_factory=dict)

    @property
    def uncovered(self) -> int:
        """How many are known to have no task that covers them."""
        return sum(self.reasons.values())

    @property
    def all(self) -> int:
        """How many were judged."""
        return self.covered + self.unknown + self.uncovered


@dataclass(frozen=True)
class AuditShare:
    """The figures of everybody, or of one person (`responsible`, empty where the file names none).

    `clients` are all clients, `deals` the verdicts on open deals, `alone` those on clients without
    one. `open_sums` are of all open deals, `at_risk` of those not covered. `planned_by` is the day
    on which the last of what is not covered (or unknown) is planned at the norm; None: nothing is
    left to plan.
    """

    responsible: str
    clients: int
    deals: Verdicts
    alone: Verdicts
    open_sums: Sums
    at_risk: Sums
    planned_by: date | None = None

    @property
    def to_plan(self) -> int:
        """How many deals and clients want a task."""
        return sum(part.uncovered + part.unknown for part in (self.deals, self.alone))


@dataclass(frozen=True)
class AuditGap:
    """A deal, or a client without one (then `deal` is None), that no task covers; `reason` is None
    where the file does not say."""

    line: int
    client: str
    deal: str | None
    amount: int
    currency: str
    responsible: str
    reason: GapReason | None


@dataclass(frozen=True)
class Audit:
    """The whole result; `people` have the most to plan first."""

    today: date
    capacity: int
    has_tasks: bool
    total: AuditShare
    people: tuple[AuditShare, ...]
    dearest: tuple[AuditGap, ...]


class Missing(StrEnum):
    """What a file may have no column for, so that it can not tell it."""

    TASKS = "tasks"
    DEALS = "deals"
    SUMS = "sums"
    RESPONSIBLE = "responsible"
    CLOSED = "closed"


@dataclass(frozen=True)
class AuditedFile:
    """What the figures stand on.

    `rejected` and `problems` are the first ones, with their lines; their numbers are of all.
    `unknown` are the titles of columns that nobody understood, `missing` what the file has no
    place for. `tasks_lost` are rows whose task has no date, or none that could be read,
    `sums_assumed` the sums without a currency, taken for the one of `currency`. `sheets_left` are
    the names of the sheets with other columns, which nobody has looked into.
    """

    profile: str
    rows: int
    rejected_count: int = 0
    rejected: tuple[tuple[int, str], ...] = ()
    problem_count: int = 0
    problems: tuple[tuple[int, CellProblem], ...] = ()
    unknown: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    tasks_lost: int = 0
    sums_assumed: int = 0
    currency: str = ""
    sheets_left: tuple[str, ...] = ()


@dataclass(frozen=True)
class Audited:
    """A result and what it stands on."""

    found: Audit
    file: AuditedFile
