"""The lists of deals that people look at."""

from enum import StrEnum


class DealFilter(StrEnum):
    """Which deals a list shows; the values travel in buttons."""

    OPEN = "o"
    UNCOVERED = "u"
    STALE = "s"
    WON = "w"
    LOST = "l"
