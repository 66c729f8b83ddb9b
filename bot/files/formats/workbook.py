"""The sheet of an xlsx workbook that holds the clients, as rows of text."""

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from itertools import islice

from bot.files.cells.titles import LOOKED_AT, find_header
from bot.files.limits import Record, bounded
from bot.method.core.refusals import Invalid

_MOST_SHEETS = 20
Sheet = Callable[[], Iterable[Sequence[object]]]
"""Gives the rows of a sheet, from the first one on, whenever it is asked."""


def read_workbook(content: bytes) -> Iterator[Record]:
    """Numbered rows of the sheet with the most known titles, else of the first that has any.

    Blank rows are left out. Invalid: file-broken where no reader can make anything of it,
    file-rows, file-wide.
    """
    for sheets_of in (_calamine, _openpyxl):
        try:
            sheet = max(sheets_of(content), key=_known_titles)
        # A reader meets an odd file with any error: KeyError, TypeError, BadZipFile, ParseError.
        # All say the same, and the other reader may still manage.
        except Exception:  # noqa: S112
            continue
        return bounded(_whole(sheet))
    raise Invalid("file-broken")


def _known_titles(sheet: Sheet) -> tuple[int, bool]:
    rows = [cells for _, cells in islice(_filled(sheet()), LOOKED_AT)]
    return find_header(rows).known, bool(rows)


def _calamine(content: bytes) -> Iterator[Sheet]:
    # Imported late: only files of this kind need the readers.
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    for name in book.sheet_names[:_MOST_SHEETS]:
        yield book.get_sheet_by_name(name).iter_rows


def _openpyxl(content: bytes) -> Iterator[Sheet]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    for sheet in islice(book.worksheets, _MOST_SHEETS):
        yield partial(sheet.iter_rows, values_only=True)


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
