"""The outbox to Telegram: a loop that looks what is due, and a few messages under way."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog
from aiogram import Bot

from bot.models.outbox import (
    OutboxMessage,
    claimed_before,
    due_with,
    next_to_send,
    pending_message,
)
from bot.models.user import User
from bot.services.core.messages import Together
from bot.services.core.quiet import (
    awaits_digest,
    is_left_to_others,
    may_reach,
    patient_until,
    still_to_wait,
)
from bot.services.core.work import Work
from bot.telegram.background import Background
from bot.telegram.breaker import Breaker
from bot.telegram.delivery import Delivery, Due, OneOf, put_in_doubt
from bot.telegram.pace import Pace
from bot.telegram.render.rendering import COUNTED, TOGETHER, manner_of
from bot.transactions import Transactions
from bot.views.words import Words

log = structlog.get_logger(__name__)

_AT_ONCE = 8
"""Messages under way at a time; the pace decides how many a second."""
_LOOK_EVERY = 0.5
_ABANDONED = timedelta(minutes=2)
"""Another instance's claim is left to it for as long as it may live."""
_LOOK_BACK_EVERY = timedelta(seconds=30)
_LONGEST_FOR_DIGEST = 60.0
"""Seconds of real time."""
_MOST_TOGETHER = 40
"""Messages that may become one."""


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
        self._awaited: dict[int, tuple[float, datetime | None]] = {}

    def wake(self) -> None:
        """There may be something to send."""
        self._wake.set()

    async def run(self) -> None:
        """Take care of what a dead sender left, then send whatever is due.

        Begun anew it first lets end what is under way, which nobody has left.
        """
        await self.drained()
        self._pace.follow()
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
        # While it was looked for Telegram may have fallen ill.
        if due is None or not self._breaker.lets_pass(self._transactions.now(), under_way):
            return False
        self._under_way.add(due.user_id)
        self._idle.clear()
        self._background.start(f"message {due.parts[0].id}", self._deliver(due))
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
                if awaits_digest(work, person, how) and self._has_patience(person):
                    busy.append(person.id)
                    continue
                later = await self._later(work, message, person)
                if later <= now:
                    return self._due(await self._with_others(work, message, person), person)
                left_to_others = is_left_to_others(work, how, person)
            if left_to_others:
                await self._delivery.drop(message.id)
            elif not await self._put_off(message.id, later):
                # Another instance has it under its hands: it is there at the next look as well.
                busy.append(person.id)

    async def _later(self, work: Work, message: OutboxMessage, person: User) -> datetime:
        """When it may really go; now or earlier: at once."""
        how = manner_of(message.kind)
        later = still_to_wait(work, message, person, how)
        if later > work.now:
            return later
        patient = await patient_until(work, person, how, COUNTED)
        if patient <= work.now:
            return work.now
        return may_reach(work, person, patient)

    async def _with_others(
        self, work: Work, message: OutboxMessage, person: User
    ) -> list[OutboxMessage]:
        """What is said to the person at this moment, in the order in which it is said."""
        how = manner_of(message.kind)
        if how.together is Together.ALONE:
            return [message]
        kinds = TOGETHER[how.together]
        others = await due_with(work.session, message, work.now, kinds, _MOST_TOGETHER)
        going = [message]
        for other in others:
            waits = still_to_wait(work, other, person, manner_of(other.kind)) > work.now
            if not waits and not is_left_to_others(work, manner_of(other.kind), person):
                going.append(other)
        return sorted(going, key=lambda row: kinds.index(row.kind))

    def _has_patience(self, person: User) -> bool:
        """Whether the digest of the person is still waited for: the ticker decides it in a moment,
        and where it does not, the rest goes without it."""
        since, due = self._awaited.get(person.id, (0.0, None))
        if due != person.digest_due_at:
            since = _now()
            self._awaited[person.id] = since, person.digest_due_at
        return _now() - since < _LONGEST_FOR_DIGEST

    def _due(self, messages: Sequence[OutboxMessage], person: User) -> Due:
        return Due(
            tuple(OneOf(row.id, row.kind, dict(row.payload)) for row in messages),
            person.id,
            person.telegram_id,
            person.role,
            Words(person.locale),
            messages[0].repeated,
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


def _now() -> float:
    return asyncio.get_running_loop().time()
