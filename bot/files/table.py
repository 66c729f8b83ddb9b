"""A table of clients: what each column is, is read from its title."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from bot.method.import_rows import ImportRow
from bot.method.refusals import Invalid

MOST_ROWS = 100_000
MOST_COLUMNS = 200
_LONGEST_CELL = 4096
_TITLES = Path(__file__).parent.parent / "locales" / "titles.json"
_SEPARATORS = ";\t,"


def read_table(source: str | Iterable[Sequence[str]]) -> Iterator[ImportRow]:
    """Rows of a CSV text or of a sheet; the first row holds the titles.

    Rows of nothing but delimiters are rows, blank lines are none. Invalid: file-columns where
    no title says who it is, file-rows and file-wide beyond the bounds, file-empty.
    """
    rows = _csv_rows(source) if isinstance(source, str) else enumerate(source, start=1)
    columns: Mapping[str, list[int]] | None = None
    count = 0
    for line, cells in rows:
        if len(cells) > MOST_COLUMNS:
            raise Invalid("file-wide", most=MOST_COLUMNS)
        if columns is None:
            columns = _columns(cells)
            continue
        count += 1
        if count > MOST_ROWS:
            raise Invalid("file-rows", most=MOST_ROWS)
        yield _row(line, cells, columns)
    if columns is None:
        raise Invalid("file-empty")


def _csv_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    head = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(_SEPARATORS, key=head.count)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=separator)
    try:
        for cells in reader:
            if cells:
                yield reader.line_num, cells
    except csv.Error:
        raise Invalid("file-broken", line=reader.line_num) from None


def _columns(titles: Sequence[str]) -> Mapping[str, list[int]]:
    known: dict[str, list[int]] = {}
    for number, title in enumerate(titles):
        field = _fields().get(" ".join(title.lower().split()))
        if field is not None:
            known.setdefault(field, []).append(number)
    if not {"name", "company", "phone", "email"} & known.keys():
        raise Invalid("file-columns")
    return known


def _row(line: int, cells: Sequence[str], columns: Mapping[str, list[int]]) -> ImportRow:
    def values(field: str) -> list[str]:
        found = (cells[at].strip() for at in columns.get(field, ()) if at < len(cells))
        return [value[:_LONGEST_CELL] for value in found if value]

    def several(field: str) -> tuple[str, ...]:
        parts = (part.strip() for value in values(field) for part in _split(value))
        return tuple(dict.fromkeys(part for part in parts if part))

    return ImportRow(
        line=line,
        name=" ".join(values("name")),
        company=" ".join(values("company")),
        phones=several("phone"),
        emails=several("email"),
        handle=" ".join(values("telegram")).removeprefix("@"),
        note="\n".join(values("note")),
    )


def _split(value: str) -> list[str]:
    return value.replace(";", ",").replace("\n", ",").split(",")


@cache
def _fields() -> Mapping[str, str]:
    """The field of each known title."""
    titles: dict[str, list[str]] = json.loads(_TITLES.read_text(encoding="utf-8"))
    return {title: field for field, known in titles.items() for title in known}
