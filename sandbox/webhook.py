"""Updates by webhook: posted one by one, in order, again until the bot says 200."""

import asyncio
from contextlib import suppress
from typing import Any

import aiohttp

from sandbox.state import State

_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_ANSWER_WITHIN = 10.0
_PAUSE = 0.2


class WebhookDelivery:
    """Posts what waits to the URL of setWebhook; does nothing while none is set.

    `failed` counts the posts that the bot did not accept.
    """

    def __init__(self, state: State) -> None:
        self._state = state
        self._task: asyncio.Task[None] | None = None
        self.failed = 0

    def start(self) -> None:
        self._task = asyncio.get_running_loop().create_task(self._run())

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _run(self) -> None:
        timeout = aiohttp.ClientTimeout(total=_ANSWER_WITHIN)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            while True:
                await self._state.signal.until(self._has_work, 3600.0)
                if self._has_work() and not await self._post(session):
                    self.failed += 1
                    await asyncio.sleep(_PAUSE)

    def _has_work(self) -> bool:
        return bool(self._state.webhook.get("url") and self._state.updates.waiting)

    async def _post(self, session: aiohttp.ClientSession) -> bool:
        update: dict[str, Any] = self._state.updates.waiting[0]
        secret = self._state.webhook["secret"]
        headers = {_SECRET_HEADER: secret} if secret else {}
        try:
            async with session.post(
                self._state.webhook["url"], json=update, headers=headers
            ) as answer:
                if answer.status != 200:
                    return False
        except (aiohttp.ClientError, TimeoutError):
            return False
        self._state.updates.confirm(update["update_id"] + 1)
        return True
