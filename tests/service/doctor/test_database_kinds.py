"""What the doctor says of databases that are of the wrong kind, full, or not yet up."""

import asyncio
import sqlite3
import struct
from collections.abc import AsyncIterator
from contextlib import closing
from uuid import uuid4

import pytest
import pytest_asyncio
from sqlalchemy import text

from bot.cli.doctor.finding import Health
from bot.cli.doctor.server import sqlite_findings
from bot.clock import MovableClock
from bot.db import Database
from bot.migrate import migrate
from tests.databases import bare_postgres, bare_sqlite
from tests.service.doctor.test_database import findings, told


@pytest_asyncio.fixture
async def server() -> AsyncIterator[Database]:
    async with bare_postgres() as base:
        yield base


async def test_a_file_where_writing_ahead_is_not_to_be_had(tmp_path) -> None:
    """On a file system without shared memory; SQLite has one for trying that."""
    async with bare_sqlite(tmp_path) as base:
        await migrate(base)
        await base.close()
    with closing(sqlite3.connect(tmp_path / "bot.db")) as file:
        file.execute("PRAGMA journal_mode=DELETE")
    plain = Database(f"sqlite+aiosqlite:///file:{tmp_path}/bot.db?vfs=unix-none&uri=true")
    assert [each async for each in _of(plain)] == [("no-wal", Health.WRONG, {"mode": "delete"})]


async def _of(base: Database):
    async with base.engine.connect() as connection:
        async for each in sqlite_findings(connection):
            yield each.code, each.health, each.facts
    await base.close()


async def test_a_server_without_a_free_connection(server: Database, clock: MovableClock) -> None:
    name = f"one_{uuid4().hex[:8]}"
    await told(server, f"CREATE ROLE {name} LOGIN CONNECTION LIMIT 0")
    late = Database(server.url.set(username=name).render_as_string(hide_password=False))
    try:
        assert (await findings(late, clock)).keys() == {"database-full"}
    finally:
        await late.close()
        await told(server, f"DROP ROLE {name}")


async def test_a_database_of_another_encoding(server: Database, clock: MovableClock) -> None:
    name = f"{server.url.database}_bytes"
    async with server.engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.execute(
            text(
                f"CREATE DATABASE {name} ENCODING 'SQL_ASCII' TEMPLATE template0"
                " LC_COLLATE 'C' LC_CTYPE 'C'"
            )
        )
        other = Database(server.url.set(database=name).render_as_string(hide_password=False))
        try:
            found = await findings(other, clock)
        finally:
            await other.close()
            await connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    assert found["postgres-encoding"].facts == {"found": "SQL_ASCII"}


@pytest.mark.parametrize(("state", "code"), [("57P03", "database-starting"), ("58000", "database")])
async def test_a_server_that_is_not_yet_up(clock: MovableClock, state: str, code: str) -> None:
    """A server answers so for a moment only: here one that answers nothing else."""

    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1024)
        said = f"SFATAL\0C{state}\0Mthe database system is starting up\0\0".encode()
        writer.write(b"E" + struct.pack("!I", len(said) + 4) + said)
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(refuse, "127.0.0.1", 0) as starting:
        port = starting.sockets[0].getsockname()[1]
        base = Database(f"postgresql+asyncpg://a:b@127.0.0.1:{port}/c?ssl=disable")
        try:
            assert (await findings(base, clock)).keys() == {code}
        finally:
            await base.close()
