"""One bot at a time works with a PostgreSQL database: two would send by two accounts, or faster
than Telegram allows, and answer one chat out of order. On SQLite `bot.cli.lock` sees to it."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db import Database

log = structlog.get_logger(__name__)

_TAKE = text("SELECT pg_try_advisory_lock(5270, 1)")
"""Held by the connection until that ends, however it does."""
_STILL_THERE = text("SELECT 1")
_NOTICED_SOON = (
    text("SET tcp_keepalives_idle = 10"),
    text("SET tcp_keepalives_interval = 5"),
    text("SET tcp_keepalives_count = 3"),
)
"""The server notices within half a minute that the machine of a bot is gone: another is let in."""
_TRIES, _PAUSE = 15, 0.2
"""For so many seconds in all: the server may not have seen yet that the bot before has ended."""
_LOOK_EVERY = 5.0


class AnotherBot(Exception):
    """Another process works with the database."""


class OnlyBot:
    """Holds the place of the one bot; nothing to hold on SQLite."""

    def __init__(
        self, database: Database, wait: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self._database = database
        self._wait = wait
        self._connection: AsyncConnection | None = None

    async def take(self) -> None:
        """Be the one; AnotherBot where another is."""
        if self._database.is_sqlite:
            return
        opened = await self._database.engine.connect()
        connection = await opened.execution_options(isolation_level="AUTOCOMMIT")
        try:
            for statement in _NOTICED_SOON:
                await connection.execute(statement)
            for _ in range(_TRIES):
                if await connection.scalar(_TAKE):
                    self._connection = connection
                    return
                await self._wait(_PAUSE)
        finally:
            if self._connection is None:
                await _close(connection)
        log.error("another bot works with this database")
        raise AnotherBot

    async def keep(self) -> None:
        """Look for ever whether it is still so. Where the connection was lost the error is raised,
        and the next call takes the place again: AnotherBot where another was sooner."""
        if self._connection is None:
            await self.take()
        while self._connection is not None:
            await self._wait(_LOOK_EVERY)
            try:
                await self._connection.execute(_STILL_THERE)
            except Exception:
                await self.give_up()
                raise

    async def give_up(self) -> None:
        """Let another be it."""
        connection, self._connection = self._connection, None
        if connection is not None:
            await _close(connection)


async def _close(connection: AsyncConnection) -> None:
    """For good: in the pool it would go on holding."""
    await connection.invalidate()
    await connection.close()
