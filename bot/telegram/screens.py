"""What people are shown for their taps and messages, until they have it.

What is shown for an act, or asks for something, lies in the inbox with its effect until it was
shown: after a crash it is shown again. That it was is marked beside the taps, all of a moment at
once.

The first try stands in the order of the chat; what does not arrive is tried again beside the
updates that follow, and gives way to the next screen of its chat: an older one never comes over a
later one.
"""

import asyncio
import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog
from aiogram import Bot

from bot.db import is_away
from bot.locales import LOCALES
from bot.method.core.repeats import LONGEST_PAUSE, SCREEN_HELD, screen_pause
from bot.models.inbox import InboxUpdate, forget_screens, leave_screen, unseen_screens
from bot.models.outbox import forget_unsent
from bot.telegram.background import Background
from bot.telegram.incoming import read
from bot.telegram.show import Showing, show
from bot.telegram.turn import Done
from bot.transactions import Transactions
from bot.views.kept import screen_of
from bot.views.screen import Screen
from bot.views.words import Words

log = structlog.get_logger(__name__)

_LOOK_EVERY = 0.5
_LOOK_BACK_EVERY = 30.0
"""Seconds; on PostgreSQL another instance may have died."""
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
        self._over: list[int] = []
        self._begun: set[int] | None = set()
        """Chats with a later screen than what a crash has left; None once that is looked for."""

    @property
    def unmarked(self) -> int:
        """Screens that are being shown again, or were shown and would come again after a crash."""
        return len(self._over) + sum(lost.task is not None for lost in self._lost.values())

    async def show(self, done: Done) -> None:
        """Try once; what is left of it is tried again later."""
        says = isinstance(done.screen, Screen) and bool(done.screen.text)
        if says:
            self._give_way(done.asked.chat_id)
            if self._begun is not None:
                self._begun.add(done.asked.chat_id)
        now = self._transactions.now()
        lost = _Lost(done, now, now)
        if await self._tried(lost) or done.asked.inline_id is not None or done.going is not None:
            return
        if says or done.asked.chat_id not in self._lost:
            self._lost[done.asked.chat_id] = lost
            self._something.set()

    async def run(self) -> None:
        """Show again what has not arrived, whenever its pause is over, first what a crash left."""
        alone = self._transactions.database.is_sqlite
        await self.recover()
        while True:
            try:
                async with asyncio.timeout(None if alone else _LOOK_BACK_EVERY):
                    await self._something.wait()
            except TimeoutError:
                await self.recover()
                continue
            self.run_once()
            await self.mark()
            await asyncio.sleep(_LOOK_EVERY)
            if not self._lost and not self._over:
                self._something.clear()

    async def recover(self) -> int:
        """Take over what a process that is gone has not shown, of each chat the last; how many.

        On SQLite there is no other process; on PostgreSQL it is left alone as long as it may live.
        """
        now, database = self._transactions.now(), self._transactions.database
        async with database.transaction() as session:
            rows = await unseen_screens(session, None if database.is_sqlite else now)
            last = {row.chat_id: row for row in rows}
            later = set(self._lost) | (self._begun or set())
            taken = {
                chat: done
                for chat, row in last.items()
                if chat not in later and (done := _done_of(row)) is not None
            }
            for chat in taken:
                last[chat].show_at = now + SCREEN_HELD
            going_on = {done.row_id for done in taken.values()}
            await forget_screens(session, [row.id for row in rows if row.id not in going_on])
        self._begun = None
        for chat, done in taken.items():
            self._lost[chat] = _Lost(done, now, now, Showing(doubtful=True))
            self._something.set()
        return len(taken)

    async def mark(self) -> None:
        """What was shown since the last time is not shown again after a crash."""
        shown, self._over = self._over, []
        if not shown:
            return
        try:
            async with self._transactions.database.transaction() as session:
                await forget_screens(session, shown)
        except Exception as error:
            if not is_away(error):
                raise
            self._over += shown

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
        if lost is None:
            return
        self._put_away(lost.done)
        if lost.task is not None:
            lost.task.cancel()

    def _put_away(self, done: Done) -> None:
        if done.row_id is not None:
            self._over.append(done.row_id)
            self._something.set()

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
            self._put_away(done)
            return True
        now = self._transactions.now()
        rest = timedelta(seconds=showing.rest)
        pause = screen_pause(showing.tries, now - lost.since, rest, asks=done.asks)
        if pause is None:
            log.warning("not shown: nobody waits any more", update=done.asked.update_id)
            self._put_away(done)
            return True
        lost.due_at = now + pause
        await self._hold(done, lost.due_at + SCREEN_HELD)
        return False

    async def _hold(self, done: Done, until: datetime) -> None:
        """No other instance shows it meanwhile."""
        if done.row_id is None or self._transactions.database.is_sqlite:
            return
        try:
            async with self._transactions.database.transaction() as session:
                await leave_screen(session, done.row_id, until)
        except Exception as error:
            if not is_away(error):
                raise

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


def _done_of(row: InboxUpdate) -> Done | None:
    """What is still to be shown for the update; None where this version can not read it."""
    plain = row.screen or {}
    screen, locale = screen_of(plain), plain.get("locale")
    if screen is None or locale not in LOCALES:
        return None
    asked = read(json.loads(row.raw))
    return Done(asked, screen, Words(locale), asks=bool(plain.get("asks")), row_id=row.id)
