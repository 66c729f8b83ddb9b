"""Tables out: CSV in UTF-8 with a byte order mark and semicolons, and workbooks (xlsx)."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

Row = Sequence[object]
Sheet = tuple[str, Sequence[str], Sequence[Row]]
"""Its name, its titles, its rows."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LONGEST_CELL = 32_767
"""Characters that a spreadsheet takes in one cell."""


def write_csv(path: Path, titles: Sequence[str], rows: Iterable[Row]) -> int:
    """Write the file; returns how many rows it has. What a spreadsheet would run is escaped."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        return _write(file, titles, rows)


def csv_bytes(titles: Sequence[str], rows: Iterable[Row]) -> bytes:
    """The same as bytes."""
    file = io.StringIO(newline="")
    _write(file, titles, rows)
    return file.getvalue().encode("utf-8-sig")


def xlsx_bytes(sheets: Sequence[Sheet]) -> bytes:
    """A workbook; every cell is text, so that no phone is rounded and no formula runs."""
    # Imported late: heavy, and needed for this only.
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    book = Workbook(write_only=True)
    for name, titles, rows in sheets:
        sheet = book.create_sheet(name)
        sheet.append(list(titles))
        for row in rows:
            cells = (ILLEGAL_CHARACTERS_RE.sub("", _cell(value)) for value in row)
            sheet.append([cell[:_LONGEST_CELL] for cell in cells])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _write(file: TextIO, titles: Sequence[str], rows: Iterable[Row]) -> int:
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(titles)
    count = 0
    for row in rows:
        writer.writerow([_cell(value) for value in row])
        count += 1
    return count


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
