"""Trouble on order: broken answers, lost connections, and Telegram's limits."""

import asyncio
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, get_args

from sandbox.errors import ApiError, forbidden, too_many

FaultKind = Literal["502_html", "502_after", "drop_before", "drop_after", "hang", "403", "429"]
BEFORE: tuple[FaultKind, ...] = ("502_html", "drop_before", "403", "429")


@dataclass
class _Order:
    method: str
    left: int
    kind: FaultKind
    chat_id: int | None
    retry_after: int


class Faults:
    """What shall go wrong next.

    - "502_html": a gateway's HTML page instead of the call; "502_after": the call, then the page
    - "drop_before" / "drop_after": the connection is closed without / after doing it
    - "hang": done, but never answered until `release()`
    - "403": blocked by the user; "429": too many requests
    """

    def __init__(self) -> None:
        self.happened: list[tuple[str, FaultKind]] = []
        self.hanging = 0
        self._orders: list[_Order] = []
        self._released = asyncio.Event()

    def fail_next(
        self,
        method: str,
        n: int = 1,
        kind: FaultKind = "502_html",
        *,
        chat_id: int | None = None,
        retry_after: int = 1,
    ) -> None:
        """The next n calls of the method ("*" is any but getUpdates) fail in this way."""
        if kind not in get_args(FaultKind):
            raise ValueError(f"no such fault: {kind!r}")
        self._orders.append(_Order(method.lower(), n, kind, chat_id, retry_after))

    def clear(self) -> None:
        """Nothing fails any more; what hangs is released."""
        self._orders.clear()
        self.release()

    def release(self) -> None:
        """Answer everything that hangs."""
        self._released.set()
        self._released = asyncio.Event()

    async def hang(self) -> None:
        self.hanging += 1
        try:
            await self._released.wait()
        finally:
            self.hanging -= 1

    def take(self, method: str, chat_id: int | None) -> FaultKind | None:
        """The fault of this call, if any; "403" and "429" are raised as ApiError."""
        for order in self._orders:
            if not self._fits(order, method.lower(), chat_id):
                continue
            order.left -= 1
            if order.left <= 0:
                self._orders.remove(order)
            self.happened.append((method, order.kind))
            if order.kind == "403":
                raise forbidden("bot was blocked by the user")
            if order.kind == "429":
                raise too_many(order.retry_after)
            return order.kind
        return None

    @staticmethod
    def _fits(order: _Order, method: str, chat_id: int | None) -> bool:
        named = order.method == method or (order.method == "*" and method != "getupdates")
        return named and order.chat_id in (None, chat_id)


class Limits:
    """Rate limits, off until a number is set: messages a second, to all chats and to one.

    `impatient` counts calls that came before the retry_after they had been given was over.
    `monotonic` gives seconds; a test may bring its own.
    """

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self.per_second: int | None = None
        self.per_chat_per_second: int | None = None
        self.retry_after = 1
        self.refused = 0
        self.impatient = 0
        self.monotonic = monotonic
        self._sent: dict[int | None, list[float]] = {}
        self._closed_until: dict[int | None, float] = {}

    def check(self, chat_id: int) -> None:
        """Count one message to the chat; raises ApiError 429 when it is one too many."""
        now = self.monotonic()
        limits = ((None, self.per_second), (chat_id, self.per_chat_per_second))
        for scope, limit in limits:
            if limit is not None:
                self._check(scope, limit, now)
        for scope, limit in limits:
            if limit is not None:
                self._sent.setdefault(scope, []).append(now)

    def _check(self, scope: int | None, limit: int, now: float) -> None:
        closed_until = self._closed_until.get(scope, now)
        if closed_until > now:
            self.impatient += 1
            self._refuse(closed_until - now)
        recent = [moment for moment in self._sent.get(scope, []) if moment > now - 1]
        self._sent[scope] = recent
        if len(recent) >= limit:
            self._closed_until[scope] = now + self.retry_after
            self._refuse(self.retry_after)

    def _refuse(self, seconds: float) -> None:
        self.refused += 1
        raise self._error(seconds)

    @staticmethod
    def _error(seconds: float) -> ApiError:
        return too_many(max(1, math.ceil(seconds)))
