"""Tables out: UTF-8 with a byte order mark and semicolons, as spreadsheets open them."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(path: Path, titles: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    """Write the file; returns how many rows it has. What a spreadsheet would run is escaped."""
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(titles)
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
