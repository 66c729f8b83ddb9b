"""One update of somebody's own account: whose it is, and nothing that is ever said there."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from sqlalchemy.ext.asyncio import AsyncSession

from bot.method.inbound.business import BusinessRight, ConnectionSaid, read_connection
from bot.models.business import connection_of, forget_words
from bot.models.inbox import Waiting, mark_handled
from bot.services.inbound.business.connections import hear_connection, hear_of_nobody
from bot.telegram.calls.plain import edit_text
from bot.telegram.context import ConnectionNeeded, Redrawn
from bot.telegram.keyboard import plain_keys
from bot.telegram.updates.incoming import read
from bot.transactions import Transactions

log = structlog.get_logger(__name__)


_PAUSES = (0.5, 1.0, 2.0, 4.0)
"""Seconds between the tries to ask; the line of the connection waits meanwhile."""
_LONGEST_ID = 128


@dataclass(frozen=True)
class AskedConnection:
    """What Telegram says of a connection; None: it knows none."""

    said: ConnectionSaid | None


async def owner_of(
    transactions: Transactions,
    session: AsyncSession,
    row: Waiting,
    raw: dict[str, Any],
    asked: AskedConnection | None,
) -> int | None:
    """The account whose update it is; None for nobody's, or where the connection has ended.

    Raises ConnectionNeeded where the bot has never heard of the connection and has not `asked`.
    """
    if "business_connection" in raw:
        said = read_connection(raw["business_connection"])
        return None if said is None else said.telegram_id
    connection_id = (read(raw).connection_id or "")[:_LONGEST_ID]
    known = await connection_of(session, connection_id)
    if known is None:
        if asked is None:
            raise ConnectionNeeded(connection_id)
        work = await transactions.work_in(session)
        if asked.said is None:
            await hear_of_nobody(work, connection_id, row.id)
        else:
            await hear_connection(work, asked.said, row.id)
        known = await connection_of(session, connection_id)
    return known.telegram_id if known is not None and known.enabled else None


async def ask_connection(bot: Bot, connection_id: str) -> AskedConnection:
    """Ask Telegram whose connection it is; a Telegram that is sick is asked again."""
    for pause in (*_PAUSES, None):
        try:
            found = await bot.get_business_connection(connection_id)
        except TelegramBadRequest:
            return AskedConnection(None)
        except (TelegramNetworkError, TelegramServerError, TelegramRetryAfter):
            if pause is None:
                raise
            await asyncio.sleep(pause)
            continue
        granted = found.rights or found
        rights = frozenset(right for right in BusinessRight if getattr(granted, right, None))
        said = ConnectionSaid(found.id, found.user.id, found.is_enabled, rights, found.date)
        return AskedConnection(said)
    raise RuntimeError("the last try has no pause")


async def end(session: AsyncSession, row: Waiting, raw: dict[str, Any], at: datetime) -> None:
    """The update is handled, and what people have written to each other is not kept with it."""
    await mark_handled(session, row.id, at)
    await forget_words(session, row.id, raw["update_id"])


async def redraw(bot: Bot, redrawn: Redrawn) -> None:
    """Edit the card; what comes of it is only logged."""
    try:
        screen = redrawn.screen
        await edit_text(bot, redrawn.chat_id, redrawn.message_id, screen.text, plain_keys(screen))
    except (TelegramAPIError, ClientDecodeError) as error:
        log.info("a card stays as it is", error=type(error).__name__)
