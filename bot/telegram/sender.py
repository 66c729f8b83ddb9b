"""The outbox to Telegram: claim, render as things stand now, send, mark."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import aiohttp
import structlog
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.types import BotCommand, BotCommandScopeChat

from bot.db import is_away
from bot.method.core.terms import Role
from bot.models.base import JsonDict
from bot.models.outbox import OutboxMessage, OutboxStatus, claimed_before, next_to_send
from bot.models.user import User
from bot.services.core.messages import KINDS, AfterCrash
from bot.services.core.quiet import still_to_wait
from bot.services.core.work import Work
from bot.services.people.blocked import blocked
from bot.telegram.background import Background, retry_while_database_away
from bot.telegram.pace import Pace
from bot.telegram.render.rendering import render
from bot.telegram.show import send
from bot.transactions import Transactions
from bot.views.core.menu import commands_of
from bot.views.screen import Screen
from bot.views.words import Markup, Words

log = structlog.get_logger(__name__)

_AT_ONCE = 8
"""Messages under way at a time; the pace decides how many a second."""
_LOOK_EVERY = 0.5
_ABANDONED = timedelta(minutes=2)
_TOKEN_PAUSE = 30.0


@dataclass(frozen=True)
class _Claim:
    """One claimed message with what is needed to send it."""

    id: int
    kind: str
    user_id: int
    telegram_id: int
    role: Role
    words: Words
    payload: JsonDict
    repeated: bool


class Sender:
    """One loop that claims, and a few sends under way."""

    def __init__(
        self, transactions: Transactions, bot: Bot, pace: Pace, background: Background
    ) -> None:
        self._transactions = transactions
        self._bot = bot
        self._pace = pace
        self._background = background
        self._under_way: set[int] = set()
        self._idle = asyncio.Event()
        self._idle.set()
        self._wake = asyncio.Event()

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
        """Claim one message and start sending it; False where none may be sent now."""
        if len(self._under_way) >= _AT_ONCE:
            return False
        claim = await self._claim()
        if claim is None:
            return False
        self._under_way.add(claim.user_id)
        self._idle.clear()
        self._background.start(f"message {claim.id}", self._deliver(claim))
        return True

    async def drained(self) -> None:
        """Wait until nothing is under way."""
        await self._idle.wait()

    async def recover(self) -> int:
        """Decide about messages that were claimed and never marked: once more, or not."""
        now = self._transactions.now()
        before = now if self._transactions.database.is_sqlite else now - _ABANDONED
        async with self._transactions.database.transaction() as session:
            left = await claimed_before(session, before)
            for message in left:
                _after_doubt(message)
        if left:
            log.warning("messages in doubt after a crash", count=len(left))
        return len(left)

    async def _claim(self) -> _Claim | None:
        now = self._transactions.now()
        busy = [*self._pace.resting(), *self._under_way]
        async with self._transactions.database.reading() as session:
            # Looking costs nothing; only what is there is worth a write.
            if await next_to_send(session, now, busy, lock=False) is None:
                return None
        async with self._transactions.work() as work:
            found = await self._due(work, busy)
            if found is None:
                return None
            message, person = found
            message.status, message.claimed_at = OutboxStatus.CLAIMED, now
            message.tries += 1
            return _Claim(
                message.id,
                message.kind,
                person.id,
                person.telegram_id,
                person.role,
                Words(person.locale),
                dict(message.payload),
                message.repeated,
            )

    async def _due(self, work: Work, busy: Sequence[int]) -> tuple[OutboxMessage, User] | None:
        """The next message that may go now; one that has to wait gets its new time."""
        while (found := await next_to_send(work.session, work.now, busy, lock=True)) is not None:
            message, person = found
            later = still_to_wait(work, message, person)
            if later <= work.now:
                return found
            message.not_before = later
            await work.session.flush()
        return None

    async def _deliver(self, claim: _Claim) -> None:
        try:
            await self._send(claim)
        finally:
            self._pace.rest(claim.user_id)
            self._under_way.discard(claim.user_id)
            if not self._under_way:
                self._idle.set()
            self._wake.set()

    async def _send(self, claim: _Claim) -> None:
        try:
            await self._turn(claim)
            await self._go(claim)
        except TelegramRetryAfter as error:
            self._pace.pause(error.retry_after)
            await self._mark(claim, OutboxStatus.PENDING, error="429")
        except TelegramUnauthorizedError:
            # The token was revoked; what waits is sent with the next one.
            log.error("Telegram does not accept the token")
            self._pace.pause(_TOKEN_PAUSE)
            await self._mark(claim, OutboxStatus.PENDING, error="401")
        except TelegramForbiddenError:
            await self._mark(claim, OutboxStatus.FAILED, error="403", is_blocked=True)
        except (TelegramNetworkError, TelegramServerError, ClientDecodeError) as error:
            if isinstance(error.__cause__, aiohttp.ClientConnectorError):
                # Telegram has not seen it: safe to repeat as often as needed.
                self._pace.pause(1.0)
                await self._mark(claim, OutboxStatus.PENDING, error="no connection")
            else:
                await self._mark(claim, OutboxStatus.CLAIMED, error="in doubt", doubt=True)
        except TelegramAPIError as error:
            log.error("Telegram refuses a message", kind=claim.kind, error=error.message)
            await self._mark(claim, OutboxStatus.FAILED, error=error.message)
        except Exception as error:
            if is_away(error):
                # Only rendering looks into the database here: nothing was sent.
                await self._mark(claim, OutboxStatus.PENDING, error="no database")
                return
            log.error("a message can not be made", kind=claim.kind, exc_info=error)
            await self._mark(claim, OutboxStatus.FAILED, error=type(error).__name__)

    async def _turn(self, claim: _Claim) -> None:
        try:
            await self._pace.turn()
        except asyncio.CancelledError:
            # The process ends before its turn came: it was not sent, and there is no doubt.
            await self._mark(claim, OutboxStatus.PENDING)
            raise

    async def _go(self, claim: _Claim) -> None:
        if claim.kind == "menu":
            await self._set_menu(claim)
            await self._mark(claim, OutboxStatus.SENT)
            return
        screen = await self._render(claim)
        if screen is None:
            await self._mark(claim, OutboxStatus.DROPPED)
            return
        to, silent = claim.telegram_id, claim.repeated
        sent = await send(self._bot, to, screen, claim.words, silent=silent)
        await self._mark(claim, OutboxStatus.SENT, message_id=sent.message_id)

    async def _render(self, claim: _Claim) -> Screen | None:
        async with self._transactions.looking() as work:
            person = await work.session.get_one(User, claim.user_id)
            screen = await render(claim.kind, work, person, claim.payload, claim.words)
        if screen is None or not claim.repeated:
            return screen
        mark = claim.words("repeated-mark")
        return replace(screen, text=Markup(f"{mark}\n{screen.text}"))

    async def _set_menu(self, claim: _Claim) -> None:
        commands = [
            BotCommand(command=name, description=told)
            for name, told in commands_of(claim.role, claim.words)
        ]
        scope = BotCommandScopeChat(chat_id=claim.telegram_id)
        await self._bot.set_my_commands(commands, scope=scope)

    async def _mark(
        self,
        claim: _Claim,
        status: OutboxStatus,
        *,
        message_id: int | None = None,
        error: str | None = None,
        is_blocked: bool = False,
        doubt: bool = False,
    ) -> None:
        now = self._transactions.now()

        async def mark() -> None:
            async with self._transactions.database.transaction() as session:
                message = await session.get_one(OutboxMessage, claim.id)
                message.status, message.error = status, (error or "")[:200] or None
                if doubt:
                    _after_doubt(message)
                if status is OutboxStatus.SENT:
                    message.sent_at, message.message_id = now, message_id
                if is_blocked:
                    person = await session.get_one(User, claim.user_id)
                    await blocked(await self._transactions.work_in(session), person)

        # What is not marked would be sent again: worth waiting for the database.
        await retry_while_database_away(mark)


def _after_doubt(message: OutboxMessage) -> None:
    """Nobody knows whether Telegram has it: by its kind once more, silently, or not at all."""
    once_more = KINDS[message.kind].after_crash is AfterCrash.ONCE_MORE and not message.repeated
    message.status = OutboxStatus.PENDING if once_more else OutboxStatus.DROPPED
    message.repeated = True
    message.claimed_at = None
