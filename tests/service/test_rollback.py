"""The drill of docs/operator.md on both databases: copy, new release, and back to the old one."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import text

from bot.cli.copies import run_backup, run_restore
from bot.db import Database
from bot.migrate import migrate, version, versions
from bot.views.words import Words
from tests.databases import bare_postgres, bare_sqlite
from tests.service.test_copies import PROGRAMS

OLD = versions()[-2]


@pytest_asyncio.fixture(params=["sqlite", "postgres"])
async def old_release(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Database]:
    """A database as the release before this one has left it."""
    monkeypatch.setenv("PATH", f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}")
    make = bare_sqlite(tmp_path) if request.param == "sqlite" else bare_postgres()
    async with make as database:
        await migrate(database, OLD)
        await _name_team(database, "Продажи")
        yield database


async def test_back_to_the_old_release_by_its_copy(old_release: Database, tmp_path: Path) -> None:
    copy, words = tmp_path / "copies" / "before", Words("ru")
    assert await run_backup(old_release, copy, words) == 0
    await migrate(old_release)
    assert await version(old_release) == versions()[-1]
    await _name_team(old_release, "Опт")
    await old_release.close()
    assert await run_restore(old_release, copy, words) == 0
    assert await version(old_release) == OLD
    assert await _teams(old_release) == ["Продажи"]
    await migrate(old_release)
    assert await _teams(old_release) == ["Продажи"], "and the new release takes it once more"


async def _name_team(database: Database, name: str) -> None:
    async with database.transaction() as session:
        await session.execute(text("INSERT INTO teams (name) VALUES (:name)"), {"name": name})


async def _teams(database: Database) -> list[str]:
    async with database.reading() as session:
        return list(await session.scalars(text("SELECT name FROM teams ORDER BY id")))
