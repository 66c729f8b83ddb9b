"""The vocabulary of the end-to-end stories: a company at work, in the words of its people."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import text

from bot.db import Database
from demo.company import Company, hire
from demo.stage import Stage, stage
from sandbox import Memory
from sandbox.patience import patient
from tests.forked import fork


@dataclass(frozen=True)
class World:
    """The stage with the sample company on it; the database is looked at from outside."""

    stage: Stage
    people: Company
    url: str
    """Of the database."""

    async def at(self, moment: str) -> None:
        """Move the clock and wait until everything due has been done."""
        await self.stage.at(moment)

    async def rows(self, query: str, **values: Any) -> list[tuple[Any, ...]]:
        """What the database holds now, through a session of our own."""
        database = Database(self.url)
        try:
            async with database.reading() as session:
                found = await session.execute(text(query), values)
                return [tuple(row) for row in found.all()]
        finally:
            await database.close()

    async def change(self, statement: str, **values: Any) -> None:
        """Change the database from outside, as an admin of it would."""
        database = Database(self.url)
        try:
            async with database.transaction() as session:
                await session.execute(text(statement), values)
        finally:
            await database.close()

    async def marked(self) -> None:
        """Wait until the bot knows what has become of every message that it has begun to send."""
        await self.has("outbox", "status = 'claimed'", count=0)

    async def has(self, table: str, where: str, *, count: int) -> None:
        """Wait until so many rows of the table are so; AssertionError where that does not come."""

        async def there() -> bool:
            return await self.count(table, where) == count

        await until(there, f"{table}: {count} where {where}", lambda: self.stage.bot.output)

    async def count(self, table: str, where: str = "1 = 1") -> int:
        """How many rows of the table are so."""
        return int((await self.rows(f"SELECT count(*) FROM {table} WHERE {where}"))[0][0])


async def until(
    condition: Callable[[], Awaitable[object]],
    what: str,
    said: Callable[[], str] = str,
    seconds: float = 60.0,
) -> None:
    """Look again and again whether something is so in another process.

    AssertionError with what that has `said` where it does not become so within the seconds of a
    machine that has nothing else to do.
    """
    try:
        async with asyncio.timeout(patient(seconds)):
            while not await condition():  # noqa: ASYNC110  its own process
                await asyncio.sleep(0.02)
    except TimeoutError:
        raise AssertionError(f"not so: {what}\n{said()[-2000:]}") from None


@dataclass(frozen=True)
class _Hired:
    """The company once everybody has come in: the database, and what their Telegram showed."""

    database: bytes
    memory: Memory


_TICKS = {"TICK_SECONDS": "0.2"}
"""Few in a second, for each looks at all that may be due: at more the bot would do little else."""

_hired: list[_Hired] = []
"""Hiring is the same each time, so a test process goes through it once."""


@asynccontextmanager
async def world(folder: Path, **settings: str) -> AsyncIterator[World]:
    """Monday, eight in the morning: everybody has come in, nobody has a client yet."""
    if not _hired:
        first = folder / "hiring"
        first.mkdir()
        async with stage(first, launch=fork, **_TICKS) as set_up:
            await hire(set_up)
            _hired.append(await _snapshot(set_up))
    (hired,) = _hired
    (folder / "bot.db").write_bytes(hired.database)
    told = _TICKS | settings
    async with stage(folder, memory=hired.memory, launch=fork, **told) as set_up:
        yield World(set_up, Company(*set_up.box.people), _url(folder))


@asynccontextmanager
async def world_on(url: str, folder: Path) -> AsyncIterator[World]:
    """The same on another database, which is empty: everybody comes in anew."""
    async with stage(folder, launch=fork, DATABASE_URL=url, **_TICKS) as set_up:
        yield World(set_up, await hire(set_up), url)


def _url(folder: Path) -> str:
    return f"sqlite+aiosqlite:///{folder / 'bot.db'}"


async def _snapshot(set_up: Stage) -> _Hired:
    copy = set_up.folder / "hired.db"
    database = Database(_url(set_up.folder))
    try:
        async with database.engine.connect() as connection:
            raw = await connection.get_raw_connection()
            await raw.driver_connection.execute(f"VACUUM INTO '{copy}'")
    finally:
        await database.close()
    return _Hired(copy.read_bytes(), set_up.box.remember())
