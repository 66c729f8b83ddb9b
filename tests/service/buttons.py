"""Buttons made from what the taps themselves say about their fields."""

from collections.abc import Iterator
from dataclasses import fields
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from bot.handlers.routers import dispatcher
from bot.views.taps.base import Tap, all_taps


def taps() -> list[type[Tap]]:
    """Every tap of the bot."""
    dispatcher()  # whatever has a handler is known by now
    found = all_taps()
    return [found[code] for code in sorted(found) if found[code].__module__.startswith("bot.")]


def fields_of(tap: type[Tap]) -> Iterator[tuple[str, type[Any], bool]]:
    """Name and type of each field, and whether it may be empty."""
    hints = get_type_hints(tap, include_extras=True)
    for field in fields(tap):  # type: ignore[arg-type]  # each tap is a dataclass
        hint = hints[field.name]
        if get_origin(hint) is Annotated:
            hint = get_args(hint)[0]
        kinds = get_args(hint) if isinstance(hint, UnionType) else (hint,)
        (kind,) = (kind for kind in kinds if kind is not NoneType)
        yield field.name, kind, len(kinds) > 1


def members(kind: type[Any]) -> list[Any]:
    """All that a field of this type can say, where that can be counted; else nothing."""
    if kind is bool:
        return [False, True]
    return list(kind) if issubclass(kind, StrEnum) else []
