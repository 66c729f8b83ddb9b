"""How fast the bot may start messages: so many in any second, one a second to a chat."""

import asyncio
import math
from collections import deque
from collections.abc import Sequence

PER_CHAT = 1.0
"""Seconds between two messages to one chat; more is answered with 429."""
_SPARE = 1.01
"""Turns are this much further apart than they might be: one that goes a little late does not hold
up the next ones."""
_ON_THE_WAY = 0.01
"""Seconds that one may take longer to Telegram than another."""
_CAUGHT_UP = 0.05
"""Seconds of turns that may be made up for where they were asked for late."""


class Rate:
    """The rule, over moments in seconds of any clock: turns at even distances, and in no sliding
    second more messages than that, whatever became of their turns on the way.

    A fraction is not sent: 2.5 a second are two in each; less than one is one in so many seconds.
    """

    def __init__(self, per_second: float) -> None:
        self._most = max(math.floor(per_second), 1)
        self._window = max(1.0, self._most / per_second) + _ON_THE_WAY
        self._gap = self._window * _SPARE / self._most
        self._next = -math.inf
        self._went: deque[float] = deque(maxlen=self._most)

    def reserve(self, now: float, earliest: float = -math.inf) -> float:
        """The next turn, at `earliest` or after it; whoever was idle begins at once."""
        self._next = max(self._next, now - _CAUGHT_UP, earliest)
        turn, self._next = self._next, self._next + self._gap
        return max(turn, now)

    def opens_at(self) -> float:
        """From when on one more may go, by those that went last."""
        return self._went[0] + self._window if len(self._went) == self._most else -math.inf

    def went(self, now: float) -> None:
        """One goes now."""
        self._went.append(now)

    def follow(self, now: float) -> None:
        """Somebody who kept to the same rule may have sent until this moment, as fast as can be."""
        for number in range(self._most):
            self._went.append(now - max(self._window - _CAUGHT_UP - number * self._gap, 0.0))


class Pace:
    """Real time, of the event loop: the rate is Telegram's, not the company's."""

    def __init__(self, per_second: float) -> None:
        self._rate = Rate(per_second)
        self._free_at = -math.inf
        self._chats: dict[int, float] = {}

    async def turn(self) -> None:
        """Wait until one more message may be begun; whoever waits already heeds a pause too."""
        start = -math.inf
        while start < self._free_at or start == -math.inf:
            start = self._rate.reserve(_now(), self._free_at)
            await asyncio.sleep(max(start - _now(), 0))

    async def clear(self) -> bool:
        """Wait until the bytes of a message whose turn has come may go, and let them: what came
        in between may have taken long. False where nothing may go before a pause is over."""
        while self._free_at <= (now := _now()):
            opens = self._rate.opens_at()
            if opens <= now:
                self._rate.went(now)
                return True
            await asyncio.sleep(opens - now)
        return False

    def follow(self) -> None:
        """Another process may have sent until now: its last second is not known here."""
        self._rate.follow(_now())

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
