"""What people are shown for their taps and messages, until they have it.

The first try stands in the order of the chat; what does not arrive is tried again beside the
updates that follow, and gives way to the next screen of its chat: an older one never comes over a
later one.
"""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog
from aiogram import Bot

from bot.db import is_away
from bot.method.core.repeats import LONGEST_PAUSE, screen_pause
from bot.models.outbox import forget_unsent
from bot.telegram.background import Background
from bot.telegram.show import Showing, show
from bot.telegram.turn import Done
from bot.transactions import Transactions
from bot.views.screen import Screen

log = structlog.get_logger(__name__)

_LOOK_EVERY = 0.5
_AT_ONCE = 8
"""Screens shown again at a time: taps that come meanwhile go before them."""


@dataclass
class _Lost:
    """A screen that has not arrived; all moments are aware UTC."""

    done: Done
    since: datetime
    due_at: datetime
    showing: Showing = field(default_factory=Showing)
    task: asyncio.Task[None] | None = None

    def is_due(self, now: datetime) -> bool:
        # A clock that was put back does not make the pause longer.
        return now >= self.due_at or self.due_at - now > LONGEST_PAUSE


class Screens:
    """Shows each screen once it is committed; a chat has one at most that is shown again."""

    def __init__(self, transactions: Transactions, bot: Bot, background: Background) -> None:
        self._transactions = transactions
        self._bot = bot
        self._background = background
        self._lost: dict[int, _Lost] = {}
        self._something = asyncio.Event()

    async def show(self, done: Done) -> None:
        """Try once; what is left of it is tried again later."""
        says = isinstance(done.screen, Screen) and bool(done.screen.text)
        if says:
            self._give_way(done.asked.chat_id)
        now = self._transactions.now()
        lost = _Lost(done, now, now)
        if await self._tried(lost) or done.asked.inline_id is not None or done.going is not None:
            return
        if says or done.asked.chat_id not in self._lost:
            self._lost[done.asked.chat_id] = lost
            self._something.set()

    async def run(self) -> None:
        """Show again what has not arrived, whenever its pause is over."""
        while True:
            await self._something.wait()
            self.run_once()
            await asyncio.sleep(_LOOK_EVERY)
            if not self._lost:
                self._something.clear()

    def run_once(self) -> int:
        """Begin with those whose pause is over; returns how many."""
        now, begun = self._transactions.now(), 0
        under_way = sum(lost.task is not None for lost in self._lost.values())
        for chat_id, lost in self._lost.items():
            if under_way + begun < _AT_ONCE and lost.task is None and lost.is_due(now):
                lost.task = self._background.start(f"screen {chat_id}", self._again(chat_id, lost))
                begun += 1
        return begun

    def _give_way(self, chat_id: int) -> None:
        """Another screen comes: the one that has not arrived says nothing any more."""
        lost = self._lost.pop(chat_id, None)
        if lost is not None and lost.task is not None:
            lost.task.cancel()

    async def _again(self, chat_id: int, lost: _Lost) -> None:
        is_over = True
        try:
            is_over = await self._tried(lost)
        finally:
            lost.task = None
            if is_over and self._lost.get(chat_id) is lost:
                del self._lost[chat_id]

    async def _tried(self, lost: _Lost) -> bool:
        """Try once; whether that was the last time."""
        done, showing = lost.done, lost.showing
        is_over = await show(self._bot, done.asked, done.screen, done.words, showing)
        if showing.shown:
            await self._arrived(done)
        if is_over:
            return True
        now = self._transactions.now()
        rest = timedelta(seconds=showing.rest)
        pause = screen_pause(showing.tries, now - lost.since, rest, asks=done.asks)
        if pause is None:
            log.warning("not shown: nobody waits any more", update=done.asked.update_id)
            return True
        lost.due_at = now + pause
        return False

    async def _arrived(self, done: Done) -> None:
        """What the outbox keeps, lest the screen should not arrive, is not needed."""
        if not done.repetitions:
            return
        try:
            async with self._transactions.database.transaction() as session:
                await forget_unsent(session, done.repetitions)
        except Exception as error:
            if not is_away(error):
                raise
            log.warning("a question will come twice", error=type(error).__name__)
