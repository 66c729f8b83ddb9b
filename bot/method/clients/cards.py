"""Plain results about clients, search and what has arrived, for their screens (R9, R13)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.method.clients.edit import InsideLine
from bot.method.core.absence import Absence
from bot.method.core.cards import (
    AttemptFacts,
    Contacts,
    DealFacts,
    GapNotice,
    Phone,
    TaskLine,
    Touch,
)
from bot.method.core.terms import ClientKind, ClientStatus
from bot.method.gaps.reprieve import ReprieveLine
from bot.method.inbound.cards import OwnLine, OwnWords
from bot.method.pool.leave import LeaveLine


class Channel(StrEnum):
    """How a client reached somebody outside Telegram."""

    CALL = "call"
    LETTER = "letter"
    VISIT = "visit"


@dataclass(frozen=True)
class ClientLine:
    """A client in a list; `owner_name` only where it is not the reader's own, `phone` (E.164) only
    where another one in the list looks the same without it."""

    client_id: int
    name: str
    status: ClientStatus
    kind: ClientKind
    company: str | None = None
    next_due: date | None = None
    uncovered: bool = False
    owner_name: str | None = None
    phone: str | None = None


class ClientFilter(StrEnum):
    """Which of the clients a list shows; without it all of them."""

    GAPS = "g"
    TODAY = "t"
    CLASS_A = "A"
    CLASS_B = "B"
    CLASS_C = "C"
    SUPPLIERS = "s"


@dataclass(frozen=True)
class ClientPage:
    """One page of clients, of all or of those that fit `only`."""

    lines: tuple[ClientLine, ...]
    total: int
    page: int
    pages: int
    today: date
    only: ClientFilter | None = None


@dataclass(frozen=True)
class Found:
    """What a search found. `alike`: nothing fits exactly, these are only written similarly.

    `line_id` keeps the query for the other pages; None where there is one page.
    """

    query: str
    page: ClientPage
    alike: bool = False
    line_id: int | None = None


@dataclass(frozen=True)
class ClientCard:
    """A client as its owner or a leader sees it; `owner_name` is None where there is none, and
    `touches` are the last ones, the newest first; `leave` is what its owner asks a head."""

    client_id: int
    name: str
    kind: ClientKind
    status: ClientStatus
    contacts: Contacts
    deals: tuple[DealFacts, ...]
    tasks: tuple[TaskLine, ...]
    today: date
    company: str | None = None
    client_class: str | None = None
    owner_name: str | None = None
    own: bool = True
    note: str | None = None
    gap: GapNotice | None = None
    attempt: AttemptFacts | None = None
    can_hand_over: bool = False
    can_decide: bool = False
    can_remove: bool = False
    persons: tuple[InsideLine, ...] = ()
    touches: tuple[Touch, ...] = ()
    reprieves: tuple[ReprieveLine, ...] = ()
    leave: LeaveLine | None = None


@dataclass(frozen=True)
class History:
    """One page of the timeline of a client, or of one deal of it, the latest first."""

    client_id: int
    name: str
    touches: tuple[Touch, ...]
    page: int
    pages: int
    today: date
    deal_id: int | None = None
    contents: tuple[tuple[int, datetime], ...] = ()
    """Inbounds of the page with more than words, and the local time of each."""


@dataclass(frozen=True)
class Draft:
    """A new client as it was typed or found in a message; handles without the @."""

    name: str
    phones: tuple[Phone, ...] = ()
    emails: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    telegram_id: int | None = None
    company: str | None = None

    @property
    def empty(self) -> bool:
        """Whether there is nothing to call the client by."""
        return not (self.name or self.phones or self.emails or self.handles)

    @property
    def called(self) -> str:
        """The name, or the first contact where there is none."""
        contacts = (*(phone.number for phone in self.phones), *self.emails)
        handles = (f"@{handle}" for handle in self.handles)
        return next((name for name in (self.name, *contacts, *handles) if name), "")

    @property
    def contacts(self) -> Contacts:
        """How a card would show them."""
        return Contacts(self.phones, self.emails, handle=next(iter(self.handles), None))


@dataclass(frozen=True)
class Created:
    """The client is new and needs a first task at once (R4)."""

    client_id: int


@dataclass(frozen=True)
class KnownClient:
    """One of these contacts is already on a client that the person may work with."""

    client_id: int


@dataclass(frozen=True)
class ColleaguesClient:
    """The client is a colleague's: the surname and nothing else.

    `arrival_id` where what has arrived can be passed on.
    """

    surname: str
    arrival_id: int | None = None


@dataclass(frozen=True)
class Closed:
    """One of these contacts is on a client without an owner: the head's business."""


Creation = Created | KnownClient | ColleaguesClient | Closed


class Join(StrEnum):
    """How a message came to its task."""

    NEW = "new"
    JOINED = "joined"
    """It belongs to what the same sender wrote a moment ago."""
    ADDED = "added"
    """The client has an open inbound, which says it as well."""
    SAME = "same"
    """The very message has been here before."""


@dataclass(frozen=True)
class Arrived:
    """The inbound task is there; `owner_name` where it is not the person's own; `words` that the
    person has written with it just now; `absence` where the owner does not hear of it; `lead_id`
    is the first part of the conversation."""

    task_id: int
    join: Join
    owner_name: str | None = None
    words: OwnWords | None = None
    absence: Absence | None = None
    lead_id: int | None = field(default=None, compare=False)


@dataclass(frozen=True)
class WhoseMessage:
    """It is not sure whose message it is: the likeliest clients, or none. `sender` is what the
    sender is called, None where that is hidden, `contact` a phone, address or handle of his.
    `joined`: the question stands already, this is one more part of the same. `taken_off`: the
    name of the client that it was put on by mistake, `others_stay` where only a part of the inbound
    was. `comment`: what the reader wrote with it.
    `colleague` said it of a client. `brought_by` was asked first, and was not there."""

    arrival_id: int
    sender: str | None
    candidates: tuple[ClientLine, ...]
    today: date
    joined: bool = False
    taken_off: str | None = None
    others_stay: bool = False
    contact: str | None = None
    comment: str | None = None
    colleague: str | None = None
    brought_by: str | None = None


@dataclass(frozen=True)
class CameBack:
    """A client of the pool wrote by himself; somebody may take it."""

    arrival_id: int
    sender: str | None


@dataclass(frozen=True)
class HeadTold:
    """A lost client, or one the person let go lately or has `declined`: the head decides.

    `lead_id` is the first message of the conversation, for its card; the words are the same.
    """

    lost: bool
    declined: bool = False
    lead_id: int | None = field(default=None, compare=False)


@dataclass(frozen=True)
class PassedOn:
    """The colleague has an inbound task and is told; `absence`: others in the colleague's place.

    `lead_id` as in `HeadTold`.
    """

    surname: str
    absence: Absence | None = None
    lead_id: int | None = field(default=None, compare=False)


@dataclass(frozen=True)
class LostClient:
    """A lost client wrote to a leader, who may restore it (R7)."""

    client_id: int


OpenQuestion = WhoseMessage | ColleaguesClient | CameBack
"""What waits for a word of who brought it: until then it is nobody's task."""

Reception = Arrived | OpenQuestion | HeadTold | PassedOn | LostClient | OwnLine


def surname_of(full_name: str) -> str:
    """The last word of a name as Telegram gives it: first name, then surname."""
    words: Sequence[str] = full_name.split()
    return words[-1] if words else full_name
