"""The clients of the pool that somebody looks at or hands out (R6)."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

OLD = timedelta(days=90)
"""From when on a stay in the pool counts as a long one."""


class PoolFilter(StrEnum):
    """Which clients of the pool a list shows; the values travel in buttons."""

    ALL = "a"
    READY = "r"
    UNTRIED = "u"
    TRIED = "t"
    SPENT = "s"
    OLD = "o"
    NO_PLAN = "n"
    RELEASED = "l"
    DECIDED = "d"
    FAILED = "f"
    PICKED = "p"
    """Those that the reader has ticked."""
    FOUND = "q"
    """Those that the reader has looked for last."""


class HandOutWay(StrEnum):
    """Whose turn it is in a hand-out; the values travel in buttons."""

    TURNS = "t"
    """Everybody gets as many as the others."""
    CAPACITY = "c"
    """Who has the most free places in the days to come goes first."""


@dataclass(frozen=True)
class PoolChoice:
    """A filter, and whose clients they were where `giver` names somebody."""

    only: PoolFilter = PoolFilter.ALL
    giver: int | None = None


EVERYBODY = PoolChoice()
"""The whole pool."""
PICKED = PoolChoice(PoolFilter.PICKED)
"""All that the reader has ticked."""
