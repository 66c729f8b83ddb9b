"""Dataclasses of plain values as JSON objects and back: how facts lie in a column."""

from dataclasses import MISSING, fields
from datetime import date, datetime
from enum import StrEnum
from types import UnionType
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints

from bot.models.base import JsonDict

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_T = TypeVar("_T")


def plain(item: "DataclassInstance") -> JsonDict:
    """The fields by their names; numbers, words, dates, instants and tuples of them."""
    return {field.name: _plain(getattr(item, field.name)) for field in fields(item)}


def typed(made: type[_T], stored: JsonDict) -> _T:
    """What `plain` has made of an item of this class; KeyError, TypeError or ValueError where it
    is none. A field with a default need not be there: what is stored may be older than it."""
    hints = get_type_hints(made)
    known = fields(made)  # type: ignore[arg-type]  # a dataclass
    needed = [field.name for field in known if field.default is MISSING or field.name in stored]
    return made(**{name: _typed(hints[name], stored[name]) for name in needed})


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
