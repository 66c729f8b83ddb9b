"""What a statement costs: a prepared look at one row in an open transaction, and a whole small
transaction that writes, by our driver, by SQLAlchemy's own, and by sqlite3 without any of it."""

import asyncio
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, bindparam, column, event, select, table, update
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.db import Database

ROUNDS = 5
TIMES = 1000
_NOTES = table("notes", column("id"), column("word"))
_LOOK = select(_NOTES.c.id, _NOTES.c.word).where(_NOTES.c.id == bindparam("which"))
_BARE_LOOK = "SELECT id, word FROM notes WHERE id = ?"
_CHANGE = update(_NOTES).where(_NOTES.c.id == bindparam("which")).values(word=bindparam("said"))


async def measure() -> dict[str, float]:
    """Microseconds, the medians of rounds that take turns, and how many times quicker ours is."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "notes.db"
        _fill(path)
        url = f"sqlite+aiosqlite:///{path}"
        database, plain = Database(url), create_async_engine(url)
        _as_it_was(plain.sync_engine)
        ways: dict[str, Callable[[], Awaitable[float]]] = {
            "look, ours us": lambda: looks(database.engine),
            "look, SQLAlchemy's us": lambda: looks(plain),
            "look, sqlite3 us": lambda: asyncio.to_thread(_bare_looks, path),
            "writing, ours us": lambda: writes(database.engine),
            "writing, SQLAlchemy's us": lambda: writes(plain),
        }
        took: dict[str, list[float]] = {way: [] for way in ways}
        for _ in range(ROUNDS):
            for way, run in ways.items():
                took[way].append(await run())
        await database.close()
        await plain.dispose()
    figures = {way: statistics.median(times) * 1e6 for way, times in took.items()}
    for kind in ("look", "writing"):
        figures[f"{kind}, ratio"] = (
            figures[f"{kind}, SQLAlchemy's us"] / figures[f"{kind}, ours us"]
        )
    return figures


async def looks(engine: AsyncEngine) -> float:
    """Seconds of one look."""
    async with engine.connect() as connection:
        await connection.execute(_LOOK, {"which": 1})
        start = time.perf_counter()
        for number in range(TIMES):
            (await connection.execute(_LOOK, {"which": number % 100})).all()
        return (time.perf_counter() - start) / TIMES


async def writes(engine: AsyncEngine) -> float:
    """Seconds of a transaction that changes one row; it is rolled back, so that the disk, which is
    the same for all, is left out."""
    start = time.perf_counter()
    for number in range(TIMES):
        async with engine.connect() as connection:
            await connection.execute(_CHANGE, {"which": number % 100, "said": str(number)})
            await connection.rollback()
    return (time.perf_counter() - start) / TIMES


def _bare_looks(path: Path) -> float:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        start = time.perf_counter()
        for number in range(TIMES):
            connection.execute(
                "SELECT id, word FROM notes WHERE id = ?", (number % 100,)
            ).fetchall()
        return (time.perf_counter() - start) / TIMES


def _fill(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, word TEXT)")
        connection.executemany("INSERT INTO notes VALUES (?, ?)", [(n, "a") for n in range(100)])
        connection.commit()


def _as_it_was(engine: Engine) -> None:
    """Transactions as the bot's, the usual way."""

    @event.listens_for(engine, "connect")
    def never_begins(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


if __name__ == "__main__":
    for title, value in asyncio.run(measure()).items():
        print(f"{title:26} {value:8.2f}")
