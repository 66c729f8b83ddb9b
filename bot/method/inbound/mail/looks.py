"""What a look into a mailbox starts from, and what comes of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.method.inbound.mail.letter import ReceivedLetter


class MailTrouble(StrEnum):
    """Why a mailbox could not be looked into."""

    AWAY = "away"
    """The server is not there, or does not go on."""
    CERTIFICATE = "certificate"
    """It is not the server that it should be, by its certificate."""
    LOGIN = "login"
    FOLDER = "folder"


class MailFailure(Exception):
    """The look has failed; what the server said is not told, for it may name people."""

    def __init__(self, trouble: MailTrouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


@dataclass(frozen=True)
class LastSeen:
    """How far the mailbox was looked through: numbers up to `uid`, as they were given out under
    `validity`. `since` is when it was looked into first, `looked_at` last."""

    validity: int
    uid: int
    since: datetime
    looked_at: datetime


@dataclass(frozen=True)
class MailLook:
    """What is new, in the order of the numbers, up to `uid`; `has_more`: more is there already."""

    validity: int
    uid: int
    letters: tuple[ReceivedLetter, ...] = ()
    has_more: bool = False
