"""The answer of the process that has read a file, as the one that asked takes it.

Nothing in it is believed: that process was alone with the file, and what it says is checked.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import overload

from pydantic import TypeAdapter

from bot.files.answer import REFUSED, Head
from bot.files.packed import PackedLines
from bot.method.core.refusals import Invalid
from bot.method.imports.rows import ImportFile, ImportRow


class Answer:
    """An answer taken in block by block as it comes: whole, its text would be longer than the
    file."""

    def __init__(self) -> None:
        self._head: Head | None = None
        self._rows = Rows()
        self._refusal: Invalid | None = None
        self._held = b""

    def take(self, block: bytes) -> None:
        """The next block; checks its lines, which is for a thread."""
        if self._refusal is not None:
            return
        first, *others = block.split(b"\n")
        self._held += first
        try:
            for line in others:
                self._line(self._held)
                self._held = line
        except Invalid as refusal:
            self._refusal = refusal
        except ValueError:
            self._refusal = Invalid("file-broken")

    def file(self) -> ImportFile:
        """The file, once all has come; the refusal that was told is raised.

        Invalid("file-broken") where the answer is not whole.
        """
        if self._refusal is not None:
            raise self._refusal
        head = self._head
        if head is None or head.file is None or head.rows != len(self._rows):
            raise Invalid("file-broken")
        return replace(head.file, rows=self._rows)

    def _line(self, line: bytes) -> None:
        if self._head is None or line.startswith(REFUSED):
            self._head = _heads().validate_json(line)
            if self._head.code is not None:
                raise Invalid(self._head.code, **self._head.facts)
            return
        _rows().validate_json(line)
        self._rows.add(line)


class Rows(Sequence[ImportRow]):
    """Rows that stay packed text until they are asked for: a hundred thousand live objects would
    make every round of the garbage collector hold up the loop."""

    def __init__(self) -> None:
        self._lines = PackedLines()

    def add(self, line: bytes) -> None:
        """One more row, as its line."""
        self._lines.add(line)

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, index: int) -> ImportRow: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[ImportRow, ...]: ...
    def __getitem__(self, index: int | slice) -> ImportRow | tuple[ImportRow, ...]:
        if isinstance(index, slice):
            return tuple(map(self._row, range(*index.indices(len(self)))))
        return self._row(index)

    def _row(self, index: int) -> ImportRow:
        return _rows().validate_json(self._lines[index])


@cache
def _heads() -> TypeAdapter[Head]:
    return TypeAdapter(Head)


@cache
def _rows() -> TypeAdapter[ImportRow]:
    return TypeAdapter(ImportRow)
