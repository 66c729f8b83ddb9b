"""The filled cells of one row, by what their columns were taken for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.files.cells.values import plain
from bot.files.limits import LONGEST_CELL
from bot.method.imports.rows import CellProblem, Column, Field

_SHORT = 60


@dataclass
class Cells:
    """What a row holds; `notes` and `problems` grow while it is read, so that nothing is lost.

    Each note stands once, in the order in which it came.
    """

    notes: dict[str, None] = field(default_factory=dict)
    problems: list[CellProblem] = field(default_factory=list)
    _cells: dict[Field, list[tuple[Column, str]]] = field(default_factory=dict)

    def take(self, column: Column, cell: str) -> None:
        """Keep a cell for what its column is."""
        text = plain(cell)
        if not text:
            return
        if len(text) > LONGEST_CELL:
            self.problem("cell-long", column, text)
            text = text[:LONGEST_CELL]
        if column.field is Field.NOTE:
            self.remark(text, None if column.known else column)
        else:
            self._cells.setdefault(column.field, []).append((column, text))

    def remark(self, text: str, column: Column | None = None) -> None:
        """Put a text into the note, after the title of its column where that says something."""
        shown = f"{column.title}: {text}" if column and column.title else text
        if text:
            self.notes.setdefault(shown)

    def problem(self, code: str, column: Column, text: str) -> None:
        """Tell that a cell was not understood."""
        self.problems.append(CellProblem(code, column.title, text[:_SHORT]))

    def filled(self, wanted: Field) -> Iterator[tuple[Column, str]]:
        """The filled cells of the field with their columns, in the order of the columns."""
        return iter(self._cells.get(wanted, ()))

    def first(self, wanted: Field) -> str:
        """The first filled cell of the field on one line, else nothing."""
        return next((" ".join(text.split()) for _, text in self.filled(wanted)), "")


def cells_of(cells: Sequence[str], columns: Sequence[Column]) -> Cells:
    """The cells of a row; what stands beyond the titles goes to the note."""
    kept = Cells()
    for column, cell in zip(columns, cells, strict=False):
        if cell and column.field is not Field.SKIP:
            kept.take(column, cell)
    for cell in cells[len(columns) :]:
        kept.remark(plain(cell)[:LONGEST_CELL])
    return kept
