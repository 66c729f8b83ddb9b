"""What the process that reads a file says to the one that asked: lines of JSON.

The first line is the head: a refusal, or the file without its rows and how many there are. Then
a line for each row, so that neither side ever has to take in much at a time; a refusal among them
is for the whole file. What is as it is when nothing is said is left out.

Written without pydantic, which checks the answer where it is read: for a small file to load it
would take longer than everything else.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import date, time
from functools import cache
from typing import Any

from bot.method.core.refusals import Invalid
from bot.method.imports.rows import ImportFile

REFUSED = b'{"code"'
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
    return _line(Head(refusal.code, facts))


def file_answer(read: ImportFile) -> Iterator[bytes]:
    """The whole answer, line by line; ends with Invalid("file-bomb") where it is too long."""
    line = _line(Head(file=replace(read, rows=()), rows=len(read.rows)))
    yield line
    length = len(line)
    for row in read.rows:
        line = _line(row)
        length += len(line)
        if length > LONGEST:
            yield refusal_answer(Invalid("file-bomb"))
            return
        yield line


def _line(value: object) -> bytes:
    return _encoder.encode(value).encode() + b"\n"


def _plain(value: Any) -> object:
    """What JSON has no form for: days and times, and the plain results."""
    if isinstance(value, date | time):
        return value.isoformat()
    return {
        name: said
        for name, default in _named(value.__class__)
        if (said := getattr(value, name)) != default
    }


@cache
def _named(kind: Any) -> tuple[tuple[str, object], ...]:
    """The fields of a plain result, each with what it is when nothing is said."""
    return tuple((known.name, known.default) for known in fields(kind))


_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain)
