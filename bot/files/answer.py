"""What the process that reads a file says to the one that asked: lines of JSON.

The first line is the head: a refusal, or the file without its rows and how many there are. Then
a line for each row, so that neither side ever has to take in much at a time.
"""

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import overload

from pydantic import TypeAdapter

from bot.method.import_rows import ImportFile, ImportRow
from bot.method.refusals import Invalid

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


def file_of(answer: bytes) -> ImportFile:
    """The file of an answer; the refusal that it holds is raised.

    Invalid("file-broken") where the answer is not whole. Long, but in short steps: for a thread.
    """
    ends = array("Q", (found.end() for found in re.finditer(b"\n", answer)))
    try:
        head = _heads().validate_json(answer[: ends[0]])
        rows = Rows(answer, ends)
        for row in rows:
            del row
    except (IndexError, ValueError):
        raise Invalid("file-broken") from None
    if head.code is not None:
        raise Invalid(head.code, **head.facts)
    if head.file is None or head.rows != len(rows):
        raise Invalid("file-broken")
    return replace(head.file, rows=rows)


class Rows(Sequence[ImportRow]):
    """Rows that stay text until they are asked for: a hundred thousand live objects would make
    every round of the garbage collector hold up the loop."""

    def __init__(self, answer: bytes, ends: Sequence[int]) -> None:
        self._answer = answer
        self._ends = ends

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, index: int) -> ImportRow: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[ImportRow, ...]: ...
    def __getitem__(self, index: int | slice) -> ImportRow | tuple[ImportRow, ...]:
        if isinstance(index, slice):
            return tuple(self[at] for at in range(*index.indices(len(self))))
        at = range(len(self))[index]
        line = self._answer[self._ends[at] : self._ends[at + 1]]
        return _rows().validate_json(line)


@cache
def _heads() -> TypeAdapter[Head]:
    return TypeAdapter(Head)


@cache
def _rows() -> TypeAdapter[ImportRow]:
    return TypeAdapter(ImportRow)
