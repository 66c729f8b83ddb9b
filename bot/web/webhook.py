"""`POST /telegram/…`: updates that Telegram brings, where the bot does not fetch them."""

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NoReturn

import aiohttp
import structlog
from aiohttp import web

from bot.web.guard import AGAIN, Guard, problem
from bot.web.intake import body_of

log = structlog.get_logger(__name__)

Store = Callable[[list[Any]], Awaitable[object]]

_PROOF = "X-Telegram-Bot-Api-Secret-Token"
_LARGEST = 1024 * 1024
"""Bytes: a long formatted text that answers another, every letter of it as six."""
_PATIENCE = aiohttp.ClientTimeout(total=15)
_SAID_AGAIN = 600.0
"""Seconds after which the address is told anew: another program may have taken it off."""
_LONGEST_PAUSE = 30.0


@dataclass(frozen=True)
class WebhookPlace:
    """Where Telegram brings them: the `url` as Telegram knows it, the `path` as we do, and the
    `secret` by which it proves itself."""

    url: str
    path: str
    secret: str = field(repr=False)


class Webhook:
    """An update is answered once it is stored; else Telegram brings it again."""

    def __init__(
        self, place: WebhookPlace, guard: Guard, store: Store, now: Callable[[], datetime]
    ) -> None:
        self._place = place
        self._secret = place.secret.encode()
        self._guard = guard
        self._store = store
        self._now = now

    def add_to(self, app: web.Application) -> None:
        """The route."""
        app.router.add_post(self._place.path, self.post)

    async def post(self, request: web.Request) -> web.Response:
        """One update."""
        given = request.headers.get(_PROOF, "").encode("utf-8", "replace")
        if not hmac.compare_digest(given, self._secret):
            return self._guard.refused(self._now())
        return await self._guard.placed(self._posted, request)

    async def _posted(self, request: web.Request) -> web.Response:
        body = await body_of(request, largest=_LARGEST)
        if isinstance(body, web.Response):
            return body
        try:
            update = json.loads(body)
        except (ValueError, RecursionError):
            return problem(400, "no JSON")
        try:
            await self._store([update])
        except Exception as error:
            # Its text, or the values on its way, may be what somebody wrote.
            log.error("an update could not be stored", error=type(error).__name__)
            return problem(503, "it can not be stored now", headers=AGAIN)
        return web.Response()

    async def keep(self, api: str, kinds: Sequence[str]) -> NoReturn:
        """Tell Telegram the address, for ever again; `api` is the base with the token.

        One connection: what somebody does one after another comes in that order.
        """
        place = self._place
        values = {"url": place.url, "secret_token": place.secret, "allowed_updates": list(kinds)}
        pause = 0.0
        async with aiohttp.ClientSession(timeout=_PATIENCE) as session:
            while True:
                said = await _say(session, f"{api}/setWebhook", values | {"max_connections": 1})
                pause = _SAID_AGAIN if said else min(max(pause * 2, 0.5), _LONGEST_PAUSE)
                await asyncio.sleep(pause)


async def _say(session: aiohttp.ClientSession, url: str, values: dict[str, Any]) -> bool:
    try:
        async with session.post(url, json=values) as response:
            if response.status == 200:
                return True
            log.warning("Telegram does not take the webhook", status=response.status)
    except (aiohttp.ClientError, TimeoutError) as error:
        log.warning("Telegram does not answer", error=type(error).__name__)
    return False
