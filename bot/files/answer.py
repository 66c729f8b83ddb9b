"""What the process that reads a file says to the one that asked: lines of JSON.

The first line is the head: a refusal, or the file without its rows and how many there are. Then
a line for each row, so that neither side ever has to take in much at a time; a refusal among them
is for the whole file.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice
from typing import overload
from zlib import compress, decompress

from pydantic import TypeAdapter

from bot.method.core.refusals import Invalid
from bot.method.imports.rows import ImportFile, ImportRow

_TOGETHER = 100
"""Rows that are packed together."""
_REFUSED = b'{"code"'
"""How a refusal begins, and no row does."""
LONGEST = 128 * 1024 * 1024
"""Bytes of a whole answer."""


@dataclass(frozen=True)
class Head:
    """Either a refusal or a file, whose rows follow."""

    code: str | None = None
    facts: dict[str, str | int] = field(default_factory=dict)
    file: ImportFile | None = None
    rows: int = 0


def refusal_answer(refusal: Invalid) -> bytes:
    """The answer that says only why not."""
    facts = {
        name: value if isinstance(value, int) else str(value)
        for name, value in refusal.facts.items()
    }
    return _heads().dump_json(Head(refusal.code, facts), exclude_defaults=True) + b"\n"


def file_answer(read: ImportFile) -> Iterator[bytes]:
    """The whole answer, line by line; ends with Invalid("file-bomb") where it is too long."""
    head = Head(file=replace(read, rows=()), rows=len(read.rows))
    line = _heads().dump_json(head, exclude_defaults=True) + b"\n"
    yield line
    length = len(line)
    for row in read.rows:
        line = _rows().dump_json(row, exclude_defaults=True) + b"\n"
        length += len(line)
        if length > LONGEST:
            yield refusal_answer(Invalid("file-bomb"))
            return
        yield line


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
        if line.startswith(_REFUSED):
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
