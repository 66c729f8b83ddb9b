"""Plain results about what was brought, and who hears of it (R9)."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from bot.method.core.absence import Absence
from bot.method.core.terms import ClientStatus, TaskKind
from bot.method.tasks.phrases.moment import Moment


@dataclass(frozen=True)
class OwnWords:
    """What the person has written beside a forward, with what he may have meant as the date of
    the next step, the likeliest first, and as its kind."""

    text: str
    moments: tuple[Moment, ...] = ()
    kind: TaskKind = TaskKind.CALL


@dataclass(frozen=True)
class Original:
    """Where the messages stand that were brought, in the chat of who brought them, in their
    order."""

    chat_id: int
    message_ids: tuple[int, ...]


FileKind = Literal[
    "photo", "document", "voice", "video", "audio", "video_note", "animation", "sticker"
]
"""What Telegram sends again by the number of a file."""


@dataclass(frozen=True)
class SentFile:
    """What came in somebody's own chat, from where nothing can be forwarded."""

    kind: FileKind
    file_id: str


@dataclass(frozen=True)
class SentContent:
    """What a client has sent and words can not show; `at` is when, in the reader's local time.
    `words` are all of them where the inbound has not had room for them."""

    task_id: int
    client_name: str
    at: datetime
    originals: tuple[Original, ...]
    files: tuple[SentFile, ...] = ()
    words: str | None = None


@dataclass(frozen=True)
class BroughtLine:
    """What the reader has brought to an inbound in one conversation; `at` is when it was written,
    in the reader's local time."""

    arrival_id: int
    at: datetime
    text: str


@dataclass(frozen=True)
class WhichMessage:
    """Which of these is another client's? The newest first."""

    task_id: int
    client_name: str
    lines: tuple[BroughtLine, ...]
    today: date


@dataclass(frozen=True)
class OwnLine:
    """It is no client's but the person's own line: it waits for what it was forwarded with, or to
    be said whose it is about."""

    arrival_id: int | None = field(default=None, compare=False)


@dataclass(frozen=True)
class InboundNotice:
    """What somebody is told of an inbound that a colleague received; `at` is local time.
    `instead_of` is who is on vacation, where the reader stands in; `absence` why the owner does
    not hear of it, where the reader leads the owner. `added`: it has joined an inbound that was
    there, since when `text` says both."""

    task_id: int
    client_name: str
    from_name: str | None
    at: datetime
    today: date
    text: str | None
    instead_of: str | None = None
    client_id: int | None = None
    absence: Absence | None = None
    added: bool = False


@dataclass(frozen=True)
class ReturnNotice:
    """What a head is told when a lost or lately released client writes; nobody has brought it
    where it has come over HTTP."""

    arrival_id: int
    client_id: int
    client_name: str
    status: ClientStatus
    from_name: str | None
    text: str | None
