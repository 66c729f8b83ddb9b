"""Tables out as CSV: UTF-8 with a byte order mark, semicolons, nothing that a spreadsheet runs."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

Row = Sequence[object]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(path: Path, titles: Sequence[str], rows: Iterable[Row]) -> int:
    """Write the file; returns how many rows it has."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        return _filled(CsvTable(titles, file), rows).count


def csv_bytes(titles: Sequence[str], rows: Iterable[Row]) -> bytes:
    """The same as bytes."""
    file = io.StringIO(newline="")
    _filled(CsvTable(titles, file), rows)
    return file.getvalue().encode("utf-8-sig")


class CsvTable:
    """A table written to a file row by row, as the rows come."""

    def __init__(self, titles: Sequence[str], file: TextIO) -> None:
        self._writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        self._writer.writerow(titles)
        self.count = 0

    def add(self, row: Row) -> None:
        """One row more; what a spreadsheet would run is escaped."""
        self._writer.writerow([_cell(value) for value in row])
        self.count += 1


def _filled(table: CsvTable, rows: Iterable[Row]) -> CsvTable:
    for row in rows:
        table.add(row)
    return table


def _cell(value: object) -> str:
    """Booleans as 1 and 0, nothing as nothing, text never as a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    text = str(value)
    if not isinstance(value, str) or not text.startswith(_FORMULA) or _is_phones(text):
        return text
    return f"'{text}"


def _is_phones(text: str) -> bool:
    return text.startswith("+") and all(char.isdigit() or char in "+, " for char in text)
