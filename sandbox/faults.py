"""Trouble on order: broken answers, lost connections, and Telegram's limits."""

import asyncio
import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from sandbox.errors import ApiError, bad_request, forbidden, sick, too_many

FaultKind = Literal[
    "500",
    "500_after",
    "502_html",
    "502_after",
    "drop_before",
    "drop_after",
    "hang_before",
    "hang",
    "400",
    "403",
    "404",
    "429",
]


@dataclass
class _Order:
    method: str
    kind: FaultKind
    chat_id: int | None
    retry_after: int
    left: int | None = None
    since: datetime | None = None
    until: datetime | None = None

    def fits(self, method: str, chat_id: int | None, now: datetime) -> bool:
        named = self.method == method or (self.method == "*" and method != "getupdates")
        early = self.since is not None and now < self.since
        late = self.until is not None and now >= self.until
        return named and self.chat_id in (None, chat_id) and not early and not late


class Faults:
    """What shall go wrong: the next n calls (`fail_next`), or all in a time (`fail_between`).

    - "500" / "500_after": Telegram's own error instead of / after doing it
    - "502_html" / "502_after": a gateway's HTML page instead of / after doing it
    - "drop_before" / "drop_after": the connection is closed without / after doing it
    - "hang_before" / "hang": not answered until `release()`, which does the call if the client is
      still there / done at once; `hang_up()` ends the wait without an answer, as the client's own
      patience would
    - "403": blocked by the user; "429": too many requests, with any `retry_after`
    - "400" / "404": refused, as by a server too old for what the call wants / for the method

    The method is a name of the Bot API, "download", or "*": any but getUpdates. `happened` lists
    what went wrong. Orders are looked at in the order in which they were given.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.happened: list[tuple[str, FaultKind]] = []
        self.hanging = 0
        self._now = now
        self._orders: list[_Order] = []
        self._ended: asyncio.Future[bool] | None = None

    def fail_next(
        self,
        method: str,
        n: int = 1,
        kind: FaultKind = "502_html",
        *,
        chat_id: int | None = None,
        retry_after: int = 1,
    ) -> None:
        """The next n calls of the method fail in this way."""
        self._order(_Order(method.lower(), kind, chat_id, retry_after, left=n))

    def fail_between(
        self,
        since: datetime,
        until: datetime,
        kind: FaultKind = "502_html",
        *,
        method: str = "*",
        chat_id: int | None = None,
        retry_after: int = 1,
    ) -> None:
        """Every call fails while the clock of the sandbox is at `since` or later and before
        `until`, both aware."""
        order = _Order(method.lower(), kind, chat_id, retry_after, since=since, until=until)
        self._order(order)

    def clear(self) -> None:
        """Nothing fails any more; what hangs is released."""
        self._orders.clear()
        self.release()

    def release(self) -> None:
        """Answer everything that hangs."""
        self._end(True)

    def hang_up(self) -> None:
        """Close the connections of everything that hangs."""
        self._end(False)

    async def hang(self) -> bool:
        """Wait for the end of it; whether there is to be an answer."""
        if self._ended is None:
            self._ended = asyncio.get_running_loop().create_future()
        self.hanging += 1
        try:
            return await asyncio.shield(self._ended)
        finally:
            self.hanging -= 1

    def take(self, method: str, chat_id: int | None) -> FaultKind | None:
        """The fault of this call, if any; those with a status of Telegram's own are raised
        as ApiError."""
        for order in self._orders:
            if not order.fits(method.lower(), chat_id, self._now()):
                continue
            if order.left is not None:
                order.left -= 1
                if order.left <= 0:
                    self._orders.remove(order)
            self.happened.append((method, order.kind))
            refusal = _refusal(order)
            if refusal is not None:
                raise refusal
            return order.kind
        return None

    def _order(self, order: _Order) -> None:
        if order.kind not in get_args(FaultKind):
            raise ValueError(f"no such fault: {order.kind!r}")
        self._orders.append(order)

    def _end(self, answered: bool) -> None:
        if self._ended is not None:
            self._ended.set_result(answered)
            self._ended = None


def _refusal(order: _Order) -> ApiError | None:
    match order.kind:
        case "500":
            return sick()
        case "400":
            return bad_request("can't parse what is asked for")
        case "404":
            return ApiError(404, "Not Found")
        case "403":
            return forbidden("bot was blocked by the user")
        case "429":
            return too_many(order.retry_after)
    return None


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
