"""One row of a table as a client."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.files.cells.deals import deal_of, task_of
from bot.files.cells.names import called
from bot.files.cells.values import Meaning, NoDateError, is_rounded, means, moment, phones_of, plain
from bot.files.cells.values_of_row import Cells, cells_of
from bot.files.limits import MOST_VALUES
from bot.method.clients.edit import CLASSES
from bot.method.core.terms import ClientKind
from bot.method.imports.rows import Column, Field, ImportRow
from bot.method.imports.sameness import is_covered
from bot.method.inbound.matching import emails_in, handles_in

_TELEGRAM_IDS = range(10_000, 10**10)


def row_of(line: int, values: Sequence[str], columns: Sequence[Column]) -> ImportRow:
    """The client of one row; what was not understood is told in its problems or kept in its
    note, nothing is lost."""
    cells = cells_of(values, columns)
    name, company, inside = called(cells)
    phones, rounded = _phones(cells)
    handle, telegram_id = _telegram(cells, phones)
    deal = deal_of(cells)
    kind, emails, task = _kind(cells), _emails(cells), task_of(cells)
    created = _created(cells)
    if deal is not None and not (name or company):
        name = deal.title
    known = (name, company, phones, emails, handle, telegram_id)
    return ImportRow(
        line=line,
        source_id=cells.first(Field.SOURCE_ID),
        kind=kind,
        name=name,
        company=company,
        position="" if inside else cells.first(Field.POSITION),
        client_class=_class(cells),
        people=(*inside, *_people(cells)),
        phones=_most(phones, cells),
        emails=_most(emails, cells),
        handle=handle,
        telegram_id=telegram_id,
        note="\n".join(cells.notes),
        responsible=cells.first(Field.RESPONSIBLE),
        created=created,
        deal=deal,
        task=task,
        rest=cells.rest,
        cells=cells.kept,
        problems=tuple(cells.problems),
        error="row-phone" if rounded else None if any(known) else _unnamed(values),
    )


def _unnamed(values: Iterable[str]) -> str:
    return "row-nameless" if any(map(plain, values)) else "row-empty"


def _most(values: list[str], cells: Cells) -> tuple[str, ...]:
    """Each once, as many as a client may have; the others go to the note."""
    unique = tuple(dict.fromkeys(values))
    for value in unique[MOST_VALUES:]:
        cells.remark(value)
    return unique[:MOST_VALUES]


def _people(cells: Cells) -> list[str]:
    lines: list[str] = []
    for column, text in cells.filled(Field.PEOPLE):
        cells.used(column)
        lines += text.splitlines()
    return lines


_KINDS: dict[Meaning | None, ClientKind] = {
    Meaning.SUPPLIER: ClientKind.SUPPLIER,
    Meaning.CUSTOMER: ClientKind.CUSTOMER,
}


def _kind(cells: Cells) -> ClientKind:
    kinds: list[ClientKind] = []
    for column, text in cells.filled(Field.KIND):
        kind = _KINDS.get(means(text))
        if kind is None:
            cells.remark(text, column)
        if kind is None or not kinds or kind is kinds[0]:
            cells.used(column, kept=kind is not None)
        kinds += [kind] if kind else []
    return kinds[0] if kinds else ClientKind.CUSTOMER


def _class(cells: Cells) -> str | None:
    found: str | None = None
    for column, text in cells.filled(Field.CLASS):
        if text.upper() in CLASSES and found in (None, text.upper()):
            found = text.upper()
            cells.used(column, kept=True)
        else:
            cells.used(column)
            cells.remark(text, column)
    return found


def _phones(cells: Cells) -> tuple[list[str], bool]:
    """The raw numbers, and whether a spreadsheet has rounded one."""
    texts: list[str] = []
    for column, text in cells.filled(Field.PHONE):
        cells.used(column)
        texts.append(text)
    return [phone for text in texts for phone in phones_of(text)], any(map(is_rounded, texts))


def _emails(cells: Cells) -> list[str]:
    emails: list[str] = []
    for column, text in cells.filled(Field.EMAIL):
        found = emails_in(text)
        emails += found
        if not found:
            cells.problem("cell-email", column, text)
            cells.used(column)
            cells.remark(text, column)
        elif is_covered(text, " ".join(found)):
            cells.used(column)
    return emails


def _telegram(cells: Cells, phones: list[str]) -> tuple[str, int | None]:
    """The handle and the number of Telegram; a phone joins the phones."""
    handle, number = "", None
    for column, cell in cells.filled(Field.TELEGRAM):
        cells.used(column)
        for text in cell.replace(",", " ").replace(";", " ").split() or [cell]:
            found = handles_in(text) or handles_in(f"@{text}")
            if found and handle in ("", found[0]):
                handle = found[0]
            elif text.isdecimal() and int(text) in _TELEGRAM_IDS and number in (None, int(text)):
                number = int(text)
            elif text[:1] in "+78" and not found and any(map(str.isdigit, text)):
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
