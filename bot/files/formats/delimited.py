"""Delimited text: CSV of every kind, down to a table of one column."""

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

from bot.files.cells.titles import LOOKED_AT, find_header
from bot.files.limits import Record
from bot.method.core.refusals import Invalid

_DELIMITERS = ";,\t|"
_NONE = "\x1f"
"""Stands in no text: everything is one column."""
_END = "\x1e"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_HEAD = 64 * 1024
_NAMED = re.compile(r"\"?sep=([^\r\n])\"?[ \t]*[\r\n]", re.I)


def delimiter_of(text: str) -> str:
    """The delimiter: as a line `sep=` names it, else with the most known titles, else the most
    frequent outside quotes on the first line; empty where there is none."""
    named = _named(text)
    if named:
        return named
    head = text[:_HEAD]
    scores = [(_score(head, delimiter), delimiter) for delimiter in _DELIMITERS]
    (_, parts), best = max(scores, key=lambda scored: scored[0])
    return best if parts > 1 else ""


def records_of(text: str, delimiter: str) -> Iterator[Record]:
    """Records with the number of the line that each begins on; blank lines are none.

    Invalid("file-broken-at") with the `line` where a quote is opened and never closed.
    """
    reader = csv.reader(_lines(text), delimiter=delimiter or _NONE)
    start, first = 1, bool(_named(text))
    try:
        for cells in reader:
            if cells == [_END]:
                return
            if cells and not first:
                yield start, cells
            start, first = reader.line_num + 1, False
    except csv.Error:
        pass
    raise Invalid("file-broken-at", line=start)


def _lines(text: str) -> Iterator[str]:
    """The lines with their ends, each made when it is asked for: the text is not copied. A record
    of its own comes last, to see that no open quote has swallowed it."""
    for line in _LINE.finditer(text):
        yield line[0] if line[0][-1] in "\r\n" else f"{line[0]}\n"
    yield f"{_END}\n"


def _named(text: str) -> str:
    found = _NAMED.match(text)
    return found[1] if found else ""


def _score(head: str, delimiter: str) -> tuple[int, int]:
    """How many known titles the best line has, and in how many parts it falls."""
    source = io.StringIO(head, newline="")
    rows: list[list[str]] = []
    try:
        reader = csv.reader(source, delimiter=delimiter)
        rows.extend(islice((row for row in reader if row), LOOKED_AT))
    except csv.Error:
        pass
    if not rows:
        return 0, 0
    header = find_header(rows)
    return header.known, len(rows[header.at])
