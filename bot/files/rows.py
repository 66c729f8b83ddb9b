"""One row of a table as a client."""

from collections.abc import Sequence
from datetime import datetime

from bot.files.cells.deals import deal_of, task_of
from bot.files.cells.values import NoDateError, is_rounded, means, moment, phones_of
from bot.files.cells.values_of_row import Cells, cells_of
from bot.files.limits import MOST_VALUES
from bot.method.clients.edit import CLASSES
from bot.method.core.terms import ClientKind
from bot.method.imports.rows import Column, Field, ImportRow
from bot.method.inbound.matching import emails_in, handles_in

_TELEGRAM_IDS = range(10_000, 10**10)


def row_of(line: int, values: Sequence[str], columns: Sequence[Column]) -> ImportRow:
    """The client of one row; what was not understood is told in its problems or kept in its
    note, nothing is lost."""
    cells = cells_of(values, columns)
    name, company = _called(cells)
    phones, rounded = _phones(cells)
    handle, telegram_id = _telegram(cells, phones)
    deal = deal_of(cells)
    kind, emails, task = _kind(cells), _emails(cells), task_of(cells)
    created = _created(cells)
    if deal is not None and not (name or company):
        name = deal.title
    called = (name, company, phones, emails, handle, telegram_id)
    return ImportRow(
        line=line,
        source_id=cells.first(Field.SOURCE_ID),
        kind=kind,
        name=name,
        company=company,
        position=cells.first(Field.POSITION),
        client_class=_class(cells),
        people=tuple(line for _, text in cells.filled(Field.PEOPLE) for line in text.splitlines()),
        phones=_most(phones, cells),
        emails=_most(emails, cells),
        handle=handle,
        telegram_id=telegram_id,
        note="\n".join(cells.notes),
        responsible=cells.first(Field.RESPONSIBLE),
        created=created,
        deal=deal,
        task=task,
        problems=tuple(cells.problems),
        error="row-phone" if rounded else None if any(called) else "row-empty",
    )


def _most(values: list[str], cells: Cells) -> tuple[str, ...]:
    """Each once, as many as a client may have; the others go to the note."""
    unique = tuple(dict.fromkeys(values))
    for value in unique[MOST_VALUES:]:
        cells.remark(value)
    return unique[:MOST_VALUES]


def _called(cells: Cells) -> tuple[str, str]:
    """Name and company: the parts of a name where there is a surname, else the whole one."""
    whole, company = cells.first(Field.NAME), cells.first(Field.COMPANY)
    parts = (cells.first(part) for part in (Field.GIVEN, Field.MIDDLE, Field.FAMILY))
    together = " ".join(filter(None, parts))
    if means(cells.first(Field.RECORD)) == "company":
        return "", whole or company or together
    if cells.first(Field.FAMILY) or not whole:
        return together, company
    return whole, company


def _kind(cells: Cells) -> ClientKind:
    for column, text in cells.filled(Field.KIND):
        if means(text) == "supplier":
            return ClientKind.SUPPLIER
        if means(text) != "customer":
            cells.remark(text, column)
    return ClientKind.CUSTOMER


def _class(cells: Cells) -> str | None:
    for column, text in cells.filled(Field.CLASS):
        if text.upper() in CLASSES:
            return text.upper()
        cells.remark(text, column)
    return None


def _phones(cells: Cells) -> tuple[list[str], bool]:
    """The raw numbers, and whether a spreadsheet has rounded one."""
    texts = [text for _, text in cells.filled(Field.PHONE)]
    return [phone for text in texts for phone in phones_of(text)], any(map(is_rounded, texts))


def _emails(cells: Cells) -> list[str]:
    emails: list[str] = []
    for column, text in cells.filled(Field.EMAIL):
        found = emails_in(text)
        emails += found
        if not found:
            cells.problem("cell-email", column, text)
            cells.remark(text, column)
    return emails


def _telegram(cells: Cells, phones: list[str]) -> tuple[str, int | None]:
    """The handle and the number of Telegram; a phone joins the phones."""
    handle, number = "", None
    for column, text in cells.filled(Field.TELEGRAM):
        found = handles_in(text) or handles_in(f"@{text}")
        if found and not handle:
            handle = found[0]
        elif text.isdecimal() and int(text) in _TELEGRAM_IDS:
            number = int(text)
        elif text[:1] in "+78" and not found:
            phones.append(text)
        else:
            cells.remark(text, column)
    return handle, number


def _created(cells: Cells) -> datetime | None:
    for column, text in cells.filled(Field.CREATED):
        try:
            return moment(text)
        except NoDateError:
            cells.problem("cell-date", column, text)
    return None
