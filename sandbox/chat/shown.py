"""What the page shows, as JSON: people, messages, keyboards. Words only, never markup: the page
puts them in as text, so that nothing a client or the bot writes can act on it."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import pairwise
from typing import Any

from sandbox.chat.letters import Letter
from sandbox.markup import Button
from sandbox.person import Person
from sandbox.posts import Post, media_words
from sandbox.rich.blocks import Block, Paragraph, Table, TableCell
from sandbox.state import State, attachment
from sandbox.transcript import weekday

Json = dict[str, Any]
_MOST_POSTS = 200
"""Messages of one chat that the page shows, the newest ones."""
_LINKS = {"url": "", "email": "mailto:", "phone_number": "tel:", "text_link": ""}


def people(state: State, persons: Iterable[Person], outside: frozenset[int]) -> Json:
    """Everybody with the newest words of the chat; the clock as a person reads it."""
    now = state.clock.local()
    return {
        "clock": f"{now:%d.%m.%Y %H:%M}",
        "weekday": weekday(now),
        "people": [_person(person, person.id in outside) for person in persons],
    }


def chat(state: State, person: Person) -> Json:
    """One chat with the bot: its messages, the keys under it and the menu of commands."""
    posts = person.history[-_MOST_POSTS:]
    return {
        "posts": [post_json(state, post) for post in posts],
        "keyboard": person.keyboard,
        "commands": person.chat.commands or state.default_commands,
        "blocked": person.chat.blocked,
    }


def post_json(state: State, post: Post) -> Json:
    """One message; a button is named by its place, what it carries stays here."""
    return {
        "id": post.id,
        "bot": post.from_bot,
        **_when(state, post.date),
        "edited": post.edited is not None,
        "silent": post.silent,
        "parts": [] if post.blocks else list(parts(post.text, post.entities)),
        "blocks": [_block(block) for block in post.blocks],
        "rows": [[_button(button) for button in row] for row in post.rows],
        "media": _media(post),
        "attached": attachment(post) if {"contact", "forward_origin"} & post.extra.keys() else "",
    }


def letter(state: State, item: Letter) -> Json:
    """What a client wrote to a manager."""
    held = item.enclosure
    return {
        "number": item.number,
        **_when(state, item.at),
        "text": item.text,
        "attached": media_words(held.kind, held.name) if held else "",
    }


def parts(text: str, entities: Iterable[Json]) -> Iterator[Json]:
    """The text cut where its marks begin and end; offsets of marks count UTF-16 units."""
    units = text.encode("utf-16-le")
    marks = [(item["offset"] * 2, (item["offset"] + item["length"]) * 2, item) for item in entities]
    cuts = sorted({0, len(units), *(start for start, _, _ in marks), *(end for _, end, _ in marks)})
    for start, end in pairwise(cuts):
        piece = units[start:end].decode("utf-16-le", errors="replace")
        over = [item for begin, stop, item in marks if begin <= start and end <= stop]
        yield _part(piece, over)


def _part(piece: str, over: list[Json]) -> Json:
    result: Json = {"text": piece, "marks": [item["type"] for item in over]}
    for item in over:
        if item["type"] in _LINKS:
            result["link"] = item.get("url") or _LINKS[item["type"]] + piece
        elif item["type"] == "bot_command":
            result["command"] = piece
    return result


def _block(block: Block) -> Json:
    match block:
        case Table(rows=rows):
            return {"kind": "table", "rows": [[_cell(cell) for cell in row] for row in rows]}
        case Paragraph(words=words, kind=kind):
            return {"kind": kind, "parts": list(parts(words.text, words.marks))}
    return {"kind": "divider"}


def _cell(cell: TableCell) -> Json:
    words = list(parts(cell.words.text, cell.words.marks))
    return {"parts": words, "align": cell.align, "header": cell.header}


def _person(person: Person, outside: bool) -> Json:
    newest = person.history[-1] if person.history else None
    return {
        "id": person.id,
        "name": " ".join(part for part in (person.name, person.chat.last_name) if part),
        "short": person.name,
        "client": outside,
        "newest": " ".join(newest.text.split())[:80] if newest else "",
        "last": newest.id if newest else 0,
        "changes": person.chat.changes,
    }


def _button(button: Button) -> Json:
    return {
        "label": button.label,
        "taps": button.data is not None,
        "url": button.url,
        "copy": button.copy,
        "style": button.style,
        "dead": button.dead,
    }


def _media(post: Post) -> Json | None:
    if post.media is None:
        return None
    file = post.media.file
    return {
        "kind": post.media.kind,
        "name": file.name,
        "file": file.file_id,
        "size": len(file.content),
    }


def _when(state: State, instant: datetime) -> Json:
    local = instant.astimezone(state.clock.zone)
    return {"day": f"{local:%d.%m.%Y}", "time": f"{local:%H:%M}"}
