"""Plain results about changing a client and the people inside it (R13)."""

from dataclasses import dataclass
from enum import StrEnum

from bot.method.clients.inside import PersonRole
from bot.method.core.terms import ClientKind, ContactKind

CLASSES = ("A", "B", "C")


class ClientText(StrEnum):
    """What of a client is changed by typing it."""

    NAME = "name"
    COMPANY = "company"
    NOTE = "note"


class PersonText(StrEnum):
    """What of somebody inside a client is changed by typing it."""

    NAME = "name"
    POSITION = "position"


@dataclass(frozen=True)
class PointLine:
    """One contact point."""

    point_id: int
    kind: ContactKind
    value: str
    extension: str | None = None


@dataclass(frozen=True)
class ClientEdit:
    """The client as it may be changed."""

    client_id: int
    name: str
    company: str | None
    kind: ClientKind
    client_class: str | None
    note: str | None
    points: int
    persons: int
    can_erase: bool = False


@dataclass(frozen=True)
class PointsEdit:
    """The contacts of a client, or of somebody inside it."""

    client_id: int
    name: str
    points: tuple[PointLine, ...]
    person_id: int | None = None


@dataclass(frozen=True)
class InsideLine:
    """Somebody inside a client."""

    person_id: int
    name: str
    role: PersonRole | None
    position: str | None
    points: tuple[PointLine, ...] = ()


@dataclass(frozen=True)
class PersonsEdit:
    """Everybody inside a client."""

    client_id: int
    name: str
    persons: tuple[InsideLine, ...]


@dataclass(frozen=True)
class PersonEdit:
    """One of them, with the client's number and name."""

    client_id: int
    client_name: str
    person: InsideLine


@dataclass(frozen=True)
class ChatLink:
    """An account of Telegram that was chosen for a client; `taken` by another, whom the reader may
    open where it is told."""

    client_id: int
    client_name: str
    name: str
    taken: bool
    other_id: int | None = None
    other_name: str | None = None
