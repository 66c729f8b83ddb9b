"""The parts of a rich message as they are kept, and the JSON that the Bot API shows of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

Json = dict[str, Any]


@dataclass(frozen=True)
class Inline:
    """Words with their marks; offsets of marks count UTF-16 units."""

    text: str
    marks: tuple[Json, ...] = ()

    def as_json(self) -> Any:
        """Telegram's RichText: a string, a marked piece, or a list of them."""
        return _rich_text(self.text.encode("utf-16-le"), 0, list(self.marks))


@dataclass(frozen=True)
class Paragraph:
    """Words by themselves; `kind` is "paragraph", "heading" or "footer"."""

    words: Inline
    kind: str = "paragraph"
    size: int = 0

    def as_json(self) -> Json:
        size = {"size": self.size} if self.size else {}
        return {"type": self.kind, "text": self.words.as_json()} | size


@dataclass(frozen=True)
class Divider:
    """A line across."""

    def as_json(self) -> Json:
        return {"type": "divider"}


@dataclass(frozen=True)
class TableCell:
    """One cell; `align` is "left", "center" or "right"."""

    words: Inline
    align: str = "left"
    header: bool = False

    def as_json(self) -> Json:
        made = {"text": self.words.as_json(), "align": self.align, "valign": "top"}
        return made | ({"is_header": True} if self.header else {})


@dataclass(frozen=True)
class Table:
    """Cells row by row; `looks` are the words that say how it is drawn."""

    rows: tuple[tuple[TableCell, ...], ...]
    looks: frozenset[str] = frozenset()

    def as_json(self) -> Json:
        cells = [[cell.as_json() for cell in row] for row in self.rows]
        return {"type": "table", "cells": cells} | {f"is_{look}": True for look in self.looks}


Block: TypeAlias = Paragraph | Divider | Table


def text_of_blocks(blocks: Iterable[Block]) -> str:
    """What a person reads, a line a row of a table."""
    return "\n".join(filter(None, map(_read, blocks)))


def _read(block: Block) -> str:
    match block:
        case Paragraph(words=words):
            return words.text
        case Table(rows=rows):
            return "\n".join(" | ".join(cell.words.text for cell in row) for row in rows)
    return ""


def _rich_text(units: bytes, start: int, marks: Sequence[Json]) -> Any:
    """The units from `start` on as RichText; the marks lie in each other or apart."""
    pieces: list[Any] = []
    end, at = start + len(units) // 2, start
    for number, mark in enumerate(marks):
        begin, stop = mark["offset"], mark["offset"] + mark["length"]
        if begin < at:
            continue
        _add(pieces, units[(at - start) * 2 : (begin - start) * 2])
        inner = [other for other in marks[number + 1 :] if other["offset"] < stop]
        text = _rich_text(units[(begin - start) * 2 : (stop - start) * 2], begin, inner)
        pieces.append({"text": text} | _kind(mark))
        at = stop
    _add(pieces, units[(at - start) * 2 : (end - start) * 2])
    return pieces[0] if len(pieces) == 1 else pieces or ""


def _add(pieces: list[Any], units: bytes) -> None:
    if units:
        pieces.append(units.decode("utf-16-le"))


def _kind(mark: Json) -> Json:
    if mark["type"] == "text_link":
        return {"type": "url", "url": mark["url"]}
    return {"type": mark["type"]}
