"""What of the company somebody has asked for as a file."""

import io

from bot.files.formats.book import NotMade, SheetText, workbook
from bot.files.writing import CsvTable
from bot.method.company.entries import JournalChoice
from bot.services.company.journal import journal_table
from bot.services.company.messages import JournalMessage
from bot.services.core.work import Act
from bot.telegram.render.renderer import Renderer, Table
from bot.views.company import journal as view
from bot.views.screen import Screen
from bot.views.words import Words


async def journal(act: Act, about: JournalMessage, words: Words) -> Screen | None:
    """What was chosen, as it can be read now."""
    table = await journal_table(act, JournalChoice(about.group, about.person, about.on))
    if table is None:
        return None
    file = io.StringIO(newline="")
    sheet = CsvTable(view.file_titles(words), file)
    for row in view.file_rows(words, table):
        sheet.add(row)
    name = words.plain("journal-file")
    try:
        content = await workbook([SheetText(name, file.getvalue())])
    except NotMade:
        return view.not_made_screen(words)
    return view.ready_screen(words, table, f"{name}-{act.today.isoformat()}.xlsx", content)


RENDERERS: Table = (Renderer(JournalMessage, journal),)
