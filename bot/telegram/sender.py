"""The outbox to Telegram: a loop that looks what is due, and a few messages under way."""

import asyncio
from datetime import datetime, timedelta

import structlog
from aiogram import Bot

from bot.models.outbox import (
    OutboxMessage,
    claimed_before,
    next_to_send,
    pending_message,
)
from bot.models.user import User
from bot.services.core.quiet import is_left_to_others, still_to_wait
from bot.telegram.background import Background
from bot.telegram.breaker import Breaker
from bot.telegram.delivery import Delivery, Due, put_in_doubt
from bot.telegram.pace import Pace
from bot.telegram.render.rendering import manner_of
from bot.transactions import Transactions
from bot.views.words import Words

log = structlog.get_logger(__name__)

_AT_ONCE = 8
"""Messages under way at a time; the pace decides how many a second."""
_LOOK_EVERY = 0.5
_ABANDONED = timedelta(minutes=2)
"""Another instance's claim is left to it for as long as it may live."""
_LOOK_BACK_EVERY = timedelta(seconds=30)


class Sender:
    """One loop that looks what is due, and a few messages under way."""

    def __init__(
        self, transactions: Transactions, bot: Bot, pace: Pace, background: Background
    ) -> None:
        self._transactions = transactions
        self._pace = pace
        self._background = background
        self._breaker = Breaker()
        self._delivery = Delivery(transactions, bot, pace, self._breaker)
        self._under_way: set[int] = set()
        self._idle = asyncio.Event()
        self._idle.set()
        self._wake = asyncio.Event()
        self._looked_back_at: datetime | None = None

    def wake(self) -> None:
        """There may be something to send."""
        self._wake.set()

    async def run(self) -> None:
        """Take care of what a dead sender left, then send whatever is due.

        Begun anew it first lets end what is under way, which nobody has left.
        """
        await self.drained()
        await self.recover()
        while True:
            self._wake.clear()
            while await self.run_once():
                pass
            try:
                async with asyncio.timeout(_LOOK_EVERY):
                    await self._wake.wait()
            except TimeoutError:
                continue

    async def run_once(self) -> bool:
        """Begin with one message that is due; False where none may be sent now."""
        if self._is_to_look_back():
            await self.recover()
        under_way = len(self._under_way)
        if under_way >= _AT_ONCE or not self._breaker.lets_pass(
            self._transactions.now(), under_way
        ):
            return False
        due = await self._next()
        if due is None:
            return False
        self._under_way.add(due.user_id)
        self._idle.clear()
        self._background.start(f"message {due.id}", self._deliver(due))
        return True

    async def drained(self) -> None:
        """Wait until nothing is under way."""
        await self._idle.wait()

    async def recover(self) -> int:
        """Messages that were claimed and never marked are in doubt; returns how many."""
        now = self._looked_back_at = self._transactions.now()
        before = now if self._transactions.database.is_sqlite else now - _ABANDONED
        async with self._transactions.database.transaction() as session:
            claimed = await claimed_before(session, before)
            left = [message for message in claimed if message.user_id not in self._under_way]
            for message in left:
                put_in_doubt(message)
        if left:
            log.warning("messages in doubt after a crash", count=len(left))
        return len(left)

    def _is_to_look_back(self) -> bool:
        """One process on SQLite has looked when it began; on PostgreSQL others may die, and what
        was claimed just before this one began is left alone at first."""
        before = self._looked_back_at
        if self._transactions.database.is_sqlite or before is None:
            return False
        return abs(self._transactions.now() - before) >= _LOOK_BACK_EVERY

    async def _next(self) -> Due | None:
        """The next message that may go now; one that has to wait gets its new time."""
        now = self._transactions.now()
        busy = [*self._pace.resting(), *self._under_way]
        while True:
            async with self._transactions.database.reading() as session:
                # Looking is cheap; the rules are read only where there is something.
                found = await next_to_send(session, now, busy)
                if found is None:
                    return None
                message, person = found
                work = await self._transactions.work_in(session)
                how = manner_of(message.kind)
                later = still_to_wait(work, message, person, how)
                if later <= now:
                    return self._due(message, person)
                left_to_others = is_left_to_others(work, how, person)
            if left_to_others:
                await self._delivery.drop(message.id)
            elif not await self._put_off(message.id, later):
                # Another instance has it under its hands: it is there at the next look as well.
                busy.append(person.id)

    def _due(self, message: OutboxMessage, person: User) -> Due:
        return Due(
            message.id,
            message.kind,
            person.id,
            person.telegram_id,
            person.role,
            Words(person.locale),
            dict(message.payload),
            message.repeated,
            self._breaker.moment,
        )

    async def _put_off(self, message_id: int, later: datetime) -> bool:
        """Give it its new time; False where it is locked, or not waiting any more."""
        async with self._transactions.database.transaction() as session:
            message = await pending_message(session, message_id)
            if message is not None:
                message.not_before = later
        return message is not None

    async def _deliver(self, due: Due) -> None:
        try:
            await self._delivery.send(due)
        finally:
            self._pace.rest(due.user_id)
            self._under_way.discard(due.user_id)
            if not self._under_way:
                self._idle.set()
            self._wake.set()
