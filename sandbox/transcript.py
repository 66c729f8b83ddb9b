"""What happened, as a person would read it over somebody's shoulder."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Direction = Literal["in", "out", "edit", "delete", "tap", "toast", "alert", "clock", "note"]
_INDENT = " " * 6


@dataclass(frozen=True)
class Entry:
    """One line of the story: `in` and `tap` come from the person, the rest from the bot.

    `at` is an aware instant of the movable clock in its zone.
    """

    at: datetime
    who: str
    direction: Direction
    text: str
    buttons: tuple[tuple[str, ...], ...] = ()
    attachment: str = ""


def render(entry: Entry) -> str:
    """The entry for a terminal, Russian, times on the clock's wall."""
    time = f"{entry.at:%H:%M}"
    if entry.direction == "clock":
        return f"──── {weekday(entry.at)} {entry.at:%d.%m.%Y} {time} ────"
    if entry.direction == "note":
        return f"{time} {entry.who}: {entry.text}"
    if entry.direction == "in":
        return f"{time} {entry.who} → {_inline(entry)}"
    if entry.direction == "tap":
        return f"{time} {entry.who} → тап [{entry.text}]"
    if entry.direction in ("toast", "alert"):
        mark = "всплывающее" if entry.direction == "toast" else "окно"
        return f"{time} {entry.who} ← {mark}: {entry.text}"
    if entry.direction == "delete":
        return f"{time} {entry.who} ← бот убрал сообщение"
    verb = "бот" if entry.direction == "out" else "бот изменил"
    return "\n".join([f"{time} {entry.who} ← {verb}", *_body(entry)])


def render_all(entries: list[Entry]) -> str:
    return "\n".join(render(entry) for entry in entries)


def _inline(entry: Entry) -> str:
    text = entry.text.replace("\n", "\n" + _INDENT)
    return " ".join(part for part in (entry.attachment, text) if part)


def _body(entry: Entry) -> list[str]:
    lines = [_INDENT + entry.attachment] if entry.attachment else []
    lines += [_INDENT + line for line in entry.text.splitlines()]
    lines += [_INDENT + " ".join(f"[{label}]" for label in row) for row in entry.buttons]
    return lines


def weekday(at: datetime) -> str:
    """The day of the week as a calendar shortens it."""
    return ("пн", "вт", "ср", "чт", "пт", "сб", "вс")[at.weekday()]
