"""A database that is locked, full or restarted is waited for; nothing else is."""

import asyncio
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from bot.db import Database, is_away
from bot.telegram import background
from bot.telegram.background import retry_while_database_away
from sandbox.patience import patient
from tests.databases import bare_postgres, bare_sqlite


def sqlite_error(name: str) -> DBAPIError:
    cause = sqlite3.OperationalError(name)
    cause.sqlite_errorname = name
    return OperationalError("INSERT", {}, cause)


async def raised(database: Database, *statements: str) -> BaseException:
    with pytest.raises(Exception) as caught:  # noqa: PT012 -- the last one raises
        async with database.engine.connect() as connection:
            for statement in statements:
                await connection.execute(text(statement))
    return caught.value


async def test_a_full_and_a_read_only_file_are_away(tmp_path: Path) -> None:
    async with bare_sqlite(tmp_path) as database:
        assert not is_away(await raised(database, "SELECT * FROM nowhere"))
        fill = "CREATE TABLE more AS SELECT hex(zeroblob(900000)) AS x"
        assert is_away(await raised(database, "PRAGMA max_page_count = 1", fill))
        assert is_away(await raised(database, "PRAGMA query_only = 1", fill))


async def test_a_server_that_ends_the_connection_is_away() -> None:
    async with bare_postgres() as database:
        assert is_away(await raised(database, "SELECT pg_terminate_backend(pg_backend_pid())"))
        assert not is_away(await raised(database, "SELECT * FROM nowhere"))
        assert not is_away(await raised(database, "SELECT 1 / 0"))
    assert is_away(await raised(Database("postgresql+asyncpg://a:b@127.0.0.1:1/c"), "SELECT 1"))


@pytest.mark.parametrize("name", ["SQLITE_BUSY", "SQLITE_FULL", "SQLITE_IOERR_WRITE"])
async def test_what_lasts_begins_anew_until_the_database_is_back(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background, "_FIRST_PAUSE", 0.001)
    left = [sqlite_error(name)] * 3

    async def run() -> None:
        if left:
            raise left.pop()

    await retry_while_database_away(run)
    assert not left


async def test_any_other_error_ends_it() -> None:
    async def run() -> None:
        raise IntegrityError("INSERT", {}, sqlite3.IntegrityError("UNIQUE"))

    with pytest.raises(IntegrityError):
        await asyncio.wait_for(retry_while_database_away(run), patient(5))
