"""Updates in: fetched raw, stored in one commit, and only then confirmed to Telegram."""

import asyncio
import json
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import aiohttp
import structlog

from bot.clock import Clock
from bot.db import Database
from bot.models.base import insert_once
from bot.models.inbox import InboxUpdate
from bot.telegram import incoming

log = structlog.get_logger(__name__)

LONG_POLL = 25
"""Seconds that Telegram holds an empty answer back."""
_PATIENCE = aiohttp.ClientTimeout(total=LONG_POLL + 15)
_LONGEST_PAUSE = 30.0


class Refused(Exception):
    """Telegram answered, but not with updates."""

    def __init__(self, code: int, description: str, retry_after: float) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.by_webhook = code == 409 and "webhook" in description
        self.retry_after = retry_after


class Intake:
    """Long polling. Nothing is confirmed before it is stored: the offset goes with the next ask."""

    def __init__(
        self, database: Database, clock: Clock, url: str, on_stored: Callable[[Counter[int]], None]
    ):
        self._database = database
        self._clock = clock
        self._url = url
        self._on_stored = on_stored
        self._offset: int | None = None
        self._session: aiohttp.ClientSession | None = None

    async def run(self) -> None:
        """Ask again and again; after an error with growing pauses."""
        pause = 0.0
        async with aiohttp.ClientSession(timeout=_PATIENCE) as self._session:
            while True:
                try:
                    await self.run_once()
                    pause = 0.0
                except (aiohttp.ClientError, TimeoutError, ValueError) as error:
                    pause = min(max(pause * 2, 0.5), _LONGEST_PAUSE)
                    log.warning("polling failed", error=type(error).__name__, again_in=pause)
                except Refused as error:
                    pause = max(min(max(pause * 2, 1.0), _LONGEST_PAUSE), error.retry_after)
                    log.warning("polling refused", code=error.code, again_in=pause)
                    if error.by_webhook:
                        await self._take_webhook_off()
                if pause:
                    await asyncio.sleep(pause)

    async def run_once(self) -> int:
        """Fetch one batch and store it; returns how many updates were new."""
        updates = await self._fetch()
        if not updates:
            return 0
        stored = await self.store(updates)
        self._offset = max(int(update["update_id"]) for update in updates) + 1
        return stored

    async def store(self, updates: list[dict[str, Any]]) -> int:
        """Keep the raw updates in one commit; what came before is not kept twice, and what
        somebody typed over at once not at all."""
        now = self._clock.now()
        stored: Counter[int] = Counter()
        updates = incoming.fit(updates)
        batch = [incoming.read(update) for update in updates]
        needless = incoming.typed_over(batch)
        async with self._database.transaction() as session:
            for one, update in zip(batch, updates, strict=True):
                if one.update_id in needless:
                    continue
                values = {
                    "update_id": one.update_id,
                    "chat_id": one.chat_id,
                    "raw": json.dumps(update, ensure_ascii=False),
                    "received_at": now,
                    "tries": 0,
                }
                if await insert_once(session, InboxUpdate, values, "update_id"):
                    stored[one.chat_id] += 1
        self._on_stored(stored)
        return stored.total()

    async def _take_webhook_off(self) -> None:
        """Another program has had the bot: as long as its webhook is there, nothing is fetched."""
        if self._session is None:
            raise RuntimeError("the intake does not run")
        with suppress(aiohttp.ClientError, TimeoutError):
            async with self._session.post(f"{self._url}/deleteWebhook", json={}) as response:
                log.warning("a webhook was there and is taken off", status=response.status)

    async def _fetch(self) -> list[dict[str, Any]]:
        if self._session is None:
            raise RuntimeError("the intake does not run")
        body: dict[str, object] = {"timeout": LONG_POLL, "allowed_updates": incoming.KINDS}
        if self._offset is not None:
            body["offset"] = self._offset
        async with self._session.post(f"{self._url}/getUpdates", json=body) as response:
            answer = await response.json(content_type=None)
        if not isinstance(answer, dict) or not answer.get("ok"):
            told = answer if isinstance(answer, dict) else {}
            wait = (told.get("parameters") or {}).get("retry_after", 0)
            raise Refused(response.status, str(told.get("description", "")), float(wait))
        result: list[dict[str, Any]] = answer["result"]
        return result
