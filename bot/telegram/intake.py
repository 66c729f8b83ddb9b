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
from bot.models.base import insert_new
from bot.models.inbox import InboxUpdate
from bot.telegram.groups.reading import is_needless
from bot.telegram.updates.incoming import KINDS, Incoming, number_of, read, typed_over
from bot.telegram.updates.keeping import to_keep

log = structlog.get_logger(__name__)

LONG_POLL = 25
"""Seconds that Telegram holds an empty answer back."""
_PATIENCE = aiohttp.ClientTimeout(total=LONG_POLL + 15)
_LONGEST_PAUSE = 30.0
_LONGEST_BREATH = 2.0
"""Seconds between two asks that bring nothing new although nobody has held the answer back."""
_AT_ONCE = 1.0
_LONGEST_WAIT = 3600.0


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
                began = asyncio.get_running_loop().time()
                try:
                    stored = await self.run_once()
                    idle = not stored and asyncio.get_running_loop().time() - began < _AT_ONCE
                    pause = min(max(pause * 2, 0.1), _LONGEST_BREATH) if idle else 0.0
                except (aiohttp.ClientError, TimeoutError, ValueError, RecursionError) as error:
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
        fetched = await self._fetch()
        readable = _readable(fetched)
        stored = await self._keep(readable) if readable else 0
        # What was passed over is confirmed as well: it would come again for ever.
        numbers = [number for each in fetched if (number := number_of(each)) is not None]
        if numbers:
            self._offset = max(numbers) + 1
        return stored

    async def store(self, updates: list[Any]) -> int:
        """Keep the raw updates in one commit; what came before is not kept twice, and what
        somebody typed over at once not at all. What is no update is passed over."""
        return await self._keep(_readable(updates))

    async def _keep(self, updates: list[tuple[Incoming, str]]) -> int:
        now = self._clock.now()
        stored: Counter[int] = Counter()
        needless = typed_over([update for update, _ in updates])
        # The same number twice in a batch is one update.
        chats = {
            update.update_id: (update.chat_id, raw)
            for update, raw in reversed(updates)
            if update.update_id not in needless
        }
        rows = [
            {"update_id": number, "chat_id": chat, "raw": raw, "received_at": now, "tries": 0}
            for number, (chat, raw) in reversed(chats.items())
        ]
        async with self._database.transaction() as session:
            for number in await insert_new(session, InboxUpdate, rows, "update_id"):
                stored[chats[number][0]] += 1
        self._on_stored(stored)
        return stored.total()

    async def _take_webhook_off(self) -> None:
        """Another program has had the bot: as long as its webhook is there, nothing is fetched."""
        if self._session is None:
            raise RuntimeError("the intake does not run")
        with suppress(aiohttp.ClientError, TimeoutError):
            async with self._session.post(f"{self._url}/deleteWebhook", json={}) as response:
                log.warning("a webhook was there and is taken off", status=response.status)

    async def _fetch(self) -> list[Any]:
        if self._session is None:
            raise RuntimeError("the intake does not run")
        body: dict[str, object] = {"timeout": LONG_POLL, "allowed_updates": KINDS}
        if self._offset is not None:
            body["offset"] = self._offset
        async with self._session.post(f"{self._url}/getUpdates", json=body) as response:
            answer = await response.json(content_type=None)
        if not isinstance(answer, dict) or not answer.get("ok"):
            said = answer if isinstance(answer, dict) else {}
            raise Refused(response.status, str(said.get("description", "")), _wait_of(said))
        updates = answer.get("result")
        if not isinstance(updates, list):
            raise ValueError("an answer without updates")
        return updates


def _readable(updates: list[Any]) -> list[tuple[Incoming, str]]:
    """The updates that can be kept, each with its text; one that is none holds up no other."""
    kept = []
    for update in updates:
        try:
            if not isinstance(update, dict):
                raise ValueError("no object")
            if is_needless(update):
                continue
            raw = to_keep(update)
            kept.append((read(raw), json.dumps(raw, ensure_ascii=False)))
        except (ValueError, RecursionError) as error:
            # Not the words of the error: they may hold what somebody wrote.
            log.warning("an update is passed over", error=type(error).__name__)
    return kept


def _wait_of(answer: dict[str, Any]) -> float:
    """The seconds that Telegram asks to wait, none where it does not say so."""
    parameters = answer.get("parameters")
    wait = parameters.get("retry_after") if isinstance(parameters, dict) else None
    return min(max(wait, 0.0), _LONGEST_WAIT) if isinstance(wait, int) else 0.0
