"""The filled cells of one row, by what their columns were taken for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from bot.files.cells.values import is_formula_error, plain
from bot.files.limits import LONGEST_CELL
from bot.method.imports.rows import CellProblem, Column, Field, FieldCell
from bot.method.imports.sameness import is_covered

_SHORT = 60
_cell = lru_cache(maxsize=4096)(FieldCell)
"""One for all rows that say the same lately: of people, stages and days there are few, and all
rows are kept until the last is read."""


@dataclass
class Cells:
    """What a row holds; `notes` and `problems` grow while it is read, so that nothing is lost.

    Each note stands once, in the order in which it came. A cell that nobody says to be `used`
    is one of the `rest`.
    """

    notes: dict[str, None] = field(default_factory=dict)
    problems: list[CellProblem] = field(default_factory=list)
    _cells: dict[Field, list[tuple[Column, str]]] = field(default_factory=dict)
    _left: dict[int, FieldCell] = field(default_factory=dict)
    _kept: dict[int, FieldCell] = field(default_factory=dict)

    def take(self, column: Column, cell: str) -> None:
        """Keep a cell for what its column is."""
        text = plain(cell)
        if not text:
            return
        if is_formula_error(text):
            self.problem("cell-formula", column, text)
            return
        if len(text) > LONGEST_CELL:
            self.problem("cell-long", column, text)
            text = text[:LONGEST_CELL]
        if column.field is Field.NOTE:
            self.remark(text, None if column.known else column)
        else:
            kept = _cell(column.field, column.title, text)
            self._cells.setdefault(column.field, []).append((column, kept.value))
            self._left[column.index] = kept

    def remark(self, text: str, column: Column | None = None) -> None:
        """Put a text into the note, after the title of its column where that says something."""
        shown = f"{column.title}: {text}" if column and column.title else text
        if text:
            self.notes.setdefault(shown)

    def problem(self, code: str, column: Column, text: str) -> None:
        """Tell that a cell was not understood."""
        self.problems.append(CellProblem(code, column.title, text[:_SHORT]))

    def used(self, column: Column, *, kept: bool = False) -> None:
        """The cell has got its place; `kept`: one that another row may have taken already."""
        cell = self._left.pop(column.index, None)
        if kept and cell is not None:
            self._kept[column.index] = cell

    def filled(self, wanted: Field) -> Iterator[tuple[Column, str]]:
        """The filled cells of the field with their columns, in the order of the columns."""
        return iter(self._cells.get(wanted, ()))

    def text(self, wanted: Field) -> str:
        """The first filled cell of the field on one line, else nothing; it is not used by that."""
        return next((_one_line(text) for _, text in self.filled(wanted)), "")

    def first(self, wanted: Field) -> str:
        """The same, used; further cells that say it again are used as well."""
        found = self.text(wanted)
        for column, text in self.filled(wanted):
            if _one_line(text).casefold() == found.casefold():
                self.used(column, kept=True)
        return found

    def placed(self, wanted: Field, by: str) -> None:
        """Those cells of the field are used whose every word stands in the text."""
        for column, text in self.filled(wanted):
            if is_covered(text, by):
                self.used(column)

    @property
    def kept(self) -> tuple[FieldCell, ...]:
        """The cells that have a place, unless another row has taken it."""
        return tuple(self._kept[index] for index in sorted(self._kept))

    @property
    def rest(self) -> tuple[str, ...]:
        """Lines for the cells that have got no place, each once."""
        lines = dict.fromkeys(cell.line for cell in self._left.values())
        return tuple(line for line in lines if line not in self.notes)


def cells_of(cells: Sequence[str], columns: Sequence[Column]) -> Cells:
    """The cells of a row; what stands beyond the titles goes to the note."""
    kept = Cells()
    for column, cell in zip(columns, cells, strict=False):
        if cell and column.field is not Field.SKIP:
            kept.take(column, cell)
    for cell in cells[len(columns) :]:
        kept.remark(plain(cell)[:LONGEST_CELL])
    return kept


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return text if line == text else line
