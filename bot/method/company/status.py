"""How the bot itself does, for an admin: what waits in it, and whom it cannot reach."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

SOON = timedelta(minutes=1)
"""An update, or a message that is due, is handled within seconds: what is younger is on its way."""
WAITS_TOO_LONG = timedelta(minutes=15)
"""What waits so long is stuck."""


@dataclass(frozen=True)
class Backlog:
    """How many wait, and how long the oldest of them does."""

    count: int
    longest: timedelta

    @property
    def is_late(self) -> bool:
        """Whether any waits longer than it takes to be handled."""
        return bool(self.count) and self.longest >= SOON

    @property
    def is_stuck(self) -> bool:
        """Whether somebody has to look why."""
        return bool(self.count) and self.longest >= WAITS_TOO_LONG


@dataclass(frozen=True)
class BotStatus:
    """`updates` that came and `messages` that are due; `parked` are updates given up after errors,
    `unreachable` the active people whom no message reaches. `worked_at` is when a job of once a day
    ran last, in the reader's local time as `today` is; None where none has."""

    updates: Backlog
    messages: Backlog
    parked: int
    unreachable: int
    worked_at: datetime | None
    today: date
