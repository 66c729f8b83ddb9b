"""Messages that the bot starts by itself: how each reaches people, and how it lies in the outbox.

The messages of a topic stand on its page (`messages.py` of the topic's folder).
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, ClassVar, TypeVar

from bot.models.base import JsonDict
from bot.services.core.plain_json import plain, typed

NOON = time(12)
"""What the morning says stands in the list of the day by then."""


@dataclass(frozen=True)
class Manner:
    """`quiet`: waits for the person's working time. `seen`: a message, for which quiet hours and
    vacations count; the menu is none, and what answers a person a little later has been asked
    for. `on_vacation`: reaches people on vacation as well. `repeated_until`: the local time from
    which one in doubt is not repeated any more; what is not so any more is not sent in any case.
    `each_time`: the same may be said again, so that the moment belongs to the key."""

    quiet: bool = True
    seen: bool = True
    on_vacation: bool = False
    repeated_until: time | None = None
    each_time: bool = False


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
) -> Callable[[type[_M]], type[_M]]:
    """Name a dataclass of ids and say how it reaches people (`Manner`)."""

    def named(made: type[_M]) -> type[_M]:
        made.kind = kind
        made.manner = Manner(quiet, seen, on_vacation, repeated_until, each_time)
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
    """The message that was stored; UnreadableMessageError where it is none of this class."""
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
