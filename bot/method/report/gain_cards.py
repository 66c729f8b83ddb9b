"""What the screen of what the method brought shows (R12)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.method.report.gains import GainCause, GainKind, GainPeriod
from bot.method.report.periods import DaySpan


@dataclass(frozen=True)
class GainTotals:
    """How many deals were won and clients returned, and the sums (minor units) by currency."""

    won: int = 0
    returned: int = 0
    sums: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be shown."""
        return not self.won and not self.returned


@dataclass(frozen=True)
class GainLine:
    """One result with its chain; the dates are local to the reader. `person` is None where it is
    the reader himself."""

    kind: GainKind
    client_id: int
    client_name: str
    title: str | None
    person: str | None
    amount: int | None
    currency: str | None
    cause: GainCause
    caused_on: date
    step_on: date
    on: date


@dataclass(frozen=True)
class GainPage:
    """A page of the results of a period, the latest first; `leads`: the reader is a head or an
    admin."""

    period: GainPeriod
    span: DaySpan
    today: date
    totals: GainTotals
    lines: tuple[GainLine, ...]
    page: int
    pages: int
    leads: bool = False
