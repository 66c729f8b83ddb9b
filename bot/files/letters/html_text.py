"""The text of a letter that is HTML only, with quoted lines marked as in a plain one."""

from contextlib import suppress
from html.parser import HTMLParser

_LONGEST = 128 * 1024
_UNSEEN = frozenset({"head", "script", "style", "template", "title"})
_LINES = frozenset(
    {"address", "article", "center", "dd", "div", "dl", "dt", "footer", "form", "h1", "h2", "h3"}
    | {"h4", "h5", "h6", "header", "hr", "li", "ol", "p", "pre", "section", "table", "tr", "ul"}
)
_QUOTATION = "blockquote"


def text_of_html(page: str) -> str:
    """The words that are seen, up to markup that the parser does not know; lines of a quotation
    begin with `>`."""
    reader = _Reader()
    # What comes before such markup has been read.
    with suppress(AssertionError):
        reader.feed(_whole_tags(page[:_LONGEST]))
        reader.close()
    return reader.text()


def _whole_tags(page: str) -> str:
    """The page without the tags that never end: the parser would look for their ends again and
    again."""
    last = page.rfind(">") + 1
    return page[:last] + page[last:].partition("<")[0]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str] = []
        self._line: list[str] = []
        self._unseen = 0
        self._quoted = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "br":
            self._end_line()
        elif tag in _LINES or tag == _QUOTATION:
            self._end_block()
        elif tag in {"td", "th"}:
            self._line.append(" ")
        if tag == _QUOTATION:
            self._quoted += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _LINES:
            self._end_block()
            if tag == "p":
                self._lines.append("")
        elif tag == _QUOTATION:
            self._end_block()
            self._quoted = max(0, self._quoted - 1)
        elif tag == "body":
            self._unseen = 0

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._line.append(data)

    def text(self) -> str:
        """What was read."""
        self._end_block()
        return "\n".join(self._lines)

    def _end_block(self) -> None:
        if "".join(self._line).strip():
            self._end_line()
        self._line.clear()

    def _end_line(self) -> None:
        line = " ".join("".join(self._line).split())
        self._lines.append(f"> {line}" if self._quoted else line)
        self._line.clear()
