"""From the inbox to the effect: one chat in order, chats in parallel, an update a transaction."""

import asyncio
from collections import Counter
from collections.abc import Callable
from typing import assert_never

import structlog
from aiogram.exceptions import AiogramError
from aiohttp import ClientError

from bot.handling import Handling
from bot.method.core.refusals import Refusal
from bot.models.inbox import next_of_chat, waiting_chats
from bot.services.core.work import Act
from bot.telegram.background import Background
from bot.telegram.business.account import ask_connection, redraw
from bot.telegram.context import ConnectionNeeded, FileNeeded, LookNeeded
from bot.telegram.screens import Screens
from bot.telegram.turn import Turn, TurnParts
from bot.telegram.updates.result import TurnResult

log = structlog.get_logger(__name__)

_LOOK_EVERY = 1.0
_UNKNOWN = 1_000_000
"""Go on until the inbox of the chat is empty."""
_FETCH_LASTS = 10.0
"""Seconds for a small file, while the chat waits."""
_SAY_EVERY = 2.0
"""Seconds between two edits that say how far a long act is."""


class Workers:
    """Takes updates from the inbox; every chat with something waiting has one task."""

    def __init__(
        self, parts: TurnParts, background: Background, on_done: Callable[[], None]
    ) -> None:
        self._parts = parts
        self._on_done = on_done
        self._background = background
        self.screens = Screens(parts.transactions, parts.bot, background)
        self.handling = Handling()
        self._waiting: Counter[int] = Counter()
        self._busy: set[int] = set()
        self._idle = asyncio.Event()
        self._idle.set()

    @property
    def busy(self) -> int:
        """Chats that are being dealt with, the showing included, and screens that are being shown
        again or not marked as shown yet."""
        return len(self._busy) + self.screens.unmarked

    def take(self, stored: Counter[int]) -> None:
        """So many new updates of each chat are in the inbox: no need to look for them."""
        for chat, count in stored.items():
            self._waiting[chat] += count
            self._begin(chat)

    async def run(self) -> None:
        """Look at the start, and again and again for what another instance or a crash left."""
        while True:
            await self.run_once()
            await asyncio.sleep(_LOOK_EVERY)

    async def run_once(self) -> int:
        """Start the chats that wait and are not busy; returns how many."""
        async with self._parts.transactions.database.reading() as session:
            chats = [chat for chat in await waiting_chats(session) if chat not in self._busy]
        for chat in chats:
            self._waiting[chat] = _UNKNOWN
            self._begin(chat)
        return len(chats)

    async def drained(self) -> None:
        """Wait until no chat is busy."""
        await self._idle.wait()

    def _begin(self, chat_id: int) -> None:
        if chat_id in self._busy:
            return
        self._busy.add(chat_id)
        self._idle.clear()
        self._background.start(f"chat {chat_id}", self._chat(chat_id))

    async def _chat(self, chat_id: int) -> None:
        try:
            while self._waiting[chat_id] > 0:
                self._waiting[chat_id] -= 1
                if not await self._one(chat_id):
                    self._waiting[chat_id] = 0
        finally:
            del self._waiting[chat_id]
            self._busy.discard(chat_id)
            if not self._busy:
                self._idle.set()

    async def _one(self, chat_id: int) -> bool:
        """Deal with the chat's oldest update; False where there is none."""
        began = _now()
        is_there = await self._dealt_with(chat_id)
        if is_there:
            self.handling.took(_now() - began)
        return is_there

    async def _dealt_with(self, chat_id: int) -> bool:
        turn = Turn(self._parts)
        try:
            try:
                taken = await self._taken(turn, chat_id)
            except (FileNeeded, LookNeeded, ConnectionNeeded) as needed:
                turn = await self._supplied(needed)
                taken = await self._taken(turn, chat_id)
            if taken is None:
                return False
            result = await self._to_its_end(turn, taken)
        except Refusal as refusal:
            result = await turn.refuse(refusal)
        except Exception as error:
            failed = await turn.fail(error)
            if failed is None:
                self._waiting[chat_id] += 1
                return True
            result = failed
        if result.leaves and result.asked.inline_id is None:
            # What is only looked at leaves nothing to be sent.
            self._on_done()
        if result.asked.connection_id is None:
            await self.screens.show(result)
        elif result.redrawn is not None:
            await redraw(self._parts.bot, result.redrawn)
        return True

    async def _taken(self, turn: Turn, chat_id: int) -> TurnResult | None:
        """The first transaction of the chat's oldest update; None where there is none."""
        async with self._parts.transactions.database.transaction() as session:
            row = await next_of_chat(session, chat_id)
            if row is None:
                return None
            return await turn.take(session, row, more=self._waiting[chat_id] > 0)

    async def _supplied(self, needed: FileNeeded | LookNeeded | ConnectionNeeded) -> Turn:
        """The turn anew, with what its handler can not do without."""
        match needed:
            case FileNeeded():
                content = await self._fetched(needed.file_id)
                return Turn(self._parts, {needed.file_id: content})
            case LookNeeded():
                return Turn(self._parts, looked=await self._looked(needed))
            case ConnectionNeeded():
                asked = await ask_connection(self._parts.bot, needed.connection_id)
                return Turn(self._parts, connection=asked)
        assert_never(needed)

    async def _looked(self, needed: LookNeeded) -> object:
        """What a handler wants to know; nobody waits for it to write."""
        async with self._parts.transactions.looking_by(needed.telegram_id) as act:
            return await needed.look(act) if isinstance(act, Act) else None

    async def _fetched(self, file_id: str) -> bytes | None:
        """The content of a small file; None where it can not be had now. Nobody waits for long."""
        bot = self._parts.bot
        try:
            async with asyncio.timeout(_FETCH_LASTS):
                file = await bot.get_file(file_id)
                content = await bot.download_file(file.file_path or "")
        except (AiogramError, ClientError, TimeoutError) as error:
            log.warning("a file can not be fetched", error=type(error).__name__)
            return None
        return content.read() if content is not None else None

    async def _to_its_end(self, turn: Turn, result: TurnResult) -> TurnResult:
        """Go on with a long act, portion by portion, saying now and then how far it is."""
        clock = asyncio.get_running_loop().time
        said_at = float("-inf")
        while result.going is not None:
            if clock() - said_at >= _SAY_EVERY:
                await self.screens.show(result)
                said_at = clock()
            result = await turn.go_on(result)
        return result


def _now() -> float:
    return asyncio.get_running_loop().time()
