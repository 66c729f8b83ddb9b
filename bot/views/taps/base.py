"""Taps: what a button means, as a small value packed into Telegram's 64 bytes of callback data.

A tap is a frozen dataclass with a short code and ids in its fields:

    @tap("td")
    @dataclass(frozen=True)
    class OpenTask(Tap):
        task_id: int

Packed it reads "td:12". What comes back is not trusted: it is read by the types of the fields
and has to be exactly what `pack` would have made, every number within the bounds of its type: what
is an id or counts is not negative; `Page`, `Year` and `MonthNumber` are narrower. A field that is
added at the end with a default may be missing: the buttons of the version before it go on working.
"""

import re
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, time
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from bot.method.core.numbers import LARGEST_NUMBER
from bot.method.core.refusals import Invalid

LONGEST = 64
"""Bytes of callback data that Telegram takes."""

_YEARS = (1900, 2999)
"""Years whose dates can be packed: a calendar around them stays within what a date can be."""
_CODE = re.compile(r"[a-z][a-z0-9]{0,5}")
_NONE = "~"
_SEPARATOR = ":"
_ESCAPES = {"%": "%25", _SEPARATOR: "%3A", _NONE: "%7E"}


@dataclass(frozen=True)
class NumberRange:
    """The least and the largest number that a field takes, both included."""

    least: int
    largest: int


Page = Annotated[int, NumberRange(0, 1_000_000)]
Year = Annotated[int, NumberRange(*_YEARS)]
MonthNumber = Annotated[int, NumberRange(1, 12)]
_ANY_NUMBER = NumberRange(0, LARGEST_NUMBER)


class Tap:
    """The base of every tap; says nothing by itself."""


_T = TypeVar("_T", bound=type[Tap])


@dataclass(frozen=True)
class _Field:
    name: str
    kind: type
    optional: bool
    bounds: NumberRange = _ANY_NUMBER


@dataclass(frozen=True)
class _Form:
    code: str
    make: type[Tap]
    fields: tuple[_Field, ...]
    needed: int
    """How many fields have no default."""


_by_code: dict[str, _Form] = {}
_by_class: dict[type[Tap], _Form] = {}


def tap(code: str) -> Callable[[_T], _T]:
    """Register a frozen dataclass as the tap of this code, one class a code."""
    if not _CODE.fullmatch(code):
        raise ValueError(f"a code is one to six small letters and digits: {code!r}")

    def register(cls: _T) -> _T:
        known = _by_code.get(code)
        if known is not None:
            raise ValueError(f"the code {code!r} is taken by {known.make.__name__}")
        hints = get_type_hints(cls, include_extras=True)
        if not is_dataclass(cls):
            raise TypeError(f"{cls.__name__} is no dataclass")
        packed = tuple(_field(f.name, hints[f.name]) for f in fields(cls))
        form = _Form(code, cls, packed, sum(f.default is MISSING for f in fields(cls)))
        _by_code[code] = form
        _by_class[cls] = form
        return cls

    return register


def all_taps() -> dict[str, type[Tap]]:
    """Every code that is known so far, with its class."""
    return {code: form.make for code, form in _by_code.items()}


def pack(action: Tap) -> str:
    """The callback data of a tap; ValueError where it does not fit."""
    form = _by_class[type(action)]
    parts = [form.code, *(_written(getattr(action, field.name), field) for field in form.fields)]
    data = _SEPARATOR.join(parts)
    if len(data.encode()) > LONGEST:
        raise ValueError(f"longer than {LONGEST} bytes: {data!r}")
    return data


def unpack(data: str) -> Tap:
    """The tap of callback data; Invalid("button") where `pack` never made it."""
    code, *parts = data.split(_SEPARATOR)
    form = _by_code.get(code)
    if form is None or not form.needed <= len(parts) <= len(form.fields):
        raise Invalid("button")
    try:
        values = [_read(part, field) for part, field in zip(parts, form.fields, strict=False)]
        action = form.make(*values)
        genuine = pack(action).split(_SEPARATOR)[1 : len(parts) + 1] == parts
    except ValueError:
        genuine = False
    if not genuine:
        raise Invalid("button")
    return action


def _field(name: str, hint: Any) -> _Field:
    bounds = _ANY_NUMBER
    if get_origin(hint) is Annotated:
        hint, bounds = get_args(hint)
    kinds = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    real = [kind for kind in kinds if kind is not NoneType]
    if len(real) != 1 or not isinstance(real[0], type):
        raise TypeError(f"{name} can not be packed: {hint}")
    if not issubclass(real[0], bool | int | StrEnum | str | date | time):
        raise TypeError(f"{name} can not be packed: {hint}")
    return _Field(name, real[0], optional=len(real) != len(kinds), bounds=bounds)


def _written(value: object, field: _Field) -> str:
    match value:
        case None if field.optional:
            return _NONE
        case bool() if field.kind is bool:
            return "1" if value else "0"
        case int() if field.kind is int and _within(value, field.bounds):
            return str(value)
        case date() if field.kind is date and _within(value.year, NumberRange(*_YEARS)):
            return value.strftime("%Y%m%d")
        case time() if field.kind is time:
            return value.strftime("%H%M")
        case str() if isinstance(value, field.kind):
            return "".join(_ESCAPES.get(char, char) for char in value)
    raise ValueError(f"{field.name} can not hold {value!r}")


def _within(number: int, bounds: NumberRange) -> bool:
    return bounds.least <= number <= bounds.largest


def _read(part: str, field: _Field) -> object:
    if field.optional and part == _NONE:
        return None
    if field.kind is bool:
        return part == "1"
    if field.kind is int:
        return int(part)
    if field.kind is date:
        return date.fromisoformat(part)
    if field.kind is time:
        return time.fromisoformat(part)
    for char, escape in reversed(_ESCAPES.items()):
        part = part.replace(escape, char)
    return field.kind(part)
