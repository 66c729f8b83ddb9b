"""The outbox to Telegram: render as things stand now, claim, send, mark.

A message that waits for its turn is not claimed: it is certainly not sent. What is claimed and
never marked, or was answered by nothing that means anything, is in doubt: it comes again, silently
and marked as a repetition, until Telegram gives a definite answer or there is nothing left to say.
"""

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

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

from bot.clock import Clock
from bot.db import Database, is_away
from bot.method.core.repeats import pause_after
from bot.method.core.terms import Role
from bot.models.base import JsonDict
from bot.models.outbox import (
    OutboxMessage,
    OutboxStatus,
    claimed_before,
    next_to_send,
    pending_message,
)
from bot.models.user import User
from bot.services.core.company import work_at
from bot.services.core.quiet import still_to_wait
from bot.services.core.work import Company
from bot.services.people.blocked import blocked
from bot.telegram.breaker import Breaker
from bot.telegram.pace import Pace
from bot.telegram.render.rendering import render
from bot.telegram.show import send
from bot.telegram.tasks import Background, lasting
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
class _Due:
    """One message whose time has come, with what is needed to send it."""

    id: int
    kind: str
    user_id: int
    telegram_id: int
    role: Role
    words: Words
    payload: JsonDict
    repeated: bool
    moment: int
    """The sick moment in which it was begun (`Breaker.moment`)."""


