"""Reading what Telegram sends before anything has parsed it: each field may be missing or odd.

An update is stored and confirmed whatever stands in it, so that nothing here raises.
"""

from collections.abc import Mapping
from typing import Any

from bot.method.core.numbers import LARGEST_NUMBER

Raw = Mapping[str, Any]


def raw_object(value: object) -> Raw:
    """The value as an object; an empty one where it is none."""
    return value if isinstance(value, Mapping) else {}


def raw_number(value: object) -> int | None:
    """The value as a whole number that a column takes; to Python `true` is a number, here not."""
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if abs(value) <= LARGEST_NUMBER else None


def raw_string(value: object) -> str | None:
    """The value as a string; None where it is none."""
    return value if isinstance(value, str) else None
