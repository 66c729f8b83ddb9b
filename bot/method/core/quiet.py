"""Quiet hours: the part of the day in which the bot leaves a person alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo

from bot.method.core.refusals import Invalid

_FURTHER = 4
"""So many of the shortest time lie between further messages of a day that can wait."""


def next_word(said: Sequence[datetime], every: timedelta, now: datetime) -> datetime:
    """When a message that can wait may follow those `said` today (UTC), the first one first.

    `every` after the first, and four of it after each further one: whatever the number of clients,
    they come together in a few messages a day.
    """
    if not said:
        return now
    return max(now, said[-1] + (every if len(said) == 1 else _FURTHER * every))


@dataclass(frozen=True)
class QuietHours:
    """Local times of day, `since` included and `until` not; over midnight where `until` is not
    later. Invalid("quiet-empty") where both are the same: nobody could say whether that is
    always or never."""

    since: time
    until: time

    def __post_init__(self) -> None:
        if self.since == self.until:
            raise Invalid("quiet-empty")

    def holds(self, moment: time) -> bool:
        """Whether this local time of day is quiet."""
        if self.since < self.until:
            return self.since <= moment < self.until
        return moment >= self.since or moment < self.until

    def after(self, instant: datetime, zone: tzinfo) -> datetime:
        """The instant itself (UTC) where it is not quiet, else the end of the quiet hours.

        In the hour that a change of clocks repeats, the end is the one still ahead.
        """
        local = instant.astimezone(zone)
        if not self.holds(local.time()):
            return instant.astimezone(UTC)
        day = local.date() + timedelta(days=local.time() >= self.until)
        ends = datetime.combine(day, self.until, zone)
        return max(ends.astimezone(UTC), ends.replace(fold=local.fold).astimezone(UTC))

    def swallow(self, starts: time, ends: time) -> bool:
        """Whether nothing is left of a day from `starts` to `ends`."""
        if self.since < self.until:
            return self.since <= starts and ends <= self.until
        return self.since <= starts or ends <= self.until
