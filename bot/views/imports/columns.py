"""What the columns of a file are, and making them something else."""

from bot.method.core.paging import PAGE, on_page, page_of
from bot.method.core.texts import clean
from bot.method.imports.cards import ImportCard
from bot.method.imports.rows import Column, Field, ImportFile
from bot.views.parts.rows import back_button, pager
from bot.views.screen import Button, Row, Screen
from bot.views.taps.imports import MapColumn, OpenColumn, OpenColumns, ReadAgain
from bot.views.words import Words

_FIRST = (Field.NOTE, Field.SKIP)
_FIELDS = (*(field for field in Field if field not in _FIRST), *_FIRST)


def columns_screen(words: Words, card: ImportCard, file: ImportFile, page: int) -> Screen:
    """Every column as a button; the file is read again once all are settled."""
    page, pages = page_of(page, len(file.columns), PAGE)
    shown = on_page(file.columns, page)
    rows: tuple[Row, ...] = tuple(
        (Button(_label(words, column), OpenColumn(card.import_id, column.index)),)
        for column in shown
    )
    rows += pager(words, page, pages, lambda turn: OpenColumns(card.import_id, turn))
    done = (Button(words.plain("import-columns-done"), ReadAgain(card.import_id)),)
    return Screen(words("import-columns-which", name=card.file_name), (*rows, done))


def column_screen(words: Words, card: ImportCard, column: Column) -> Screen:
    """What one column can be."""
    buttons = [
        Button(words.plain(f"import-field-{field}"), MapColumn(card.import_id, column.index, field))
        for field in _FIELDS
    ]
    rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    back = (back_button(words, OpenColumns(card.import_id, column.index // PAGE)),)
    text = words(
        "import-column-what",
        title=_title(column),
        field=words.plain(f"import-field-{column.field}"),
        example=clean(column.example, 100) or "…",
    )
    return Screen(text, (*rows, back))


def _label(words: Words, column: Column) -> str:
    return f"{_title(column)[:30]} → {words.plain(f'import-field-{column.field}')}"


def _title(column: Column) -> str:
    return clean(column.title, 60) or str(column.index + 1)
