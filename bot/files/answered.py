"""The answer of the process that has read a file, as the one that asked takes it.

Nothing in it is believed: that process was alone with the file, and what it says is checked.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import overload
from zlib import compress, decompress

from pydantic import TypeAdapter

from bot.files.answer import REFUSED, Head
from bot.method.core.refusals import Invalid
from bot.method.imports.rows import ImportFile, ImportRow

_TOGETHER = 100
"""Rows that are packed together."""


def file_of(blocks: Iterable[bytes]) -> ImportFile:
    """The file of an answer that has come in blocks; the refusal that it holds is raised.

    Invalid("file-broken") where the answer is not whole. Long, but in short steps: for a thread.
    """
    lines = _lines(blocks)
    try:
        head = _heads().validate_json(next(lines, b""))
        _go_on_with(head)
        rows = Rows(_checked(lines))
    except ValueError:
        raise Invalid("file-broken") from None
    if head.file is None or head.rows != len(rows):
        raise Invalid("file-broken")
    return replace(head.file, rows=rows)


def _checked(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The lines, each of which is a row."""
    for line in lines:
        if line.startswith(REFUSED):
            _go_on_with(_heads().validate_json(line))
        _rows().validate_json(line)
        yield line


def _go_on_with(head: Head) -> None:
    if head.code is not None:
        raise Invalid(head.code, **head.facts)


class Rows(Sequence[ImportRow]):
    """Rows that stay packed text until they are asked for: a hundred thousand live objects would
    make every round of the garbage collector hold up the loop, and their text is a hundred
    megabytes, of which a tenth is left."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        self._packed: list[bytes] = []
        self._count = 0
        self._open: tuple[int, list[bytes]] = (-1, [])
        source = iter(lines)
        while portion := list(islice(source, _TOGETHER)):
            self._packed.append(compress(b"\n".join(portion), 1))
            self._count += len(portion)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> ImportRow: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[ImportRow, ...]: ...
    def __getitem__(self, index: int | slice) -> ImportRow | tuple[ImportRow, ...]:
        if isinstance(index, slice):
            return tuple(map(self._row, range(*index.indices(self._count))))
        return self._row(range(self._count)[index])

    def _row(self, index: int) -> ImportRow:
        number, place = divmod(index, _TOGETHER)
        if self._open[0] != number:
            self._open = number, decompress(self._packed[number]).split(b"\n")
        return _rows().validate_json(self._open[1][place])


def _lines(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """The lines that are ended, without their ends."""
    held = b""
    for block in blocks:
        first, *others = block.split(b"\n")
        held += first
        for line in others:
            yield held
            held = line


@cache
def _heads() -> TypeAdapter[Head]:
    return TypeAdapter(Head)


@cache
def _rows() -> TypeAdapter[ImportRow]:
    return TypeAdapter(ImportRow)
