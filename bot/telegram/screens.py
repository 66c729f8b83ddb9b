"""What people are shown for their taps and messages, until they have it.

What is shown for an act, or asks for something, lies in the inbox with its effect until it was
shown: after a crash it is shown again. That it was is marked beside the taps, all of a moment at
once.

The first try stands in the order of the chat; what does not arrive is tried again beside the
updates that follow, and gives way to the next screen of its chat: an older one never comes over a
later one. What belongs to the card that was shown last takes its place instead of coming below.
"""

import asyncio
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import structlog
from aiogram import Bot
from sqlalchemy.ext.asyncio import AsyncSession

from bot.db import is_away
from bot.method.core.repeats import LONGEST_PAUSE, SCREEN_HELD, screen_pause
from bot.models.inbox import forget_screens, leave_screen, unseen_screens
from bot.models.outbox import forget_unsent
from bot.models.user import user_by_telegram_id
from bot.telegram.background import Background
from bot.telegram.forms import asked_in, prompts_of
from bot.telegram.show import Showing, show, take_away
from bot.telegram.updates.result import TurnResult, result_of
from bot.transactions import Transactions
from bot.views.core.undo import without_undo
from bot.views.screen import InlineResults, Screen

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

    result: TurnResult
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

    async def show(self, result: TurnResult) -> None:
        """Try once; what is left of it is tried again later."""
        says = isinstance(result.screen, Screen) and bool(result.screen.text)
        if says:
            self._give_way(result.asked.chat_id)
            result = self._at_its_card(result)
            if self._begun is not None:
                self._begun.add(result.asked.chat_id)
        now = self._transactions.now()
        lost = _Lost(result, now, now)
        if (
            await self._tried(lost)
            or result.asked.inline_id is not None
            or result.going is not None
        ):
            return
        if says or result.asked.chat_id not in self._lost:
            self._lost[result.asked.chat_id] = lost
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
                chat: result
                for chat, row in last.items()
                if chat not in later and (result := result_of(row)) is not None
            }
            for chat in taken:
                last[chat].show_at = now + SCREEN_HELD
            going_on = {result.row_id for result in taken.values()}
            await forget_screens(session, [row.id for row in rows if row.id not in going_on])
        self._begun = None
        for chat, result in taken.items():
            self._lost[chat] = _Lost(result, now, now, Showing(doubtful=True))
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

    def _at_its_card(self, result: TurnResult) -> TurnResult:
        """The same, in the place of the chat's last screen where that was of the same card."""
        last = self._cards.pop(result.asked.chat_id, None)
        screen = result.screen
        if last is None or not isinstance(screen, Screen) or screen.card != last.name:
            return result
        is_old = self._transactions.now() - last.shown_at > _CARD_LASTS
        if is_old or result.asked.message_id is not None:
            return result
        return replace(result, asked=replace(result.asked, message_id=last.message_id))

    def _give_way(self, chat_id: int) -> None:
        """Another screen comes: the one that has not arrived says nothing any more."""
        lost = self._lost.pop(chat_id, None)
        if lost is None:
            return
        self._put_away(lost.result)
        if lost.task is not None:
            lost.task.cancel()

    def _put_away(self, result: TurnResult) -> None:
        if result.row_id is not None:
            self._over.append(result.row_id)
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
        result, showing = lost.result, lost.showing
        screen = self._of_now(result)
        is_over = await show(self._bot, result.asked, screen, result.words, showing)
        if showing.shown:
            self._keep_card(result, showing)
            await self._arrived(result, showing)
        if is_over:
            self._put_away(result)
            return True
        now = self._transactions.now()
        rest = timedelta(seconds=showing.rest)
        pause = screen_pause(showing.tries, now - lost.since, rest, asks=result.asks)
        if pause is None:
            log.warning("not shown: nobody waits any more", update=result.asked.update_id)
            self._put_away(result)
            return True
        lost.due_at = now + pause
        await self._hold(result, lost.due_at + SCREEN_HELD)
        return False

    def _of_now(self, result: TurnResult) -> Screen | InlineResults | None:
        """What is to be shown, without a button that would come too late."""
        is_late = result.undo_until is not None and self._transactions.now() >= result.undo_until
        if is_late and isinstance(result.screen, Screen):
            return without_undo(result.screen)
        return result.screen

    def _keep_card(self, result: TurnResult, showing: Showing) -> None:
        name = result.screen.card if isinstance(result.screen, Screen) else None
        if name is not None and showing.message_id is not None:
            now = self._transactions.now()
            self._cards[result.asked.chat_id] = _Card(name, showing.message_id, now)

    async def _hold(self, result: TurnResult, until: datetime) -> None:
        """No other instance shows it meanwhile."""
        if result.row_id is None or self._transactions.database.is_sqlite:
            return
        try:
            async with self._transactions.database.transaction() as session:
                await leave_screen(session, result.row_id, until)
        except Exception as error:
            if not is_away(error):
                raise

    async def _arrived(self, result: TurnResult, showing: Showing) -> None:
        """What the outbox keeps, lest the screen should not arrive, is not needed; the question
        that it answers goes, and the one that it asks is known by its message."""
        screen, form = result.screen, result.form
        for message_id in screen.closes if isinstance(screen, Screen) else ():
            await take_away(self._bot, result.asked.chat_id, message_id)
        is_new = form is not None and showing.message_id not in prompts_of(form)
        if not result.repetitions and not is_new:
            return
        try:
            async with self._transactions.database.transaction() as session:
                if result.repetitions:
                    await forget_unsent(session, result.repetitions)
                if is_new:
                    await self._asked_in(session, result, showing.message_id)
        except Exception as error:
            if not is_away(error):
                raise
            log.warning("a question will come twice", error=type(error).__name__)

    async def _asked_in(
        self, session: AsyncSession, result: TurnResult, message_id: int | None
    ) -> None:
        """Unless something else has been asked since."""
        user_id = result.asked.user_id
        person = None if user_id is None else await user_by_telegram_id(session, user_id)
        if person is not None and person.form == result.form:
            asked_in(person, message_id, result.form)
