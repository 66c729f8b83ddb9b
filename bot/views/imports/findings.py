"""What was found about a file as a whole, as lines; `say` is for a screen or as plain text."""

from collections.abc import Callable
from typing import TypeVar

from bot.method.core.texts import clean
from bot.method.imports.findings import SheetRows
from bot.method.imports.rows import Field, ImportFile

Said = TypeVar("Said", bound=str)
_LONGEST = 24
_MOST_SHARED = 3
_MOST_SHEETS = 4
_MOST_SKIPPED = 6


def shared_lines(say: Callable[..., Said], file: ImportFile | None) -> list[Said]:
    """The contacts that several people of the file have."""
    return [
        say(
            f"import-shared-{'email' if '@' in contact.value else 'phone'}",
            people=contact.people,
            value=clean(contact.value, _LONGEST),
        )
        for contact in (file.shared[:_MOST_SHARED] if file else ())
    ]


def sheet_lines(say: Callable[..., Said], file: ImportFile) -> list[Said]:
    """Which sheets of the workbook are not taken, and which are, from where on."""
    ordered = sorted(file.sheets, key=lambda sheet: sheet.first is not None)
    shown = [
        say(
            f"import-sheet-{_is_taken(file, sheet)}",
            name=clean(sheet.name, _LONGEST),
            rows=sheet.rows,
            first=sheet.first or 0,
        )
        for sheet in ordered[:_MOST_SHEETS]
    ]
    more = len(ordered) - _MOST_SHEETS
    shown += [say("import-columns-rest", count=more)] if more > 0 else []
    return [say("import-sheets"), *shown] if shown else []


def _is_taken(file: ImportFile, sheet: SheetRows) -> str:
    if sheet.first is None:
        return "left"
    return "taken" if sheet is file.sheets[0] else "below"


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
