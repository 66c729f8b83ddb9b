"""Who hears of a client in the place of an owner who would not: a plain result for screens."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class WhyAbsent(StrEnum):
    """Why somebody does not hear of the own clients now."""

    VACATION = "vacation"
    BLOCKED = "blocked"
    """No message of the bot reaches the person."""
    NO_ACCESS = "no_access"


class InPlace(StrEnum):
    """Who is told instead."""

    SUBSTITUTE = "substitute"
    HEAD = "head"
    ADMIN = "admin"
    READER = "reader"
    """Whoever reads it is the one who can act."""
    NOBODY = "nobody"
    """There is nobody else: it waits for the owner."""


@dataclass(frozen=True)
class Absence:
    """The owner `name` does not hear of it; `names` do. `until` is the last local date of the
    vacation, `today` the reader's."""

    name: str
    why: WhyAbsent
    place: InPlace
    names: tuple[str, ...]
    today: date
    until: date | None = None
