"""Two bots on one database: the second one says so and leaves it alone."""

import asyncio

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.db import Database
from bot.only_bot import AnotherBot, OnlyBot
from tests.builders import Firm

_ITS_CONNECTION = "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND classid = 5270"
_CUT = text(f"SELECT pg_terminate_backend(pid, 5000) FROM ({_ITS_CONNECTION}) AS held")


class Waits:
    """No second passes, but for the one that is to be held on to."""

    def __init__(self) -> None:
        self.looks = asyncio.Event()
        self.holds = False

    async def __call__(self, _: float) -> None:
        self.looks.set()
        if self.holds:
            await asyncio.Event().wait()


def bot_on(database: Database) -> OnlyBot:
    return OnlyBot(database, Waits())


async def test_the_second_is_refused_until_the_first_has_ended(firm: Firm) -> None:
    first, second = bot_on(firm.database), bot_on(firm.database)
    await first.take()
    if firm.database.is_sqlite:
        # The command line has locked the file by then.
        await second.take()
        return
    with pytest.raises(AnotherBot):
        await second.take()
    await first.give_up()
    await second.take()
    with pytest.raises(AnotherBot):
        await first.take()
    await second.give_up()


async def test_a_lost_connection_is_made_again_unless_another_was_sooner(firm: Firm) -> None:
    if firm.database.is_sqlite:
        return
    waits = Waits()
    first, second = OnlyBot(firm.database, waits), bot_on(firm.database)
    await first.take()
    await _cut(firm.database)
    with pytest.raises(DBAPIError):
        await first.keep()
    waits.looks.clear()
    waits.holds = True
    keeping = asyncio.create_task(first.keep())
    await waits.looks.wait()
    with pytest.raises(AnotherBot):
        await second.take()
    keeping.cancel()
    await asyncio.gather(keeping, return_exceptions=True)
    waits.holds = False
    await _cut(firm.database)
    await second.take()
    with pytest.raises(DBAPIError):
        await first.keep()
    with pytest.raises(AnotherBot):
        await first.keep()
    await second.give_up()


async def _cut(database: Database) -> None:
    """What a restart of the server does to it."""
    async with database.reading() as session:
        assert (await session.execute(_CUT)).scalar_one()
