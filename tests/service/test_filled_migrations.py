"""A base in use goes up to this release and back with a row in every table."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
import sqlalchemy as sa

from bot.db import Database
from bot.migrate import downgrade, migrate, version, versions
from tests.databases import bare_postgres, bare_sqlite

_BEFORE = "0029"
_WORDS = {
    ("users", "role"): "manager",
    ("clients", "status"): "active",
    ("deals", "status"): "open",
    ("tasks", "status"): "open",
}
"""Where a word decides which rows an index holds."""


@pytest_asyncio.fixture(params=["sqlite", "postgres"])
async def bare(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    make = bare_sqlite(tmp_path) if request.param == "sqlite" else bare_postgres()
    async with make as database:
        yield database


def fill(connection: sa.Connection) -> dict[str, int]:
    """One row in every table, each pointing at the others' first."""
    tables = sa.MetaData()
    tables.reflect(connection)
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("SET session_replication_role = replica"))
    else:
        connection.execute(sa.text("PRAGMA defer_foreign_keys = ON"))
    counts = {}
    for table in tables.tables.values():
        if table.name != "alembic_version":
            connection.execute(table.insert().values(**row_of(table)))
            counts[table.name] = 1
    return counts


def row_of(table: sa.Table) -> dict[str, Any]:
    return {column.name: value_of(table, column) for column in table.columns}


def value_of(table: sa.Table, column: sa.Column[Any]) -> Any:
    if (table.name, column.name) in _WORDS:
        return _WORDS[table.name, column.name]
    if column.foreign_keys or column.name == "id":
        return 1
    match column.type:
        case sa.JSON():
            return {}
        case sa.Boolean():
            return True
        case sa.Integer():
            return 1
        case sa.DateTime():
            moment = datetime(2026, 11, 24, 9, tzinfo=UTC)
            return moment if column.type.timezone else moment.replace(tzinfo=None)
        case sa.Date():
            return date(2026, 11, 24)
        case sa.Time():
            return time(9)
        case sa.LargeBinary():
            return b"x"
    return "x"


def counted(connection: sa.Connection, names: list[str]) -> dict[str, int]:
    return {
        name: connection.scalar(sa.text(f'SELECT count(*) FROM "{name}"')) or 0 for name in names
    }


async def test_a_filled_base_goes_up_and_back_and_loses_no_row(bare: Database) -> None:
    await migrate(bare, _BEFORE)
    async with bare.engine.begin() as connection:
        filled = await connection.run_sync(fill)
    await migrate(bare)
    assert await version(bare) == versions()[-1]
    async with bare.engine.begin() as connection:
        assert await connection.run_sync(counted, list(filled)) == filled
    await downgrade(bare, _BEFORE)
    async with bare.engine.begin() as connection:
        assert await connection.run_sync(counted, list(filled)) == filled
    await migrate(bare)
    async with bare.engine.begin() as connection:
        assert await connection.run_sync(counted, list(filled)) == filled
