"""Workbooks: typed columns, a header that stays, charts, and nothing that a spreadsheet runs."""

import io
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

from openpyxl import load_workbook

from bot.files.formats.book import workbook_of
from bot.method.core.sheets import BarsLook, CellKind, Sheet

MOSCOW = timezone(timedelta(hours=3))
KINDS = {1: CellKind.NUMBER, 2: CellKind.PERCENT, 3: CellKind.DATE, 4: CellKind.MOMENT}
ROWS = [
    ("Анна", 12, Decimal("0.96"), date(2026, 11, 24), datetime(2026, 11, 24, 9, 5, tzinfo=MOSCOW)),
    ("=1+1", None, None, None, None),
    ("@x\x00y", 3, Decimal(1), date(2026, 1, 2), datetime(2026, 1, 2, tzinfo=UTC)),
]


async def test_a_column_holds_what_it_is_said_to_hold() -> None:
    titles = ("Кто", "Дел", "Доля", "День", "Когда")
    sheet = Sheet("Люди", titles, ROWS, KINDS, (BarsLook("Дела", 1, 3),))
    book = load_workbook(io.BytesIO(await workbook_of([sheet, Sheet("Пусто", ("А",), ())])))
    assert book.sheetnames == ["Люди", "Пусто"]
    made = book["Люди"]
    found = [[cell.value for cell in row] for row in made.iter_rows()]
    assert found == [
        list(titles),
        ["Анна", 12, 0.96, datetime(2026, 11, 24), datetime(2026, 11, 24, 9, 5)],
        ["'=1+1", None, None, None, None],
        ["'@xy", 3, 1, datetime(2026, 1, 2), datetime(2026, 1, 2)],
    ]
    assert all(cell.data_type != "f" for row in made.iter_rows() for cell in row)
    assert [made.cell(2, place).number_format for place in (3, 4, 5)] == [
        "0%",
        "dd.mm.yyyy",
        "dd.mm.yyyy hh:mm",
    ]
    assert (made.freeze_panes, made["A1"].font.bold) == ("A2", True)
    assert made.column_dimensions["E"].width >= len("2026-11-24 09:05")


async def test_a_chart_is_of_the_first_rows() -> None:
    sheet = Sheet("Л'юди", ("Кто", "Дел"), ROWS, {1: CellKind.NUMBER}, (BarsLook("Дела", 1, 2),))
    sheet = Sheet(sheet.name, sheet.titles, [row[:2] for row in ROWS], sheet.kinds, sheet.bars)
    made = load_workbook(io.BytesIO(await workbook_of([sheet]))).active
    assert made is not None
    (chart,) = made._charts  # type: ignore[attr-defined]
    (series,) = chart.series
    assert series.val.numRef.f == "'Л''юди'!$B$2:$B$3"
    assert series.cat.numRef.f == "'Л''юди'!$A$2:$A$3"
    assert series.tx.strRef.f == "'Л''юди'!B1"
    assert (chart.x_axis.delete, chart.y_axis.delete, chart.y_axis.scaling.min) == (False, False, 0)
