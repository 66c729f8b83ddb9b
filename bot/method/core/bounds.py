"""What a number of the policy may be."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


@dataclass(frozen=True)
class Number:
    """Days or a count, as `14`; `-` is none. `offered` where the number is not set by default."""

    low: int
    high: int
    optional: bool = False
    offered: int | None = None


@dataclass(frozen=True)
class Flag:
    """On or off, as `1` or `0`."""


@dataclass(frozen=True)
class TimeOfDay:
    """A local time of day, as `09:00`."""


@dataclass(frozen=True)
class Span:
    """A duration as hours and minutes, `1:30`; a bare number would not say which it is."""

    low: timedelta
    high: timedelta


@dataclass(frozen=True)
class Choice:
    """One of some words."""

    words: type[StrEnum]


class RuleName(str):
    """The name of a rule in the code: who reads a refusal is told what people call it."""

    __slots__ = ()


Bounds = Number | Flag | TimeOfDay | Span | Choice
