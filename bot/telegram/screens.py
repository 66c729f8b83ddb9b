"""What people are shown for their taps and messages, until they have it.

What is shown for an act, or asks for something, lies in the inbox with its effect until it was
shown: after a crash it is shown again. That it was is marked beside the taps, all of a moment at
once.

The first try stands in the order of the chat; what does not arrive is tried again beside the
updates that follow, and gives way to the next screen of its chat: an older one never comes over a
later one. What belongs to the card that was shown last takes its place instead of coming below.
"""

import asyncio
import json
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import structlog
from aiogram import Bot
from sqlalchemy.ext.asyncio import AsyncSession

from bot.db import is_away
from bot.locales import LOCALES
from bot.method.core.repeats import LONGEST_PAUSE, SCREEN_HELD, screen_pause
from bot.models.inbox import InboxUpdate, forget_screens, leave_screen, unseen_screens
from bot.models.outbox import forget_unsent
from bot.models.user import user_by_telegram_id
from bot.telegram.background import Background
from bot.telegram.forms import asked_in, prompts_of
from bot.telegram.show import Showing, show, take_away
from bot.telegram.turn import Done
from bot.telegram.updates.incoming import read
from bot.transactions import Transactions
from bot.views.core.undo import without_undo
from bot.views.kept import screen_of
from bot.views.screen import InlineResults, Screen
from bot.views.words import Words

log = structlog.get_logger(__name__)

_LOOK_EVERY = 0.5
_LOOK_BACK_EVERY = 30.0
"""Seconds; on PostgreSQL another instance may have died."""
_CARD_LASTS = timedelta(minutes=1)
"""What comes later is not looked for above in the chat."""
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


@dataclass(frozen=True)
class _Card:
    """The last screen of a chat, where it is about something that may go on."""

    name: str
    message_id: int
    shown_at: datetime


class Screens:
    """Shows each screen once it is committed; a chat has one at most that is shown again."""

    def __init__(self, transactions: Transactions, bot: Bot, background: Background) -> None:
        self._transactions = transactions
        self._bot = bot
        self._background = background
        self._lost: dict[int, _Lost] = {}
        self._cards: dict[int, _Card] = {}
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
            done = self._at_its_card(done)
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

    def _at_its_card(self, done: Done) -> Done:
        """The same, in the place of the chat's last screen where that was of the same card."""
        last = self._cards.pop(done.asked.chat_id, None)
        screen = done.screen
        if last is None or not isinstance(screen, Screen) or screen.card != last.name:
            return done
        is_old = self._transactions.now() - last.shown_at > _CARD_LASTS
        if is_old or done.asked.message_id is not None:
            return done
        return replace(done, asked=replace(done.asked, message_id=last.message_id))

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
        screen = self._of_now(done)
        is_over = await show(self._bot, done.asked, screen, done.words, showing)
        if showing.shown:
            self._keep_card(done, showing)
            await self._arrived(done, showing)
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

    def _of_now(self, done: Done) -> Screen | InlineResults | None:
        """What is to be shown, without a button that would come too late."""
        is_late = done.undo_until is not None and self._transactions.now() >= done.undo_until
        if is_late and isinstance(done.screen, Screen):
            return without_undo(done.screen)
        return done.screen

    def _keep_card(self, done: Done, showing: Showing) -> None:
        name = done.screen.card if isinstance(done.screen, Screen) else None
        if name is not None and showing.message_id is not None:
            now = self._transactions.now()
            self._cards[done.asked.chat_id] = _Card(name, showing.message_id, now)

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

    async def _arrived(self, done: Done, showing: Showing) -> None:
        """What the outbox keeps, lest the screen should not arrive, is not needed; the question
        that it answers goes, and the one that it asks is known by its message."""
        screen, form = done.screen, done.form
        for message_id in screen.closes if isinstance(screen, Screen) else ():
            await take_away(self._bot, done.asked.chat_id, message_id)
        is_new = form is not None and showing.message_id not in prompts_of(form)
        if not done.repetitions and not is_new:
            return
        try:
            async with self._transactions.database.transaction() as session:
                if done.repetitions:
                    await forget_unsent(session, done.repetitions)
                if is_new:
                    await self._asked_in(session, done, showing.message_id)
        except Exception as error:
            if not is_away(error):
                raise
            log.warning("a question will come twice", error=type(error).__name__)

    async def _asked_in(self, session: AsyncSession, done: Done, message_id: int | None) -> None:
        """Unless something else has been asked since."""
        user_id = done.asked.user_id
        person = None if user_id is None else await user_by_telegram_id(session, user_id)
        if person is not None and person.form == done.form:
            asked_in(person, message_id, done.form)


def _done_of(row: InboxUpdate) -> Done | None:
    """What is still to be shown for the update; None where this version can not read it."""
    plain = row.screen or {}
    screen, locale = screen_of(plain), plain.get("locale")
    if screen is None or locale not in LOCALES:
        return None
    asked, until = read(json.loads(row.raw)), plain.get("undo_until")
    return Done(
        asked,
        screen,
        Words(locale),
        asks=bool(plain.get("asks")),
        undo_until=datetime.fromisoformat(until) if until else None,
        row_id=row.id,
    )
