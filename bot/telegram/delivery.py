"""What the outbox has for one person at one moment: rendered as things stand now, claimed, sent,
marked, all of it together.

A message that waits for its turn is not claimed: it is certainly not sent. What is claimed and
never marked, or was answered by nothing that means anything, is in doubt: it comes again, silently
and marked as a repetition, until Telegram gives a definite answer or there is nothing left to say.
"""

from dataclasses import dataclass, replace
from functools import partial

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramForbiddenError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.types import BotCommand, BotCommandScopeChat
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.db import is_away, is_conflict
from bot.method.core.repeats import pause_after
from bot.method.core.terms import Role
from bot.models.base import JsonDict
from bot.models.outbox import OutboxMessage, OutboxStatus, claim, pending_message
from bot.models.user import User
from bot.services.core.messages import End, Ending, UnreadableMessageError
from bot.services.core.own_messages import MenuMessage
from bot.services.core.quiet import is_too_late_to_repeat
from bot.services.core.work import Act
from bot.services.day.messages import DigestMessage
from bot.services.people.blocked import blocked
from bot.services.pool.taking import may_take
from bot.telegram.background import retry_while_conflict, retry_while_database_away
from bot.telegram.breaker import AMBIGUOUS, Breaker, never_left
from bot.telegram.pace import Pace
from bot.telegram.render.rendering import is_settled, manner_of, render, settle
from bot.telegram.show import put_instead, repetition, send
from bot.transactions import Transactions
from bot.views.core.menu import commands_of
from bot.views.parts.together import together
from bot.views.screen import Screen
from bot.views.words import Words

log = structlog.get_logger(__name__)

_TOKEN_PAUSE = 30.0
_AWAY_PAUSE = 1.0
_ENDINGS = {
    OutboxStatus.SENT: Ending.DELIVERED,
    OutboxStatus.FAILED: Ending.REFUSED,
    OutboxStatus.DROPPED: Ending.DROPPED,
}


@dataclass(frozen=True)
class OneOf:
    """One message of the outbox, which may go with others."""

    id: int
    kind: str
    payload: JsonDict


@dataclass(frozen=True)
class Due:
    """The rows whose time has come and that go as one message, with what is needed to send it."""

    parts: tuple[OneOf, ...]
    user_id: int
    telegram_id: int
    role: Role
    words: Words
    repeated: bool
    moment: int
    """The sick moment in which it was begun (`Breaker.moment`)."""

    @property
    def kind(self) -> str:
        """That of the first."""
        return self.parts[0].kind


