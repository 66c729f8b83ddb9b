"""The clock: the only place that reads the time of the machine. Everybody else is given one."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """What time it is, for those who need to know."""

    def now(self) -> datetime:
        """The present instant: aware, in UTC."""
        ...

    def today(self, zone: ZoneInfo) -> date:
        """The local date in a time zone."""
        return self.now().astimezone(zone).date()


class SystemClock(Clock):
    """The wall clock of the machine."""

    def now(self) -> datetime:
        """The present instant: aware, in UTC."""
        return datetime.now(UTC)


class MovableClock(Clock):
    """A clock that stands still until somebody moves it: for tests and figures."""

    def __init__(self, start: datetime) -> None:
        self._now = _in_utc(start)

    def now(self) -> datetime:
        """The instant it was last set to: aware, in UTC."""
        return self._now

    def set(self, instant: datetime) -> None:
        """Jump to an aware instant, also back."""
        self._now = _in_utc(instant)

    def move(self, by: timedelta) -> None:
        """Go on by so much."""
        self._now += by


class FileClock(Clock):
    """A clock whose instant stands in a text file (ISO 8601 with an offset), read at every look.

    Another process moves it by writing the file. A file that is missing or holds no instant
    raises OSError or ValueError.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def now(self) -> datetime:
        """The instant in the file: aware, in UTC."""
        # Read anew each time: two quick writes may leave the same time of change. Nothing is put
        # around the file: a tap looks at the clock several times.
        with open(self._path, "rb", buffering=0) as file:
            return _in_utc(datetime.fromisoformat(file.read().decode("ascii").strip()))


def _in_utc(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError(f"an instant without a time zone: {instant.isoformat()}")
    return instant.astimezone(UTC)
