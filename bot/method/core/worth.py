"""What comes first when people or days are short (R1, R8, R10)."""

from datetime import UTC, datetime
from typing import TypeAlias

Worth: TypeAlias = tuple[int, str, datetime]

_NO_CLASS = "~"


def worth(amount: int | None, client_class: str | None, since: datetime) -> Worth:
    """The largest sum (minor units), then class A, B, C and none, then whatever has waited
    longest. Smaller is more urgent."""
    return -(amount or 0), client_class or _NO_CLASS, since


LEAST_WORTH = worth(None, None, datetime.max.replace(tzinfo=UTC))
"""Of what nothing is known."""
