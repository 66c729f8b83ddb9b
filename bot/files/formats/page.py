"""HTML pages that call themselves workbooks: Bitrix24's `.xls` is one."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from bot.files.formats.texts import encoding_of
from bot.files.limits import MOST_COLUMNS, MOST_ROWS, Record
from bot.method.core.refusals import Invalid

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.I)
_LOOKED_AT = 4096
_HIDDEN = frozenset({"script", "style", "title"})
_BREAKS = frozenset({"br", "p", "div", "li"})


def page_text(content: bytes, decoded: str) -> tuple[str, str]:
    """The text and encoding of a page that may name its charset; `decoded` is what was guessed."""
    guessed = encoding_of(content)
    named = _CHARSET.search(content[:_LOOKED_AT])
    if named is None or guessed.startswith("utf"):
        return decoded, guessed
    charset = named[1].decode("ascii").lower()
    try:
        return content.decode(charset), charset
    except (LookupError, UnicodeDecodeError):
        return decoded, guessed


def records_of_page(text: str) -> Iterator[Record]:
    """Rows of the largest table, numbered from 1; blank rows are left out.

    Invalid: file-broken, file-rows, file-wide.
    """
    parser = _Tables()
    try:
        parser.feed(text)
        parser.close()
    # The parser's word for markup that it does not know.
    except AssertionError:
        raise Invalid("file-broken") from None
    rows = max(parser.tables, key=len, default=[])
    return ((number, row) for number, row in enumerate(rows, start=1) if any(row))


class _Tables(HTMLParser):
    """Collects tables; a table in a cell is a table of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str]]] = []
        self._open: list[_Table] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in _HIDDEN
        if tag == "table":
            self._open.append(_Table())
            self.tables.append(self._open[-1].rows)
        elif self._open and tag == "tr":
            self._open[-1].begin_row()
        elif self._open and tag in ("td", "th"):
            spans = dict(attrs)
            self._open[-1].begin_cell(_span(spans.get("colspan")), _span(spans.get("rowspan")))
        elif self._open and tag in _BREAKS:
            self._open[-1].add("\n")

    def handle_endtag(self, tag: str) -> None:
        self._hidden = max(0, self._hidden - (tag in _HIDDEN))
        if not self._open:
            return
        if tag in ("td", "th", "tr"):
            self._open[-1].end_cell()
        elif tag == "table":
            self._open.pop().end_cell()

    def handle_data(self, data: str) -> None:
        if self._open and not self._hidden:
            self._open[-1].add(data)


class _Table:
    """One table being read; a cell over several rows or columns stands in each of them."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self._parts: list[str] | None = None
        self._span = (1, 1)
        self._below: dict[int, tuple[int, str]] = {}
        """Column -> for how many more rows a cell from above stands in it, and its text."""

    def begin_row(self) -> None:
        self.end_cell()
        if len(self.rows) > MOST_ROWS:
            raise Invalid("file-rows", most=MOST_ROWS)
        self.rows.append([])
        self._from_above()

    def begin_cell(self, across: int, down: int) -> None:
        self.end_cell()
        if not self.rows:
            self.begin_row()
        self._parts, self._span = [], (across, down)

    def add(self, text: str) -> None:
        if self._parts is not None:
            self._parts.append(text)

    def end_cell(self) -> None:
        if self._parts is None:
            return
        text, (across, down) = "".join(self._parts).strip(), self._span
        self._parts = None
        for _ in range(across):
            if down > 1:
                self._below[len(self.rows[-1])] = (down - 1, text)
            self._put(text)
        self._from_above()

    def _from_above(self) -> None:
        row = self.rows[-1]
        while (waiting := self._below.pop(len(row), None)) is not None:
            left, text = waiting
            if left > 1:
                self._below[len(row)] = (left - 1, text)
            self._put(text)

    def _put(self, text: str) -> None:
        if len(self.rows[-1]) >= MOST_COLUMNS:
            raise Invalid("file-wide", most=MOST_COLUMNS)
        self.rows[-1].append(text)


def _span(value: str | None) -> int:
    return max(1, min(int(value), MOST_COLUMNS)) if value and value.isdecimal() else 1
