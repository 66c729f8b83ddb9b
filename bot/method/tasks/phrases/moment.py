"""When somebody means: what a typed date comes to."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True)
class Moment:
    """A local date, with a local time where one was said; all-day otherwise."""

    on: date
    at: time | None = None
