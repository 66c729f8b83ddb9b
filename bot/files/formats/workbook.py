"""The sheets of an xlsx workbook that hold clients, as rows of text."""

import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import islice

from bot.files.cells.titles import LOOKED_AT, find_header
from bot.files.limits import Record, bounded
from bot.files.packed import PackedLines
from bot.method.core.refusals import Invalid
from bot.method.imports.findings import SheetRows

_MOST_SHEETS = 20
Sheet = Callable[[], Iterable[Sequence[object]]]
"""Gives the rows of a sheet, from the first one on, whenever it is asked."""


@dataclass(frozen=True)
class SheetBook:
    """The rows of all sheets that hold clients, and what becomes of each sheet where there are
    several with something in them.

    What the reader has made of the workbook is gone by then.
    """

    records: Iterator[Record]
    sheets: list[SheetRows]


def read_workbook(content: bytes) -> SheetBook:
    """Numbered rows of the sheet with the most known titles, else of the first that has any; then
    those of each further sheet with no other titles, its cells put under these.

    Blank rows are left out. Invalid: file-broken where no reader can make anything of it,
    file-rows, file-wide.
    """
    for sheets_of in (_calamine, _openpyxl):
        try:
            sheets = dict(sheets_of(content))
            chosen = max(sheets, key=lambda name: _known_titles(sheets[name]))
        # A reader meets an odd file with any error: KeyError, TypeError, BadZipFile, ParseError.
        # All say the same, and the other reader may still manage.
        except Exception:  # noqa: S112
            continue
        told: list[SheetRows] = []
        return SheetBook(_kept(bounded(_all(sheets, chosen, told))), told)
    raise Invalid("file-broken")


def _kept(records: Iterable[Record]) -> Iterator[Record]:
    """The records, packed until they are asked for: beside all that a reader has made of the
    workbook there is no room for the rows."""
    packed = PackedLines()
    for number, cells in records:
        told = json.dumps([number, *cells], ensure_ascii=False)
        packed.add(told.encode("utf-8", "surrogatepass"))

    def opened() -> Iterator[Record]:
        for place in range(len(packed)):
            number, *cells = json.loads(packed[place].decode("utf-8", "surrogatepass"))
            yield number, cells

    return opened()


def _known_titles(sheet: Sheet) -> tuple[int, bool]:
    rows = [cells for _, cells in islice(_filled(sheet()), LOOKED_AT)]
    return find_header(rows).known, bool(rows)


def _calamine(content: bytes) -> Iterator[tuple[str, Sheet]]:
    # Imported late: only files of this kind need the readers.
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    for name in book.sheet_names[:_MOST_SHEETS]:
        yield name, book.get_sheet_by_name(name).iter_rows


def _openpyxl(content: bytes) -> Iterator[tuple[str, Sheet]]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    for sheet in islice(book.worksheets, _MOST_SHEETS):
        yield sheet.title, partial(sheet.iter_rows, values_only=True)


def _all(sheets: Mapping[str, Sheet], chosen: str, told: list[SheetRows]) -> Iterator[Record]:
    """The rows of the chosen sheet, then of the others, numbered as if each stood below."""
    head, titles = _header(sheets[chosen])
    numbers: list[int] = []
    for number, cells in _whole(sheets[chosen]):
        numbers.append(number)
        yield number, cells
    found = [SheetRows(chosen, len(numbers[head:]), next(iter(numbers[head:]), None))]
    last = numbers[-1] if numbers else 0
    for name in (name for name in sheets if name != chosen):
        above, others = _header(sheets[name])
        below = list(islice(_whole(sheets[name]), above, None))
        if not below:
            continue
        places = _places(titles, others)
        found.append(SheetRows(name, len(below), last + below[0][0] if places else None))
        for number, cells in below if places else ():
            row = ["" if at is None or at >= len(cells) else cells[at] for at in places]
            # What stands beyond the titles stays beyond them.
            yield last + number, [*row, *cells[len(others) :]]
        last += below[-1][0] if places else 0
    told += found if len(found) > 1 else ()


def _header(sheet: Sheet) -> tuple[int, list[str]]:
    """How many filled rows end with the titles, and the titles."""
    rows = [cells for _, cells in islice(_filled(sheet()), LOOKED_AT)]
    if not rows:
        return 0, []
    at = find_header(rows).at
    titles = [cell.strip() for cell in rows[at]]
    while titles and not titles[-1]:
        titles.pop()
    return at + 1, titles


def _places(titles: Sequence[str], others: Sequence[str]) -> list[int | None]:
    """Where another sheet has what stands under each of the titles; nothing where it has titles
    of its own, or where nobody can say which of two alike is meant."""
    if list(titles) == list(others):
        return list(range(len(titles)))
    alike = len(set(titles)) < len(titles) or len(set(others)) < len(others)
    if alike or not set(others) <= set(titles):
        return []
    return [others.index(title) if title in others else None for title in titles]


def _whole(sheet: Sheet) -> Iterator[Record]:
    try:
        yield from _filled(sheet())
    except Exception:
        raise Invalid("file-broken") from None


def _filled(rows: Iterable[Sequence[object]]) -> Iterator[Record]:
    for number, row in enumerate(rows, start=1):
        cells = [_text(cell) for cell in row]
        if any(cells):
            yield number, cells


def _text(cell: object) -> str:
    """Dates as ISO 8601 without a time that says nothing, whole numbers without decimals."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "seconds").removesuffix(" 00:00:00")
    return str(cell)
