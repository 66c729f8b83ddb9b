"""Messages that the bot starts by itself: how each reaches people, and how it lies in the outbox.

The messages of a topic stand on its page (`messages.py` of the topic's folder).
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from enum import StrEnum
from types import UnionType
from typing import Any, ClassVar, TypeVar, get_args, get_origin, get_type_hints

from bot.models.base import JsonDict

NOON = time(12)
"""What the morning says stands in the list of the day by then."""


@dataclass(frozen=True)
class Manner:
    """`quiet`: waits for the person's working time. `seen`: a message, for which quiet hours and
    vacations count; the menu is none, and what answers a person a little later has been asked
    for. `on_vacation`: reaches people on vacation as well. `repeated_until`: the local time from
    which one in doubt is not repeated any more; what is not so any more is not sent in any case.
    `each_time`: the same may be said again, so that the moment belongs to the key.
    `repeats_screen`: it says what the screen of the act says at once; it waits for a minute, is in
    doubt from the beginning, and is forgotten once the screen was shown."""

    quiet: bool = True
    seen: bool = True
    on_vacation: bool = False
    repeated_until: time | None = None
    each_time: bool = False
    repeats_screen: bool = False


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
    repeats_screen: bool = False,
) -> Callable[[type[_M]], type[_M]]:
    """Name a dataclass of ids and say how it reaches people (`Manner`)."""

    def named(made: type[_M]) -> type[_M]:
        made.kind = kind
        made.manner = Manner(quiet, seen, on_vacation, repeated_until, each_time, repeats_screen)
        return made

    return named


def key_of(about: BotMessage, user_id: int, now: datetime) -> str:
    """The key that makes the same decision twice impossible: kind, person, and its subject."""
    moment = (now,) if about.manner.each_time else ()
    subject = (_part(part) for part in (*about.subject(), *moment))
    return ":".join([about.kind, str(user_id), *subject])


def stored(about: BotMessage) -> JsonDict:
    """The message as it lies in the outbox."""
    return {field.name: _plain(getattr(about, field.name)) for field in _fields(type(about))}


def read(made: type[_M], payload: JsonDict) -> _M:
    """The message that was stored; UnreadableMessageError where it is none of this class."""
    try:
        return made(**{name: _typed(hint, payload[name]) for name, hint in _hints(made).items()})
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableMessageError(made.kind) from error


def _fields(made: type[BotMessage]) -> tuple[Any, ...]:
    return fields(made)  # type: ignore[arg-type]  # each is a dataclass: a test walks them all


def _hints(made: type[BotMessage]) -> dict[str, Any]:
    hints = get_type_hints(made)
    return {field.name: hints[field.name] for field in _fields(made)}


def _part(part: object) -> str:
    match part:
        case datetime() | date():
            return part.isoformat()
        case int() | StrEnum() | str():
            return str(part)
    raise TypeError(f"{part!r} does not belong into a key")


def _plain(value: object) -> object:
    match value:
        case datetime() | date():
            return value.isoformat()
        case tuple():
            return list(value)
        case StrEnum():
            return value.value
    return value


def _typed(hint: Any, value: Any) -> Any:
    if isinstance(hint, UnionType):
        (inner,) = (option for option in get_args(hint) if option is not type(None))
        return None if value is None else _typed(inner, value)
    if get_origin(hint) is tuple:
        item = get_args(hint)[0]
        return tuple(_typed(item, part) for part in value)
    if hint in (date, datetime):
        return hint.fromisoformat(value)
    if issubclass(hint, StrEnum):
        return hint(value)
    if not isinstance(value, hint):
        raise TypeError(hint.__name__)
    return value