class Delivery:
    """Takes messages from their turn to their mark."""

    def __init__(self, transactions: Transactions, bot: Bot, pace: Pace, breaker: Breaker) -> None:
        self._transactions = transactions
        self._bot = bot
        self._pace = pace
        self._breaker = breaker

    async def _claim(self, due: Due) -> bool:
        """From here on the message is in doubt until it is marked; False where another sender has
        it, or it was taken back while it waited."""
        now = self._transactions.now()
        async with self._transactions.database.transaction() as session:
            return await claim(session, [part.id for part in due.parts], now)

    async def send(self, due: Due) -> None:
        """Send it, if it is still to be sent, and mark what became of it."""
        await self._pace.turn()
        screen = None
        if due.kind != MenuMessage.kind:
            try:
                due, screen = await self._render(due)
            except Exception as error:
                if not is_away(error):
                    raise
                await self._no_database(due, error)
                return
            if screen is None:
                return
        await self._try(due, screen)

    async def _try(self, due: Due, screen: Screen | None) -> None:
        try:
            await self._go(due, screen)
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
            to_person = screen is None or screen.to_group is None
            await self._mark(due, OutboxStatus.FAILED, error="403", is_blocked=to_person)
        except AMBIGUOUS as error:
            if never_left(error):
                # Telegram has not seen it: safe to repeat as often as needed.
                self._pace.pause(1.0)
                await self._mark(due, OutboxStatus.PENDING, error="no connection")
            else:
                self._breaker.failed(due.moment, self._transactions.now())
                await self._mark(due, OutboxStatus.PENDING, error="in doubt", doubt=True)
        except TelegramAPIError as error:
            self._breaker.answered()
            log.error("Telegram refuses a message", kind=due.kind, error=error.message)
            await self._mark(due, OutboxStatus.FAILED, error=error.message)
        except Exception as error:
            if is_away(error):
                await self._no_database(due, error)
                return
            log.error("a message can not be made", kind=due.kind, exc_info=error)
            await self._mark(due, OutboxStatus.FAILED, error=type(error).__name__)

    async def _no_database(self, due: Due, error: Exception) -> None:
        """Rendering and claiming look into the database: nothing was sent, and to begin anew at
        once would only keep the machine busy."""
        log.warning("no database to make a message from", kind=due.kind, exc_info=error)
        self._pace.pause(_AWAY_PAUSE)
        await self._mark(due, OutboxStatus.PENDING, error="no database")

    async def drop(self, message_id: int) -> None:
        """It is not sent to this person any more, unless it has been begun."""
        async with self._transactions.database.transaction() as session:
            message = await pending_message(session, message_id)
            if message is not None:
                message.status = OutboxStatus.DROPPED
                await self._settle(session, message)

    async def _go(self, due: Due, screen: Screen | None) -> None:
        # What has waited while Telegram fell ill, or was taken back, is not begun.
        if self._breaker.moment != due.moment or not await self._claim(due):
            return
        if not await self._pace.clear():
            await self._mark(due, OutboxStatus.PENDING, error="a pause")
            return
        message_id = None
        if screen is None:
            await self._set_menu(due)
        elif screen.instead is not None:
            await put_instead(self._bot, due.telegram_id, screen.instead, screen)
        else:
            chat_id, topic = screen.to_group or (due.telegram_id, None)
            sent = await send(
                self._bot, chat_id, screen, due.words, silent=due.repeated, topic=topic
            )
            message_id = sent.message_id
        self._breaker.answered()
        await self._mark(due, OutboxStatus.SENT, message_id=message_id)

    async def _render(self, due: Due) -> tuple[Due, Screen | None]:
        """The parts that fit into one message, and that; those with nothing to say have ended."""
        drawn: list[tuple[OneOf, Screen]] = []
        for part in due.parts:
            screen = await self._draw(due, part)
            if screen is not None:
                drawn.append((part, screen))
        if not drawn:
            return due, None
        said: list[OneOf] = []
        if any(part.kind == DigestMessage.kind for part, _ in drawn):
            said = [part for part, _ in drawn if manner_of(part.kind).in_digest]
        shown = [(part, screen) for part, screen in drawn if part not in said]
        screen, count = together([(part.kind, screen) for part, screen in shown])
        due = replace(due, parts=(*(part for part, _ in shown[:count]), *said))
        marked = due.repeated and screen.instead is None
        return due, repetition(screen, due.words) if marked else screen

    async def _draw(self, due: Due, part: OneOf) -> Screen | None:
        """One part as things stand now; one that can not be made does not hold up the others."""
        alone = replace(due, parts=(part,))
        try:
            async with self._transactions.looking() as work:
                person = await work.session.get_one(User, due.user_id)
                screen = None
                if not (due.repeated and is_too_late_to_repeat(work, manner_of(part.kind), person)):
                    screen = await render(Act.by(person, work), part.kind, part.payload, due.words)
        except UnreadableMessageError:
            log.warning("a message of another version", kind=part.kind)
            await self._mark(alone, OutboxStatus.DROPPED, error="unreadable")
            return None
        except Exception as error:
            if is_away(error):
                raise
            log.error("a message can not be made", kind=part.kind, exc_info=error)
            await self._mark(alone, OutboxStatus.FAILED, error=type(error).__name__)
            return None
        if screen is None:
            await self._mark(alone, OutboxStatus.DROPPED)
        return screen

    async def _set_menu(self, due: Due) -> None:
        async with self._transactions.looking() as work:
            person = await work.session.get_one(User, due.user_id)
            takes = may_take(Act.by(person, work))
        commands = [
            BotCommand(command=name, description=told)
            for name, told in commands_of(due.role, due.words, takes=takes)
        ]
        scope = BotCommandScopeChat(chat_id=due.telegram_id)
        await self._bot.set_my_commands(commands, scope=scope)

    async def _mark(
        self,
        due: Due,
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
                if is_blocked:
                    person = await session.get_one(User, due.user_id)
                    await blocked(await self._transactions.work_in(session), person)
                for part in due.parts:
                    message = await session.get(OutboxMessage, part.id)
                    if message is None or message.status in _ENDINGS:
                        continue
                    message.status, message.error = status, (error or "")[:200] or None
                    if doubt:
                        put_in_doubt(message)
                        message.retry_at = now + pause_after(message.tries)
                    if status is OutboxStatus.SENT:
                        message.sent_at, message.message_id = now, message_id
                    await self._settle(session, message)

        # What is not marked would be sent again: worth waiting for the database.
        await retry_while_database_away(partial(retry_while_conflict, mark))

    async def _settle(self, session: AsyncSession, message: OutboxMessage) -> None:
        """What follows from its end. Where that fails the mark stays all the same, or the message
        would come again: the night finds what was left."""
        ending = _ENDINGS.get(message.status)
        if ending is None or not is_settled(message.kind):
            return
        work = await self._transactions.work_in(session)
        person = await session.get_one(User, message.user_id)
        try:
            async with session.begin_nested():
                await settle(work, End(person, message, ending))
        except Exception as error:
            if is_away(error) or (isinstance(error, DBAPIError) and is_conflict(error)):
                raise
            log.error("nothing follows from a message", kind=message.kind, exc_info=error)


def put_in_doubt(message: OutboxMessage) -> None:
    """Nobody knows whether Telegram has it: once more, silently and marked."""
    message.status = OutboxStatus.PENDING
    message.repeated = True
    message.claimed_at = None
