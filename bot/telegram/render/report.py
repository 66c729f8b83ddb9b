"""The morning's report to heads and admins, and the workbook that they have ordered (R12)."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress

from bot.files.formats.book import NotMade, workbook_of
from bot.files.writing import csv_bytes
from bot.method.core.refusals import NotFound
from bot.method.core.sheets import Sheet
from bot.services.core.work import Act
from bot.services.report.exporting import report_book
from bot.services.report.messages import ReportFileMessage, ReportMessage
from bot.services.report.reading import morning_report
from bot.services.report.week import week_notes
from bot.telegram.render.renderer import Renderer, Table
from bot.views.report.book import book_sheets, file_name, file_screen
from bot.views.report.morning import morning_screen
from bot.views.screen import Screen
from bot.views.words import Words


async def report(act: Act, about: ReportMessage, words: Words) -> Screen | None:
    """Only on the day it was decided for, to who still leads, and where there is anything."""
    if about.on != act.today:
        return None
    found = await morning_report(act, about.period)
    if found is None:
        return None
    return morning_screen(words, found, await week_notes(act, about.period))


async def report_file(act: Act, about: ReportFileMessage, words: Words) -> Screen | None:
    """The workbook; a table each where none can be made. Nothing for whoever leads no more."""
    try:
        book = await report_book(act, about.period, about.team_id)
    except NotFound:
        return None
    if book is None:
        return None
    sheets = await asyncio.to_thread(book_sheets, words, book)
    return file_screen(words, book, await _files(file_name(book.report), sheets))


async def _files(name: str, sheets: Sequence[Sheet]) -> list[tuple[str, bytes]]:
    with suppress(NotMade):
        return [(f"{name}.xlsx", await workbook_of(sheets))]
    return [
        (f"{name}-{sheet.name}.csv", await asyncio.to_thread(csv_bytes, sheet.titles, sheet.rows))
        for sheet in sheets
    ]


RENDERERS: Table = (Renderer(ReportMessage, report), Renderer(ReportFileMessage, report_file))
