"""Rich HTML into blocks, checked as Telegram checks it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sandbox.entities import parse_html, units
from sandbox.errors import ApiError, bad_request
from sandbox.rich.blocks import Block, Divider, Inline, Paragraph, Table, TableCell

Json = dict[str, Any]
_WAYS = ("html", "markdown", "blocks")
_LONGEST = 32_768
_MOST_BLOCKS = 500
"""Rows of tables count."""
_MOST_COLUMNS = 20
_LOOKS = ("bordered", "striped", "compact")
_ALIGNED = ("left", "center", "right")
_HEADINGS = {f"h{size}": size for size in range(1, 7)}
_BLOCKS = {"p": "paragraph", "footer": "footer", **dict.fromkeys(_HEADINGS, "heading")}
_TAG = re.compile(r"<(/?)(p|footer|h[1-6]|hr|table|tr|t[hd])((?:\s[^<>]*)?)/?>", re.IGNORECASE)
_ALIGN = re.compile(r"""\balign=["']?(\w+)""")
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
_BLANK = re.compile(r"\s+")


def read_rich(wanted: Any) -> tuple[str, tuple[Block, ...]]:
    """The source and the blocks of an InputRichMessage; raises ApiError."""
    if not isinstance(wanted, dict):
        raise bad_request("rich message must be non-empty")
    ways = [way for way in _WAYS if wanted.get(way) is not None]
    if len(ways) != 1:
        raise bad_request("exactly one of html, markdown, and blocks must be specified")
    if ways != ["html"]:
        raise bad_request(f"the sandbox does not read rich messages in {ways[0]}")
    source = str(wanted["html"])
    blocks = tuple(_Reader(source).blocks())
    _check(blocks)
    return source, blocks


def _check(blocks: tuple[Block, ...]) -> None:
    rows = sum(len(block.rows) for block in blocks if isinstance(block, Table))
    if not blocks:
        raise bad_request("message text is empty")
    if len(blocks) + rows > _MOST_BLOCKS:
        raise bad_request("RICH_MESSAGE_BLOCKS_TOO_MUCH")
    if sum(map(units, _texts(blocks))) > _LONGEST:
        raise bad_request("message is too long")
    if any(
        len(row) > _MOST_COLUMNS
        for block in blocks
        if isinstance(block, Table)
        for row in block.rows
    ):
        raise bad_request("RICH_MESSAGE_TABLE_COLUMNS_TOO_MUCH")


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.words.text
        elif isinstance(block, Table):
            yield from (cell.words.text for row in block.rows for cell in row)


@dataclass
class _Reader:
    """From tag to tag: what stands between two is words of the innermost that is open."""

    source: str
    open: list[tuple[str, str]] = field(default_factory=list)
    rows: list[list[TableCell]] = field(default_factory=list)

    def blocks(self) -> Iterator[Block]:
        at = 0
        for tag in _TAG.finditer(self.source):
            yield from self._words(self.source[at : tag.start()])
            at = tag.end()
            name = tag[2].lower()
            yield from self._close(name) if tag[1] else self._start(name, tag[3].lower())
        yield from self._words(self.source[at:])
        if self.open:
            raise _complaint(f'can\'t find end tag corresponding to start tag "{self._inside}"')

    @property
    def _inside(self) -> str:
        return self.open[-1][0] if self.open else ""

    def _start(self, name: str, rest: str) -> Iterator[Block]:
        needed = {"tr": ("table",), "td": ("tr",), "th": ("tr",)}.get(name, ("",))
        if self._inside not in needed:
            raise _complaint(f'tag "{name}" is not allowed here')
        if name == "hr":
            yield Divider()
            return
        if name == "table":
            self.rows = []
        elif name == "tr":
            self.rows.append([])
        self.open.append((name, rest))

    def _close(self, name: str) -> Iterator[Block]:
        if self._inside != name:
            raise _complaint(f'unexpected end tag "{name}"')
        _, rest = self.open.pop()
        if name == "table":
            looks = frozenset(look for look in _LOOKS if look in rest.split())
            if not any(self.rows):
                raise _complaint("a table has no cells")
            yield Table(tuple(map(tuple, self.rows)), looks)

    def _words(self, piece: str) -> Iterator[Block]:
        """Blanks between blocks are nothing, and a line ends only where it is said."""
        if self._inside in {"table", "tr"} or not self._inside:
            if piece.strip() and self._inside:
                raise _complaint("text is not allowed between the cells of a table")
            if piece.strip():
                yield Paragraph(_inline(piece))
            return
        name, rest = self.open[-1]
        if name in {"td", "th"}:
            self.rows[-1].append(TableCell(_inline(piece), _align(rest), name == "th"))
        else:
            yield Paragraph(_inline(piece), _BLOCKS[name], _HEADINGS.get(name, 0))


def _inline(piece: str) -> Inline:
    lines = _BLANK.sub(" ", _BREAK.sub("\x00", piece)).replace("\x00", "\n")
    text, marks = parse_html(lines)
    return Inline(text, tuple(marks))


def _align(rest: str) -> str:
    found = _ALIGN.search(rest)
    if found is None:
        return "left"
    if found[1] not in _ALIGNED:
        raise _complaint(f'wrong alignment "{found[1]}"')
    return found[1]


def _complaint(text: str) -> ApiError:
    return bad_request(f"can't parse rich message: {text}")
