"""Plain results of an export through the chat."""

from dataclasses import dataclass
from enum import StrEnum


class ExportForm(StrEnum):
    """As what the base is taken along."""

    XLSX = "xlsx"
    CSV = "csv"


@dataclass(frozen=True)
class ExportedFile:
    """One file, and how many rows there are in it (of a workbook, on its first sheet)."""

    name: str
    content: bytes
    rows: int
