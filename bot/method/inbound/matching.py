"""Inbound: whose message is it, and has it been here before (R9)?"""

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import IntEnum, StrEnum
from hashlib import sha256

MOST_CANDIDATES = 5
MOST_CONTACTS = 10
"""Of each kind that one conversation may bring."""
FUZZY_FLOOR = 80
"""A name that is less alike than this (0..100) is not worth offering."""

AT_ONCE = timedelta(seconds=2)
"""What is sent no further apart than this is one gesture of the app: it sends a comment and each
of the forwards as messages of their own."""

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_HANDLE = re.compile(
    r"(?:(?<![\w.@/])@|(?<![\w.])(?:https?://)?t\.me/)([A-Za-z][A-Za-z0-9_]{3,31})(?![\w@])"
)


class Way(IntEnum):
    """How a client was found; the lower, the more it proves."""

    TELEGRAM = 0
    CONTACT = 1
    """A phone, an e-mail or a handle."""
    ALIAS = 2
    """A name that people have already chosen this client for."""
    NAME = 3
    """The whole name is the same."""
    MENTIONED = 4
    """A handle that stands in the words: as like as not somebody else's."""
    FUZZY = 5


class SenderSource(StrEnum):
    """How it is known who wrote."""

    SENT = "sent"
    """It came from there: what is known of it is its own."""
    HIDDEN = "hidden"
    """The account is hidden: it shows a name that anybody may have, or not even that."""
    TYPED = "typed"
    """Who has brought it has typed whose it is."""


@dataclass(frozen=True)
class MessageSender:
    """Whatever is known of who wrote: phones in E.164, e-mails and handles in lower case."""

    telegram_id: int | None = None
    handle: str | None = None
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    name: str | None = None
    company: str | None = None
    source: SenderSource = SenderSource.SENT

    @property
    def called(self) -> str | None:
        """The name, else a contact; None where the sender is hidden."""
        contacts = (*self.phones, *self.emails, self.handle and f"@{self.handle}")
        return self.name or next((contact for contact in contacts if contact), None)

    def identity(self) -> str | None:
        """One word for "the same sender", the surest that there is; None if nothing is known.

        Hidden accounts without a name are one and the same: parts of a conversation say so little.
        """
        if self.telegram_id is not None:
            return f"id {self.telegram_id}"
        for kind, values in (
            ("phone", self.phones),
            ("email", self.emails),
            ("handle", (self.handle or "",)),
            ("name", (fold_name(self.name or ""),)),
        ):
            if any(values):
                return f"{kind} {min(value for value in values if value)}"
        return "hidden" if self.source is SenderSource.HIDDEN else None

    def joined(self, more: "MessageSender") -> "MessageSender":
        """The same sender with what another part of the conversation tells as well."""
        return replace(
            self,
            handle=self.handle or more.handle,
            phones=_unique([*self.phones, *more.phones])[:MOST_CONTACTS],
            emails=_unique([*self.emails, *more.emails])[:MOST_CONTACTS],
            name=self.name or more.name,
            company=self.company or more.company,
        )

    def news(self, more: "MessageSender") -> "MessageSender":
        """The contacts alone that another part tells and this one did not."""
        return MessageSender(
            phones=tuple(phone for phone in more.phones if phone not in self.phones),
            emails=tuple(email for email in more.emails if email not in self.emails),
        )


@dataclass(frozen=True)
class Candidate:
    """A client found for a sender; `likeness` (0..100) is of a fuzzy name."""

    client_id: int
    way: Way
    likeness: float = 100.0


@dataclass(frozen=True)
class Sure:
    """It is this client."""

    client_id: int


@dataclass(frozen=True)
class Several:
    """It may be one of these, the likeliest first; people choose."""

    client_ids: tuple[int, ...]


@dataclass(frozen=True)
class Unknown:
    """Nobody we know."""


Decision = Sure | Several | Unknown


def decide(sender: MessageSender, found: Sequence[Candidate]) -> Decision:
    """Whose inbound it is: by Telegram id, then phone, e-mail or handle, then name.

    The surest way that found anybody decides alone, and only when it found one client. A name
    decides only when it is remembered, or was typed to say whose it is, with two words or more:
    what an account calls itself proves nothing, nor does a handle that is merely mentioned.
    """
    likely = [
        candidate
        for candidate in found
        if candidate.way is not Way.FUZZY or candidate.likeness >= FUZZY_FLOOR
    ]
    if not likely:
        return Unknown()
    surest = min(candidate.way for candidate in likely)
    named = {candidate.client_id for candidate in likely if candidate.way is surest}
    if len(named) == 1 and _proves(surest, sender):
        return Sure(named.pop())
    ordered = sorted(
        likely, key=lambda candidate: (candidate.way, -candidate.likeness, candidate.client_id)
    )
    if surest < Way.NAME:
        ordered = [candidate for candidate in ordered if candidate.way is surest]
    unique = tuple(dict.fromkeys(candidate.client_id for candidate in ordered))
    return Several(unique[:MOST_CANDIDATES])


def _proves(way: Way, sender: MessageSender) -> bool:
    if way is Way.NAME:
        words = fold_name(sender.name or "").split()
        return sender.source is SenderSource.TYPED and len(words) > 1
    return way < Way.NAME


def fold_name(name: str) -> str:
    """A name for comparing: no case, no accents, no punctuation, single spaces, words sorted.

    The order of first name and surname means nothing.
    """
    plain = unicodedata.normalize("NFKD", name).casefold()
    return " ".join(sorted(plain.translate(_FOLDED).split()))


class _Folded(dict[int, str | None]):
    """What becomes of a character, worked out when it is first met."""

    def __missing__(self, code: int) -> str | None:
        char = chr(code)
        kept = char if char.isalnum() else " "
        self[code] = None if unicodedata.combining(char) else kept
        return self[code]


_FOLDED = _Folded()


def emails_in(text: str) -> tuple[str, ...]:
    """The e-mail addresses of a text in lower case, in their order, each once."""
    return _unique(match.group().rstrip(".-_").lower() for match in _EMAIL.finditer(text))


def handles_in(text: str) -> tuple[str, ...]:
    """The Telegram handles of a text without the @, in lower case, in their order, each once."""
    return _unique(match.group(1).lower() for match in _HANDLE.finditer(text))


def dedupe_key(
    origin: str, sender: str | None, written_at: datetime, text: str, file_id: str | None = None
) -> str:
    """64 characters that are the same for the same original message, however often forwarded.

    `origin` is the kind of source, `sender` the identity, `written_at` the time of the original,
    `file_id` Telegram's unique id of the file.
    """
    moment = written_at.astimezone(UTC).isoformat(timespec="seconds")
    return _digest([origin, sender, moment, text, file_id])


def sender_key(owner_id: int, subject: str) -> str:
    """64 characters for "this sender or client, with this owner", to group what comes together."""
    return _digest([owner_id, subject])


def _digest(parts: Sequence[object]) -> str:
    return sha256(json.dumps(parts).encode()).hexdigest()


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
