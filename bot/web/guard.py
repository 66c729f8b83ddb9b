"""How much HTTP may ask of us at once, and how often somebody may guess a secret."""

from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from aiohttp import web

MOST_AT_ONCE = 64
"""Requests under way; whoever comes beside them is told to come again."""
MOST_WRONG = 30
"""Wrong secrets in a minute, of everybody together: nobody who has the right one is held up."""
MOST_UNKNOWN = 16
"""Of them those of whom only the body shows whether they may come in."""
_MINUTE = timedelta(minutes=1)
AGAIN = {"Retry-After": "1"}
"""Headers: come again in a second."""


class Crowded(Exception):
    """Too many at once: to be tried again in a second."""


class UnderWay(Exception):
    """The same event is being stored at this moment."""


class Guard:
    """Counts what is under way in this process."""

    def __init__(self) -> None:
        self._keys: set[str] = set()
        self._count = 0
        self._unknown = 0
        self._wrong: deque[datetime] = deque()

    @contextmanager
    def place(self) -> Iterator[None]:
        """A place among the requests under way; Crowded where there is none."""
        if self._count >= MOST_AT_ONCE:
            raise Crowded
        self._count += 1
        try:
            yield
        finally:
            self._count -= 1

    async def placed(
        self, answer: Callable[[web.Request], Awaitable[web.Response]], request: web.Request
    ) -> web.Response:
        """The answer, given a place among the requests under way; 429 where there is none."""
        try:
            with self.place():
                return await answer(request)
        except Crowded:
            return problem(429, "too many requests at once", headers=AGAIN)

    @contextmanager
    def unknown(self) -> Iterator[None]:
        """One of the few places for whoever has not shown yet that he may come in; Crowded."""
        if self._unknown >= MOST_UNKNOWN:
            raise Crowded
        self._unknown += 1
        try:
            yield
        finally:
            self._unknown -= 1

    @contextmanager
    def only(self, key: str) -> Iterator[None]:
        """Nobody else stores this event; UnderWay where somebody does."""
        if key in self._keys:
            raise UnderWay
        self._keys.add(key)
        try:
            yield
        finally:
            self._keys.remove(key)

    def refused(self, now: datetime) -> web.Response:
        """The answer to a wrong secret."""
        if self._too_often(now):
            return problem(429, "too many wrong secrets", headers={"Retry-After": "60"})
        return problem(401, "no valid token or signature", headers={"WWW-Authenticate": "Bearer"})

    def _too_often(self, now: datetime) -> bool:
        while self._wrong and self._wrong[0] <= now - _MINUTE:
            self._wrong.popleft()
        if len(self._wrong) >= MOST_WRONG:
            return True
        self._wrong.append(now)
        return False


def problem(status: int, error: str, *, headers: dict[str, str] | None = None) -> web.Response:
    """A refusal in one sentence."""
    return web.json_response({"error": error}, status=status, headers=headers)
