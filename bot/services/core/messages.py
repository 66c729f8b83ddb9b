"""Messages that the bot starts by itself: how each reaches people, and how it lies in the outbox.

The messages of a topic stand on its page (`messages.py` of the topic's folder).
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, ClassVar, TypeVar

from bot.models.base import JsonDict
from bot.models.outbox import OutboxMessage
from bot.models.user import User
from bot.services.core.plain_json import plain, typed

NOON = time(12)
"""What the morning says stands in the list of the day by then."""


class Ending(StrEnum):
    """What has become of a message in the end."""

    DELIVERED = "delivered"
    REFUSED = "refused"
    """Telegram does not take it: the person has blocked the bot, or it can not be sent."""
    DROPPED = "dropped"
    """Nothing was left to say, or its time was over."""


@dataclass(frozen=True)
class End:
    """How the message to the person that lay in the outbox as `row` has ended."""

    person: User
    row: OutboxMessage
    ending: Ending


class DeliveryTime(StrEnum):
    """What counts from the delivery of a message: the times of a gap, and of an attempt."""

    ASKED = "asked_at"
    NAMED = "named_at"
    NUDGED = "nudged_at"
    ESCALATED = "escalated_at"
    FIRST_TOUCH = "first_touch_by"
    VERDICT = "verdict_by"


class Readers(StrEnum):
    """Whom messages of a kind go to."""

    PERSON = "the person whose day, order or vacation it is"
    OWNER = "the owner of the client"
    ON_DUTY = "the owner, or who stands in"
    HEADS = "the heads"
    """The head of the team; the admins where he is away, has blocked the bot or can not be told."""
    OWNER_AND_HEADS = "the owner and the heads"
    ADMINS = "the admins"


class Together(StrEnum):
    """Which messages to one person go as one where they are due at the same moment."""

    ALONE = "alone"
    NOTICES = "notices"
    """All that the bot has to say; the morning first."""
    REMINDERS = "reminders"
    """What is due at the same time."""


@dataclass(frozen=True)
class Manner:
    """`quiet`: waits for the person's working time. `seen`: a message, for which quiet hours and
    vacations count; the menu is none, and what answers a person a little later has been asked
    for. `on_vacation`: reaches people on vacation as well. `repeated_until`: the local time from
    which one in doubt is not repeated any more; what is not so any more is not sent in any case.
    `each_time`: the same may be said again, so that the moment belongs to the key. `counts`: what
    counts from its delivery; nobody was told of it before. `to`: whom it goes to.
    `repeats_screen`: it says what the screen of the act says at once; it waits for a minute, is in
    doubt from the beginning, and is forgotten once the screen was shown. `together`: what it is one
    message with. `patient`: it waits where much was said to the person that day already.
    `in_digest`: the digest of the same moment says it."""

    quiet: bool = True
    seen: bool = True
    on_vacation: bool = False
    repeated_until: time | None = None
    each_time: bool = False
    counts: tuple[DeliveryTime, ...] = ()
    to: Readers = Readers.PERSON
    repeats_screen: bool = False
    together: Together = Together.NOTICES
    patient: bool = False
    in_digest: bool = False


class BotMessage:
    """What one message is about: ids, code words, local dates and instants, never a shown text."""

    kind: ClassVar[str]
    manner: ClassVar[Manner]

    def subject(self) -> tuple[object, ...]:
        """What makes it this message and no other: all that it is about, where nothing else is
        said."""
        return tuple(getattr(self, field.name) for field in _fields(type(self)))


class UnreadableMessageError(Exception):
    """What lies in the outbox is no message that this version knows."""


_M = TypeVar("_M", bound=BotMessage)


def message(
    kind: str,
    *,
    quiet: bool = True,
    seen: bool = True,
    on_vacation: bool = False,
    repeated_until: time | None = None,
    each_time: bool = False,
    counts: tuple[DeliveryTime, ...] = (),
    to: Readers = Readers.PERSON,
    repeats_screen: bool = False,
    together: Together = Together.NOTICES,
    patient: bool = False,
    in_digest: bool = False,
) -> Callable[[type[_M]], type[_M]]:
    """Name a dataclass of ids and say how it reaches people (`Manner`)."""

    def named(made: type[_M]) -> type[_M]:
        made.kind = kind
        made.manner = Manner(
            quiet,
            seen,
            on_vacation,
            repeated_until,
            each_time,
            counts,
            to,
            repeats_screen,
            together,
            patient,
            in_digest,
        )
        return made

    return named


def key_of(about: BotMessage, user_id: int, now: datetime) -> str:
    """The key that makes the same decision twice impossible: kind, person, and its subject."""
    moment = (now,) if about.manner.each_time else ()
    subject = (_part(part) for part in (*about.subject(), *moment))
    return ":".join([about.kind, str(user_id), *subject])


def stored(about: BotMessage) -> JsonDict:
    """The message as it lies in the outbox."""
    return plain(about)  # type: ignore[arg-type]  # each is a dataclass: a test walks them all


def read(made: type[_M], payload: JsonDict) -> _M:
    """The message that was stored; UnreadableMessageError where it is none of this class.

    A field with a default need not be there: what waits may be older than the field.
    """
    try:
        return typed(made, payload)
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableMessageError(made.kind) from error


def _fields(made: type[BotMessage]) -> tuple[Any, ...]:
    return fields(made)  # type: ignore[arg-type]  # each is a dataclass: a test walks them all


def _part(part: object) -> str:
    match part:
        case datetime() | date():
            return part.isoformat()
        case int() | StrEnum() | str():
            return str(part)
    raise TypeError(f"{part!r} does not belong into a key")
