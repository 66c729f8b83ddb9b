"""What was found about a file as a whole, as lines; `say` is for a screen or as plain text."""

from collections.abc import Callable
from typing import TypeVar

from bot.method.core.texts import clean
from bot.method.imports.rows import Field, ImportFile

Said = TypeVar("Said", bound=str)
_LONGEST = 40
_MOST_SHARED = 3
_MOST_SHEETS = 8
_MOST_SKIPPED = 10


def shared_lines(say: Callable[..., Said], file: ImportFile | None) -> list[Said]:
    """The contacts that several people of the file have."""
    return [
        say(
            f"import-shared-{'email' if '@' in one.value else 'phone'}",
            people=one.people,
            value=clean(one.value, _LONGEST),
        )
        for one in (file.shared[:_MOST_SHARED] if file else ())
    ]


def sheet_lines(say: Callable[..., Said], file: ImportFile) -> list[Said]:
    """Which sheets of the workbook are taken, and which are not."""
    shown = [
        say(
            f"import-sheet-{'left' if sheet.first is None else 'below' if place else 'taken'}",
            name=clean(sheet.name, _LONGEST),
            rows=sheet.rows,
            first=sheet.first or 0,
        )
        for place, sheet in enumerate(file.sheets[:_MOST_SHEETS])
    ]
    return [say("import-sheets"), *shown] if shown else []


def skipped_lines(say: Callable[..., Said], file: ImportFile) -> list[Said]:
    """The columns that hold something and are left out."""
    titles = [
        clean(column.title, _LONGEST) or str(column.index + 1)
        for column in file.columns
        if column.field is Field.SKIP and column.example
    ]
    more = len(titles) - _MOST_SKIPPED
    shown = ", ".join(titles[:_MOST_SKIPPED]) + (f" … +{more}" if more > 0 else "")
    return [say("import-skipped", titles=shown)] if titles else []
