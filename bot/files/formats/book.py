"""A workbook (xlsx) made of CSV tables in a process of its own: JSON in, the file out.

In the bot itself it would share the interpreter with everybody's taps for seconds.
"""

import asyncio
import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from itertools import islice
from typing import TYPE_CHECKING, Any

from bot.files.writing import csv_bytes
from bot.isolated.limits import limit
from bot.isolated.running import run_isolated
from bot.method.core.sheets import BarsLook, CellKind, Sheet

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.chart import BarChart

SECONDS = 300.0
MEMORY = 1024 * 1024 * 1024
_LONGEST_CELL = 32_767
"""Characters that a spreadsheet takes in one cell."""
_FORMATS = {
    CellKind.PERCENT: "0%",
    CellKind.DATE: "dd.mm.yyyy",
    CellKind.MOMENT: "dd.mm.yyyy hh:mm",
}
_LOOKED_AT = 200
"""Rows by which a column gets its width."""
_NARROWEST, _WIDEST = 8, 50
"""Characters."""
_ROW_OF_CHARTS, _CHART_HEIGHT, _CHART_WIDTH = 16, 7, 17
"""Rows that a chart takes, and its centimetres."""


class NotMade(Exception):
    """The process has ended without a workbook."""


@dataclass(frozen=True)
class SheetText:
    """A table as CSV with semicolons, and how its columns and charts look."""

    name: str
    text: str
    kinds: Mapping[int, CellKind] = field(default_factory=dict)
    bars: Sequence[BarsLook] = ()


async def workbook_of(sheets: Sequence[Sheet]) -> bytes:
    """A workbook of these tables; what a spreadsheet would run is escaped. As `workbook`."""
    return await workbook(await asyncio.to_thread(_texts, sheets))


async def workbook(tables: Sequence[SheetText]) -> bytes:
    """A workbook with a sheet for each table, its first row held in view.

    Every cell is text, so that no phone is rounded and no formula runs, but for the columns that
    are said to hold something else. NotMade where it takes too long or too much memory.
    """
    told = json.dumps([asdict(table) for table in tables], ensure_ascii=False).encode()
    try:
        code, blocks = await run_isolated(__name__, told, seconds=SECONDS, memory=MEMORY)
    except TimeoutError as error:
        raise NotMade from error
    if code:
        raise NotMade(code)
    return b"".join(blocks)


def _texts(sheets: Sequence[Sheet]) -> list[SheetText]:
    return [
        SheetText(
            sheet.name,
            csv_bytes(sheet.titles, sheet.rows).decode("utf-8-sig"),
            sheet.kinds,
            sheet.bars,
        )
        for sheet in sheets
    ]


def _made(tables: Iterable[SheetText]) -> bytes:
    from openpyxl import Workbook

    csv.field_size_limit(sys.maxsize)
    book = Workbook(write_only=True)
    for table in tables:
        _add(book, table)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _add(book: "Workbook", table: SheetText) -> None:
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(table.name)
    sheet.freeze_panes = "A2"
    for place, width in enumerate(_widths(table)):
        sheet.column_dimensions[get_column_letter(place + 1)].width = width
    rows = _rows(table)
    sheet.append([_title(sheet, title) for title in next(rows)])
    top = 3
    for row in rows:
        sheet.append([_cell(sheet, value, table.kinds.get(n)) for n, value in enumerate(row)])
        top += 1
    for bars in table.bars:
        sheet.add_chart(_chart(sheet, bars, table.kinds.get(bars.column)), f"A{top}")
        top += _ROW_OF_CHARTS


def _rows(table: SheetText) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(table.text, newline=""), delimiter=";")


def _widths(table: SheetText) -> list[int]:
    """By the longest line of the first rows."""
    found: list[int] = []
    for row in islice(_rows(table), _LOOKED_AT):
        longest = [max(map(len, cell.splitlines()), default=0) + 2 for cell in row]
        found = [max(pair) for pair in zip(found or longest, longest, strict=True)]
    return [min(max(width, _NARROWEST), _WIDEST) for width in found]


def _title(sheet: Any, text: str) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet, _value(text, None))
    cell.font = Font(bold=True)
    return cell


def _cell(sheet: Any, text: str, kind: CellKind | None) -> Any:
    """As it is where it needs no format of its own: that costs less."""
    from openpyxl.cell import WriteOnlyCell

    value = _value(text, kind)
    if kind not in _FORMATS or value is None:
        return value
    cell = WriteOnlyCell(sheet, value)
    cell.number_format = _FORMATS[kind]
    return cell


def _value(text: str, kind: CellKind | None) -> Any:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if not text:
        return None

    with suppress(InvalidOperation, ValueError):
        match kind:
            case CellKind.NUMBER | CellKind.PERCENT:
                return Decimal(text)
            case CellKind.DATE:
                return date.fromisoformat(text)
            case CellKind.MOMENT:
                # A spreadsheet knows no zones.
                return datetime.fromisoformat(text).replace(tzinfo=None)
    return ILLEGAL_CHARACTERS_RE.sub("", text)[:_LONGEST_CELL]


def _chart(sheet: Any, bars: BarsLook, kind: CellKind | None) -> "BarChart":
    """From zero on: bars that begin elsewhere show differences that are none."""
    from openpyxl.chart import BarChart, Reference

    chart = BarChart()
    chart.title, chart.legend = bars.title, None
    if chart.title is not None:
        # Else a newer spreadsheet writes it across the bars.
        chart.title.overlay = False
    chart.height, chart.width = _CHART_HEIGHT, _CHART_WIDTH
    last, column = bars.rows + 1, bars.column + 1
    values = Reference(sheet, min_col=column, min_row=1, max_row=last)
    chart.add_data(values, titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=last))
    # Without these a newer spreadsheet draws no axes.
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.scaling.min = 0
    if kind is CellKind.PERCENT:
        chart.y_axis.number_format, chart.y_axis.scaling.max = _FORMATS[kind], 1
    return chart


def _read(told: Iterable[Mapping[str, Any]]) -> list[SheetText]:
    return [
        SheetText(
            sheet["name"],
            sheet["text"],
            {int(place): CellKind(kind) for place, kind in sheet["kinds"].items()},
            [BarsLook(**bars) for bars in sheet["bars"]],
        )
        for sheet in told
    ]


def main() -> None:
    """Arguments: memory in bytes, processor time in seconds."""
    limit(int(sys.argv[1]), int(sys.argv[2]))
    sys.stdout.buffer.write(_made(_read(json.loads(sys.stdin.buffer.read()))))


if __name__ == "__main__":
    main()
