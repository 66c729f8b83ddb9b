"""Hours that people in different time zones read."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class OtherClock:
    """Somebody whose clock shows another hour than the reader's; `ahead` is how much later that
    one is, less than nothing where it is earlier."""

    name: str
    ahead: timedelta


def ahead_of(theirs: ZoneInfo, readers: ZoneInfo, at: datetime) -> timedelta:
    """How much later the clocks of `theirs` are at this instant (aware)."""
    nothing = timedelta(0)
    there = at.astimezone(theirs).utcoffset() or nothing
    return there - (at.astimezone(readers).utcoffset() or nothing)
