"""How the days of many people ended, side by side (R12)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.method.core.workdays import WorkCalendar

HEAT_DAYS = 10
"""Working days that a phone can show side by side."""
HEAT_PEOPLE = 10
_FEW = 3
"""So many tasks left are a day that was nearly closed."""


class Warmth(StrEnum):
    """How a day ended; nothing is known of a day off or a vacation."""

    CLEAN = "clean"
    FEW = "few"
    MANY = "many"
    NONE = "none"


@dataclass(frozen=True)
class HeatCell:
    """One day of one person, and how many tasks were left."""

    warmth: Warmth
    left: int = 0

    @classmethod
    def of(cls, clean: bool, left: int) -> "HeatCell":
        """By what was recorded; a day of open questions alone is not clean either."""
        if clean:
            return cls(Warmth.CLEAN)
        return cls(Warmth.FEW if left <= _FEW else Warmth.MANY, left)


@dataclass(frozen=True)
class HeatRow:
    """A person with a cell for each day."""

    name: str
    cells: tuple[HeatCell, ...]

    @property
    def clean(self) -> int:
        """How many days were clean."""
        return sum(cell.warmth is Warmth.CLEAN for cell in self.cells)

    @property
    def known(self) -> int:
        """How many days have ended."""
        return sum(cell.warmth is not Warmth.NONE for cell in self.cells)


@dataclass(frozen=True)
class HeatMap:
    """A page of people by the last working days, the oldest first."""

    days: tuple[date, ...]
    rows: tuple[HeatRow, ...]
    today: date
    page: int = 0
    pages: int = 1
    team_id: int | None = None


def heat_days(today: date, calendar: WorkCalendar) -> Sequence[date]:
    """The last working days, today included where it is one."""
    days = [calendar.previous_working(today)]
    while len(days) < HEAT_DAYS:
        days.append(calendar.previous_working(days[-1] - timedelta(days=1)))
    return days[::-1]
