"""Tables that become the sheets of a workbook."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

SheetValue = str | int | Decimal | date | datetime | None


class CellKind(StrEnum):
    """What a column holds that is not text; a moment is a local one."""

    NUMBER = "number"
    PERCENT = "percent"
    """A share of one."""
    DATE = "date"
    MOMENT = "moment"


@dataclass(frozen=True)
class BarsLook:
    """A chart below the table: a bar for each of the first `rows`, named by the first column, as
    high as this column says (places from 0)."""

    title: str
    column: int
    rows: int


@dataclass(frozen=True)
class Sheet:
    """One table; `kinds` by the places of the columns from 0, the others are text."""

    name: str
    titles: tuple[str, ...]
    rows: Sequence[tuple[SheetValue, ...]]
    kinds: Mapping[int, CellKind] = field(default_factory=dict)
    bars: tuple[BarsLook, ...] = ()
