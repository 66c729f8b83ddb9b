"""What another system reports: one letter, call, form, chat or visit of a client (R9)."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from bot.method.core.terms import TaskKind

MOST_AHEAD = timedelta(days=1)
"""So far another clock may be ahead of ours; what is ahead counts as now."""
MOST_BACK = timedelta(days=366)
"""What is older is no news of a client but somebody's wrong clock or a whole archive."""
LONGEST_ID = 200
LONGEST_NAME = 200
LONGEST_TEXT = 4096


class IntakeChannel(StrEnum):
    """How the client reached us."""

    CALL = "call"
    EMAIL = "email"
    CHAT = "chat"
    FORM = "form"
    VISIT = "visit"

    @property
    def kind(self) -> TaskKind:
        """What the inbound is called."""
        if self is IntakeChannel.CALL:
            return TaskKind.CALL
        return TaskKind.MEETING if self is IntakeChannel.VISIT else TaskKind.LETTER


class CallEnd(StrEnum):
    """What became of a call; a telephone exchange says so."""

    MISSED = "missed"
    ANSWERED = "answered"
    OUTGOING = "outgoing"
    """We have called the client, who has answered."""


@dataclass(frozen=True)
class IntakeEvent:
    """One event of one client; `occurred_at` is aware. Phone and `manager` stand as they were
    sent, e-mail and handle in lower case; `telegram` is a number or a handle without the @."""

    external_id: str
    channel: IntakeChannel
    occurred_at: datetime
    name: str = ""
    phone: str = ""
    email: str = ""
    telegram: str = ""
    text: str = ""
    manager: str = ""
    call: CallEnd | None = None

    @property
    def content(self) -> str:
        """64 characters that are the same for the same content, whatever it was wrapped in."""
        moment = self.occurred_at.astimezone(UTC).isoformat()
        sender = [self.name, self.phone, self.email, self.telegram]
        parts = [self.channel, moment, *sender, self.text, self.manager, self.call]
        return sha256(json.dumps(parts).encode()).hexdigest()


def event_key(source: str, external_id: str) -> str:
    """64 characters for "this event of this source", for good."""
    return sha256(json.dumps(["intake", source, external_id]).encode()).hexdigest()


@dataclass(frozen=True)
class Fault:
    """A field that can not be used, and why, for whoever writes the program at the other end."""

    field: str
    reason: str


@dataclass(frozen=True)
class Faults:
    """Nothing is taken: these fields are at fault."""

    fields: tuple[Fault, ...]


def sane_moment(moment: datetime, now: datetime) -> bool:
    """Whether something may have happened then, seen from now."""
    try:
        return now - MOST_BACK <= moment.astimezone(UTC) <= now + MOST_AHEAD
    except (OverflowError, ValueError):
        # The first and the last day that there are have no other zones.
        return False
