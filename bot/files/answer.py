"""What the process that reads a file says to the one that asked: lines of JSON.

The first line is the head: a refusal, or the file without its rows and how many there are. Then
a line for each row, so that neither side ever has to take in much at a time.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import overload

from pydantic import TypeAdapter

from bot.method.core.refusals import Invalid
from bot.method.imports.rows import ImportFile, ImportRow

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


def file_answer(read: ImportFile) -> bytes:
    """The whole answer. Invalid("file-bomb") where it would be too long."""
    head = Head(file=replace(read, rows=()), rows=len(read.rows))
    answer = bytearray(_heads().dump_json(head, exclude_defaults=True) + b"\n")
    for row in read.rows:
        answer += _rows().dump_json(row, exclude_defaults=True) + b"\n"
        if len(answer) > LONGEST:
            raise Invalid("file-bomb")
    return bytes(answer)


def file_of(blocks: Iterable[bytes]) -> ImportFile:
    """The file of an answer that has come in blocks; the refusal that it holds is raised.

    Invalid("file-broken") where the answer is not whole. Long, but in short steps: for a thread.
    """
    lines = _lines(blocks)
    try:
        head = _heads().validate_json(next(lines, b""))
        rows = Rows(list(lines))
        for row in rows:
            del row
    except ValueError:
        raise Invalid("file-broken") from None
    if head.code is not None:
        raise Invalid(head.code, **head.facts)
    if head.file is None or head.rows != len(rows):
        raise Invalid("file-broken")
    return replace(head.file, rows=rows)


class Rows(Sequence[ImportRow]):
    """Rows that stay text until they are asked for: a hundred thousand live objects would make
    every round of the garbage collector hold up the loop."""

    def __init__(self, lines: Sequence[bytes]) -> None:
        self._lines = lines

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, index: int) -> ImportRow: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[ImportRow, ...]: ...
    def __getitem__(self, index: int | slice) -> ImportRow | tuple[ImportRow, ...]:
        if isinstance(index, slice):
            return tuple(map(_rows().validate_json, self._lines[index]))
        return _rows().validate_json(self._lines[index])


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