class Sender:
    """One loop that claims, and a few sends under way."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        company: Company,
        bot: Bot,
        pace: Pace,
        background: Background,
    ) -> None:
        self._database = database
        self._clock = clock
        self._company = company
        self._bot = bot
        self._pace = pace
        self._background = background
        self._breaker = Breaker()
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
        """Begin with one message that is due; False where none may be sent now."""
        under_way = len(self._under_way)
        if under_way >= _AT_ONCE or not self._breaker.lets_pass(self._clock.now(), under_way):
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
        """Decide about messages that were claimed and never marked: once more, or not."""
        now = self._clock.now()
        before = now if self._database.is_sqlite else now - _ABANDONED
        async with self._database.transaction() as session:
            left = await claimed_before(session, before)
            for message in left:
                _in_doubt(message)
        if left:
            log.warning("messages in doubt after a crash", count=len(left))
        return len(left)

    async def _next(self) -> _Due | None:
        """The next message that may go now; one that has to wait gets its new time."""
        now = self._clock.now()
        busy = [*self._pace.resting(), *self._under_way]
        while True:
            async with self._database.reading() as session:
                found = await next_to_send(session, now, busy)
                if found is None:
                    return None
                message, person = found
                work = await work_at(session, now, self._company)
                later = still_to_wait(work, message, person)
                if later <= now:
                    return self._due(message, person)
            await self._put_off(message.id, later)

    def _due(self, message: OutboxMessage, person: User) -> _Due:
        return _Due(
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

    async def _put_off(self, message_id: int, later: datetime) -> None:
        async with self._database.transaction() as session:
            message = await pending_message(session, message_id)
            if message is not None:
                message.not_before = later

    async def _claim(self, due: _Due) -> bool:
        """From here on the message is in doubt until it is marked; False where another sender has
        it, or it was taken back while it waited."""
        async with self._database.transaction() as session:
            message = await pending_message(session, due.id)
            if message is None:
                return False
            message.status, message.claimed_at = OutboxStatus.CLAIMED, self._clock.now()
            message.tries += 1
            return True

    async def _deliver(self, due: _Due) -> None:
        try:
            await self._send(due)
        finally:
            self._pace.rest(due.user_id)
            self._under_way.discard(due.user_id)
            if not self._under_way:
                self._idle.set()
            self._wake.set()

    async def _send(self, due: _Due) -> None:
        try:
            await self._pace.turn()
            await self._go(due)
        except TelegramRetryAfter as error:
            self._breaker.answered()
            self._pace.pause(error.retry_after)
            await self._mark(due, OutboxStatus.PENDING, error="429")
        except TelegramUnauthorizedError:
            # The token was revoked; what waits is sent with the next one.
            log.error("Telegram does not accept the token")
            self._pace.pause(_TOKEN_PAUSE)
            await self._mark(due, OutboxStatus.PENDING, error="401")
        except TelegramForbiddenError:
            self._breaker.answered()
            await self._mark(due, OutboxStatus.FAILED, error="403", is_blocked=True)
        except (TelegramNetworkError, TelegramServerError, ClientDecodeError) as error:
            if isinstance(error.__cause__, aiohttp.ClientConnectorError):
                # Telegram has not seen it: safe to repeat as often as needed.
                self._pace.pause(1.0)
                await self._mark(due, OutboxStatus.PENDING, error="no connection")
            else:
                self._breaker.failed(due.moment, self._clock.now())
                await self._mark(due, OutboxStatus.PENDING, error="in doubt", doubt=True)
        except TelegramAPIError as error:
            self._breaker.answered()
            log.error("Telegram refuses a message", kind=due.kind, error=error.message)
            await self._mark(due, OutboxStatus.FAILED, error=error.message)
        except Exception as error:
            if is_away(error):
                # Rendering and claiming look into the database: nothing was sent.
                await self._mark(due, OutboxStatus.PENDING, error="no database")
                return
            log.error("a message can not be made", kind=due.kind, exc_info=error)
            await self._mark(due, OutboxStatus.FAILED, error=type(error).__name__)

    async def _go(self, due: _Due) -> None:
        is_menu = due.kind == "menu"
        screen = None if is_menu else await self._render(due)
        if screen is None and not is_menu:
            await self._mark(due, OutboxStatus.DROPPED)
            return
        # What has waited while Telegram fell ill, or was taken back, is not begun.
        if self._breaker.moment != due.moment or not await self._claim(due):
            return
        message_id = None
        if screen is None:
            await self._set_menu(due)
        else:
            silent = due.repeated
            sent = await send(self._bot, due.telegram_id, screen, due.words, silent=silent)
            message_id = sent.message_id
        self._breaker.answered()
        await self._mark(due, OutboxStatus.SENT, message_id=message_id)

    async def _render(self, due: _Due) -> Screen | None:
        async with self._database.reading() as session:
            work = await work_at(session, self._clock.now(), self._company)
            person = await session.get_one(User, due.user_id)
            screen = await render(due.kind, work, person, due.payload, due.words)
        if screen is None or not due.repeated:
            return screen
        mark = due.words("repeated-mark")
        return replace(screen, text=Markup(f"{mark}\n{screen.text}"))

    async def _set_menu(self, due: _Due) -> None:
        commands = [
            BotCommand(command=name, description=told)
            for name, told in commands_of(due.role, due.words)
        ]
        scope = BotCommandScopeChat(chat_id=due.telegram_id)
        await self._bot.set_my_commands(commands, scope=scope)

    async def _mark(
        self,
        due: _Due,
        status: OutboxStatus,
        *,
        message_id: int | None = None,
        error: str | None = None,
        is_blocked: bool = False,
        doubt: bool = False,
    ) -> None:
        now = self._clock.now()

        async def mark() -> None:
            async with self._database.transaction() as session:
                message = await session.get(OutboxMessage, due.id)
                if message is None:
                    return
                message.status, message.error = status, (error or "")[:200] or None
                if doubt:
                    _in_doubt(message)
                    message.retry_at = now + pause_after(message.tries)
                if status is OutboxStatus.SENT:
                    message.sent_at, message.message_id = now, message_id
                if is_blocked:
                    person = await session.get_one(User, due.user_id)
                    await blocked(await work_at(session, now, self._company), person)

        # What is not marked would be sent again: worth waiting for the database.
        await lasting(mark)


def _in_doubt(message: OutboxMessage) -> None:
    """Nobody knows whether Telegram has it: once more, silently and marked."""
    message.status = OutboxStatus.PENDING
    message.repeated = True
    message.claimed_at = None
