"""The deal and the next task in the cells of a row."""

from dataclasses import replace
from datetime import date

from bot.files.cells.values import (
    Meaning,
    NoDateError,
    amount,
    currency_at_end,
    currency_of,
    day_of_cell,
    hour_of,
    means,
    moment,
)
from bot.files.cells.values_of_row import Cells
from bot.method.core.terms import DealStatus
from bot.method.imports.rows import Column, DealRow, Field, TaskRow

_DEAL = (Field.DEAL_ID, Field.DEAL_TITLE, Field.DEAL_STAGE, Field.DEAL_AMOUNT)

_ENDED: dict[Meaning | None, DealStatus] = {
    Meaning.WON: DealStatus.WON,
    Meaning.LOST: DealStatus.LOST,
}


def deal_of(cells: Cells) -> DealRow | None:
    """The deal of the row; None where no cell is of one."""
    if not any(map(cells.text, _DEAL)):
        return None
    minor, currency = _amount(cells)
    closed, closed_on = _closed(cells)
    stage = cells.first(Field.DEAL_STAGE)
    status = DealStatus.OPEN if closed is False else None
    if (ended := _ENDED.get(means(stage))) is not None:
        closed, status = True, ended
    return DealRow(
        source_id=cells.first(Field.DEAL_ID),
        title=cells.first(Field.DEAL_TITLE),
        stage=stage,
        amount=minor,
        currency=currency,
        closed=closed,
        status=status,
        closed_on=closed_on if closed else None,
    )


def task_of(cells: Cells) -> TaskRow | None:
    """The next task, whose day, hour and words may stand in columns of their own; words without a
    date are no plan and go to the note, as a second one does."""
    task: TaskRow | None = None
    undated: list[tuple[Column, str]] = []
    for column, text in cells.filled(Field.TASK):
        if means(text) in (Meaning.NO, Meaning.NONE):
            cells.used(column)
            continue
        try:
            found = day_of_cell(text)
        except NoDateError:
            cells.problem("cell-date", column, text)
        else:
            if found is None:
                undated.append((column, text))
                continue
            if task is None:
                task = TaskRow(found.day, found.at, found.rest)
                cells.used(column, kept=True)
                continue
        cells.used(column)
        cells.remark(text, column)
    for column, text in undated:
        added = task and _completed(task, text)
        cells.used(column, kept=added is not None)
        if added is None:
            cells.remark(text, column)
        task = added or task
    return task


def _completed(task: TaskRow, text: str) -> TaskRow | None:
    """The task with the hour or the words that it lacks; None where it lacks none."""
    at = hour_of(text)
    if at is not None:
        return replace(task, at=at) if task.at is None else None
    return None if task.text else replace(task, text=" ".join(text.split()))


def _amount(cells: Cells) -> tuple[int | None, str | None]:
    """Minor units and currency: of the sum itself, of a column for it or of the title.

    A sum in nobody knows what is none: like one that is not understood it goes to the note.
    """
    currency, unknown = _currency(cells)
    for column, text in cells.filled(Field.DEAL_AMOUNT):
        try:
            found = amount(text, currency or currency_at_end(column.title.lower())[1])
        except ValueError:
            cells.problem("cell-amount", column, text)
        else:
            if found[1] or not unknown:
                cells.used(column, kept=bool(found[0]))
                cells.first(Field.DEAL_CURRENCY)
                return found
        cells.used(column)
        cells.remark(text, column)
    return None, currency


def _currency(cells: Cells) -> tuple[str | None, bool]:
    """The code, and whether there is one that nobody knows."""
    for column, text in cells.filled(Field.DEAL_CURRENCY):
        code = currency_of(text)
        if code is not None:
            return code, False
        cells.problem("cell-currency", column, text)
        cells.used(column)
        cells.remark(text, column)
        return None, True
    return None, False


def _closed(cells: Cells) -> tuple[bool | None, date | None]:
    """Whether it is closed as far as the file says so, and on which day."""
    says: bool | None = None
    for column, text in cells.filled(Field.DEAL_CLOSED):
        if means(text) in (Meaning.YES, Meaning.NO):
            says = means(text) is Meaning.YES
            cells.used(column, kept=says)
    for column, text in cells.filled(Field.DEAL_CLOSED_ON):
        if means(text) in (Meaning.NOT_CLOSED, Meaning.NO, Meaning.NONE):
            cells.used(column)
            return False, None
        try:
            found = moment(text)
        except NoDateError:
            cells.problem("cell-date", column, text)
            continue
        if found is not None:
            if says is not False:
                cells.used(column, kept=True)
            return says is not False, found.date()
    return says, None
