"""How many updates were dealt with and how long that took, since the process began."""

from bisect import bisect_left
from dataclasses import dataclass, field

BOUNDS = (0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0)
"""Seconds. A tap that takes longer than the last shows its person an error of Telegram's."""


@dataclass
class Handling:
    """`counts` are those up to each bound and above the one before; the last is above all."""

    counts: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS) + 1))
    seconds: float = 0.0

    def took(self, seconds: float) -> None:
        """One update, from its taking to the screen that was shown for it."""
        self.counts[bisect_left(BOUNDS, seconds)] += 1
        self.seconds += seconds
