"""Databases for tests: an SQLite file, or a PostgreSQL database, with the schema or without."""

import shutil
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

import aiosqlite
import asyncpg
from sqlalchemy import event
from sqlalchemy.engine.interfaces import DBAPIConnection, Dialect
from sqlalchemy.pool import ConnectionPoolEntry

from bot.db import Database
from bot.migrate import migrate
from sandbox.patience import patient
from tests.postgres import server

_STATEMENT = 60.0
"""Seconds that a statement of an admin takes at most on an idle machine."""


def postgres_url(name: str) -> str:
    """The address of a database on that server."""
    address: str = server().get_uri(name)
    return address.replace("postgresql://", "postgresql+asyncpg://")


_T = TypeVar("_T")

_EMPTY = """
DO $$
DECLARE
    name text;
    filled boolean;
BEGIN
    SET LOCAL session_replication_role = replica;
    FOR name IN SELECT tablename FROM pg_tables
        WHERE schemaname = 'public' AND tablename <> 'alembic_version'
    LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM %I)', name) INTO filled;
        IF filled THEN
            EXECUTE format('DELETE FROM %I', name);
        END IF;
    END LOOP;
    PERFORM setval(format('%I.%I', schemaname, sequencename)::regclass, 1, false)
        FROM pg_sequences WHERE last_value IS NOT NULL;
END $$
"""
"""No rows, and numbers from one again: migrations leave no rows, so that is a new database."""


_ALONE = """
SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
"""A test that failed may have left connections, and what they have locked, behind."""


async def _administer(*statements: str, name: str = "postgres") -> None:
    """Run the statements, each outside a transaction."""
    connection = await asyncpg.connect(
        server().get_uri(name), timeout=patient(_STATEMENT), command_timeout=patient(_STATEMENT)
    )
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


_kept: list[str] = []


@asynccontextmanager
async def empty_postgres() -> AsyncIterator[Database]:
    """The migrated PostgreSQL database of this process, emptied, much sooner than a new one."""
    if not _kept:
        await _administer("CREATE DATABASE kept")
        # Nobody pulls the plug in a test.
        await _administer("ALTER DATABASE kept SET synchronous_commit = off")
        await _migrated(postgres_url("kept"))
        _kept.append(postgres_url("kept"))
    # The first time as well: migrations have counted some numbers on.
    await _administer(_ALONE, _EMPTY, name="kept")
    async with _opened(_kept[0]) as database:
        yield database


@asynccontextmanager
async def bare_postgres() -> AsyncIterator[Database]:
    """An own PostgreSQL database without a schema, dropped at the end."""
    name = f"test_{uuid4().hex[:12]}"
    await _administer(f"CREATE DATABASE {name}")
    try:
        async with _opened(postgres_url(name)) as database:
            yield database
    finally:
        await _administer(f"DROP DATABASE {name} WITH (FORCE)")


_sqlite: list[Path] = []


@asynccontextmanager
async def empty_sqlite(folder: Path) -> AsyncIterator[Database]:
    """An own SQLite file, migrated."""
    if not _sqlite:
        path = Path(tempfile.mkdtemp(prefix="sqlite-template-")) / "bot.db"
        await _migrated(sqlite_url(path))
        _sqlite.append(path)
    shutil.copy(_sqlite[0], folder / "bot.db")
    async with bare_sqlite(folder) as database:
        yield database


@asynccontextmanager
async def bare_sqlite(folder: Path) -> AsyncIterator[Database]:
    """An own SQLite file without a schema, or with that of the file that is there."""
    async with _opened(sqlite_url(folder / "bot.db")) as database:
        yield database


class _InOneThread(aiosqlite.Connection):
    """Runs every statement where it is asked for."""

    async def _execute(self, fn: Callable[..., _T], *args: Any, **kwargs: Any) -> _T:
        return fn(*args, **kwargs)


def hurry(database: Database) -> None:
    """Let a long story on an SQLite file of its own, with nobody else at it, take less time: most
    of a statement's is the way to the driver's thread and back. Nobody pulls the plug in a test."""

    @event.listens_for(database.engine.sync_engine, "do_connect")
    def connect(
        dialect: Dialect, _: ConnectionPoolEntry, args: list[Any], kwargs: dict[str, Any]
    ) -> DBAPIConnection:
        (path,) = args

        def opened(**asked: Any) -> aiosqlite.Connection:
            options = kwargs | asked | {"check_same_thread": False}
            return _InOneThread(partial(sqlite3.connect, path, **options), 64)

        return dialect.connect(async_creator_fn=opened)

    @event.listens_for(database.engine.sync_engine, "connect")
    def trust(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA synchronous=OFF")
        cursor.close()


def sqlite_url(path: Path) -> str:
    """The address of a file."""
    return f"sqlite+aiosqlite:///{path}"


async def _migrated(url: str) -> None:
    async with _opened(url) as database:
        await migrate(database)


@asynccontextmanager
async def _opened(url: str) -> AsyncIterator[Database]:
    database = Database(url)
    try:
        yield database
    finally:
        await database.close()
