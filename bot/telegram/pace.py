"""How fast the bot may start messages: so many a second in all, one a second to a chat."""

import asyncio
import math
from collections.abc import Sequence

PER_CHAT = 1.0
"""Seconds between two messages to one chat; more is answered with 429."""


class Pace:
    """Real time, of the event loop: the rate is Telegram's, not the company's."""

    def __init__(self, per_second: float) -> None:
        self._gap = 1.0 / per_second
        self._next = 0.0
        self._free_at = 0.0
        self._chats: dict[int, float] = {}

    async def turn(self) -> None:
        """Wait until one more message may be sent; whoever waits already heeds a pause too."""
        start = -math.inf
        while start < self._free_at:
            start = max(_now(), self._next, self._free_at)
            self._next = start + self._gap
            await asyncio.sleep(max(start - _now(), 0))

    def pause(self, seconds: float) -> None:
        """Telegram said to wait: nothing goes out before."""
        self._free_at = max(self._free_at, _now() + seconds)

    def rest(self, user_id: int, seconds: float = PER_CHAT) -> None:
        """Nothing to this person for so long."""
        self._chats[user_id] = _now() + seconds

    def resting(self) -> Sequence[int]:
        """People to whom nothing may be sent right now."""
        now = _now()
        self._chats = {user: until for user, until in self._chats.items() if until > now}
        return list(self._chats)


def _now() -> float:
    return asyncio.get_running_loop().time()
