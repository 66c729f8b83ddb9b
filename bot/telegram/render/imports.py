"""How an import stands, told at the end of something with it; the files somebody has asked for."""

from dataclasses import replace
from functools import partial

import structlog

from bot.files.formats.book import NotMade, workbook_of
from bot.files.writing import csv_bytes
from bot.method.imports.cards import ImportFaults
from bot.method.imports.state import ImportState
from bot.services.core.work import Act
from bot.services.imports import wizard
from bot.services.imports.exporting import own_export
from bot.services.imports.messages import AuditMessage, ExportMessage, ImportMessage
from bot.telegram.render.renderer import Renderer, Table
from bot.views.imports.audit_screens import audit_told_screen
from bot.views.imports.audit_tables import audit_tables
from bot.views.imports.export import ready_screen
from bot.views.imports.faults import cell_alone
from bot.views.imports.wizard import import_screen
from bot.views.screen import Attachment, Screen
from bot.views.words import Words

log = structlog.get_logger(__name__)

_ENDED = (ImportState.ASKING, ImportState.DONE, ImportState.UNDONE, ImportState.REFUSED)


async def import_(act: Act, about: ImportMessage, words: Words) -> Screen | None:
    """As it stands now; with the file about single rows where the import is done and has some."""
    card = await wizard.card(act, about.batch)
    if card.state not in _ENDED:
        return None
    screen = import_screen(words, card)
    if card.state is not ImportState.DONE:
        return screen
    faults = await wizard.faults(act, card.import_id)
    if not faults.rows and not faults.cells and not faults.merged:
        return screen
    file = partial(_table, words, faults)
    name = f"{words.plain('import-errors-name')}.csv"
    return Screen(screen.text, screen.rows, attachments=(Attachment("document", name, file),))


async def audit(act: Act, about: AuditMessage, words: Words) -> Screen | None:
    """What the method says of the base in the file, with all of it as a workbook."""
    card = await wizard.card(act, about.batch)
    if card.audited is None:
        return None
    screen = audit_told_screen(words, card, card.audited)
    try:
        book = await workbook_of(audit_tables(words, card.audited.found, card.audited.file))
    except NotMade as error:
        log.error("the workbook of an audit can not be made", exc_info=error)
        return screen
    name = f"{words.plain('audit-book')}.xlsx"
    return replace(screen, attachments=(Attachment("document", name, book),))


def _table(words: Words, faults: ImportFaults) -> bytes:
    """Lines in the order of the file: rows that were not taken or went to a client that was there,
    cells that were not understood."""
    lines = [
        (line, words.plain("import-row-error"), words.plain(code)) for line, code in faults.rows
    ]
    lines += [
        (line, words.plain("import-row-merged"), words.plain("import-merged-with", name=name))
        for line, name in faults.merged
    ]
    lines += [
        (line, words.plain("import-cell-error"), cell_alone(words, cell))
        for line, cell in faults.cells
    ]
    rows: list[tuple[object, ...]] = sorted(lines)
    if faults.more_cells:
        rows.append(("", words.plain("import-cell-error"), faults.more_cells))
    titles = [words.plain(f"import-errors-{name}") for name in ("line", "what", "why")]
    return csv_bytes(titles, rows)


async def export(act: Act, about: ExportMessage, words: Words) -> Screen:
    """What the person may look through, as things stand now."""
    return ready_screen(words, await own_export(act, about.form))


RENDERERS: Table = (
    Renderer(ImportMessage, import_),
    Renderer(AuditMessage, audit),
    Renderer(ExportMessage, export),
)
