"""What is wrong with single rows and cells of a file; `say` is for a screen or as plain text."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.method.core.texts import clean
from bot.method.imports.rows import CellProblem
from bot.views.words import Words

Said = TypeVar("Said", bound=str)
_LONGEST, _LONGEST_ALONE = 40, 59


def row_said(say: Callable[..., Said], words: Words, line: int, code: str) -> Said:
    """Why a row was not taken, with its line in the file."""
    return say("fault-row", line=str(line), problem=words.plain(code))


def cell_said(say: Callable[..., Said], words: Words, line: int, cell: CellProblem) -> Said:
    """Why a cell was not understood, with its line and column; a table may have no titles."""
    title, value = clean(cell.title, _LONGEST), clean(cell.value, _LONGEST)
    problem = words.plain(cell.code, value=value)
    if not title:
        return say("fault-row", line=str(line), problem=problem)
    return say("fault-cell", line=str(line), title=title, problem=problem)


def cell_alone(words: Words, cell: CellProblem) -> str:
    """The same where the line stands in a column of its own."""
    problem = words.plain(cell.code, value=clean(cell.value, _LONGEST_ALONE))
    return words.plain("fault-column", title=cell.title, problem=problem) if cell.title else problem


def faults_said(
    words: Words,
    rows: Sequence[tuple[int, str]],
    cells: Sequence[tuple[int, CellProblem]],
    most: int,
) -> list[str]:
    """The first of both as plain text, in the order of the file, and how many more there are."""
    said = [(line, row_said(words.plain, words, line, code)) for line, code in rows]
    said += [(line, cell_said(words.plain, words, line, cell)) for line, cell in cells]
    said.sort(key=lambda one: one[0])
    more = len(said) - most
    rest = [words.plain("import-columns-rest", count=more)] if more > 0 else []
    return [*(text for _, text in said[:most]), *rest]
