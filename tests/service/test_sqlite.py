"""Our cursor over the driver answers as SQLAlchemy's own does, with one hand-over a statement and
none for a short one."""

import asyncio
import logging
import sqlite3
import sys
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import event, text
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.db import Database, is_away, is_conflict
from tests.databases import sqlite_url

_TABLE = "CREATE TABLE notes (id INTEGER PRIMARY KEY, word TEXT UNIQUE NOT NULL)"
_ADD = "INSERT INTO notes (word) VALUES (?)"
_COUNT = "SELECT count(*) FROM notes"
STATEMENTS: list[tuple[str, Any]] = [
    (_TABLE, ()),
    (_ADD, ("a",)),
    (_ADD, [("b",), ("c",), ("d",)]),
    (_ADD, [("e",), ("a",)]),
    (_ADD, ("a",)),
    (_ADD, (None,)),
    (_ADD, ()),
    (_ADD, (object(),)),
    ("INSERT INTO notes (word) VALUES ('f'), ('g') RETURNING id, word AS said", ()),
    ("UPDATE notes SET word = word || '!' WHERE id > ?", (2,)),
    ("UPDATE notes SET word = word || '!' WHERE id > ? RETURNING id", (2,)),
    ("DELETE FROM notes WHERE id = ?", (99,)),
    ("SELECT id, word FROM notes ORDER BY id", None),
    ("SELECT id FROM notes WHERE id = ?", (99,)),
    ("SELECT abs(-9223372036854775808)", ()),
    ("SELECT id FROM nothing", ()),
    ("SELEKT", ()),
    ("SELECT 1; SELECT 2", ()),
    ("SAVEPOINT s", ()),
    ("ROLLBACK TO s", ()),
    ("PRAGMA user_version", ()),
]


@pytest_asyncio.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """An empty database of one connection, with one table, that waits for nobody."""
    made = Database(sqlite_url(tmp_path / "ours.db"), pool_size=1)

    @event.listens_for(made.engine.sync_engine, "connect")
    def hurry(connection: Any, _: Any) -> None:
        connection.cursor().execute("PRAGMA busy_timeout=0")

    async with made.transaction() as session:
        await session.execute(text(_TABLE))
    yield made
    await made.close()


async def notes(database: Database) -> int:
    async with database.reading() as session:
        return int((await session.execute(text(_COUNT))).scalar_one())


@pytest.mark.parametrize("begun", [False, True])
async def test_it_answers_as_the_own_cursor_does(tmp_path: Path, begun: bool) -> None:
    """Also in a transaction that is open, where short statements are run at once."""
    database = Database(sqlite_url(tmp_path / "ours.db"))
    plain = create_async_engine(sqlite_url(tmp_path / "plain.db"))
    event.listen(plain.sync_engine, "connect", _never_begins)
    ours, theirs = await answers(database.engine, begun), await answers(plain, begun)
    await database.close()
    await plain.dispose()
    for asked, got, wanted in zip(STATEMENTS, ours, theirs, strict=True):
        assert got == wanted, asked


def _never_begins(connection: Any, _: Any) -> None:
    connection.isolation_level = None


async def answers(engine: AsyncEngine, begun: bool) -> list[Any]:
    async with engine.connect() as connection:
        if begun:
            await connection.exec_driver_sql("SELECT 1")
        return await connection.run_sync(
            lambda sync: [answer(sync, statement, values) for statement, values in STATEMENTS]
        )


def answer(connection: Connection, statement: str, values: Any) -> Any:
    cursor = connection.connection.cursor()
    run: Callable[..., Any] = cursor.executemany if isinstance(values, list) else cursor.execute
    try:
        run(statement) if values is None else run(statement, values)
        first = cursor.fetchone() if cursor.description else None
        rest = [*cursor.fetchmany(2), *cursor.fetchall()] if cursor.description else []
        found = (cursor.description, cursor.rowcount, cursor.lastrowid)
    except Exception as error:
        return type(error), str(error), getattr(error, "sqlite_errorname", None)
    finally:
        cursor.close()
    return found, first, rest


async def test_one_hand_over_a_statement(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "aiosqlite")

    def counted() -> int:
        told = [record for record in caplog.records if record.message.startswith("executing")]
        caplog.clear()
        return len(told)

    counted()
    async with database.transaction():
        pass
    assert counted() == 0
    async with database.transaction() as session:
        await session.execute(text("INSERT INTO notes (word) VALUES ('a')"))
        await session.execute(text(_COUNT))
    assert counted() == 1, "the commit"
    assert await notes(database) == 1
    assert counted() == 2, "a statement and the end of the look"
    async with database.transaction() as session:
        many = text("INSERT INTO notes (word) VALUES (:word)")
        await session.execute(many, [{"word": str(number)} for number in range(500)])
        counted()
        pairs = await session.execute(text("SELECT count(*) FROM notes a, notes b WHERE a.id > 0"))
        assert pairs.scalar_one() == 501 * 501
        assert counted() == 1, "it would have held up the loop"
    assert await notes(database) == 501


async def test_a_bare_connection_runs_short_statements_as_well(database: Database) -> None:
    """SQLAlchemy refuses there what was not awaited."""
    async with database.engine.connect() as connection:
        await connection.execute(text("INSERT INTO notes (word) VALUES ('a')"))
        assert (await connection.execute(text(_COUNT))).scalar_one() == 1
        assert (await connection.exec_driver_sql(_COUNT)).scalar_one() == 1


async def test_the_loop_turns_between_many_short_statements(database: Database) -> None:
    """A long transaction of them holds nobody up."""
    turns = 0

    async def turn() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    async with database.transaction() as session:
        await session.execute(text("INSERT INTO notes (word) VALUES ('a')"))
        turning = asyncio.ensure_future(turn())
        for _ in range(200):
            await session.execute(text("SELECT word FROM notes"))
        turning.cancel()
    assert turns >= 4


async def test_what_is_written_in_a_look_does_not_hold_up_the_loop(database: Database) -> None:
    """There it may wait for another writer, who needs the loop to come to an end."""
    loop_thread, writers = threading.get_ident(), set()

    def writes() -> str:
        writers.add(threading.get_ident())
        return "b"

    async with database.reading() as session:
        raw = await (await session.connection()).get_raw_connection()
        await raw.driver_connection.create_function("writes", 0, writes)  # type: ignore[union-attr]
        await session.execute(text(_COUNT))
        await session.execute(text("INSERT INTO notes (word) VALUES (writes())"))
    assert writers
    assert loop_thread not in writers


async def test_an_error_that_is_not_of_the_database_itself(database: Database) -> None:
    async with database.transaction() as session:
        await session.execute(text(_COUNT))
        with pytest.raises(OperationalError, match="decode"):
            await session.execute(text("SELECT CAST(x'ff' AS TEXT)"))


async def test_a_failed_first_statement_leaves_the_transaction_open(database: Database) -> None:
    async with database.engine.connect() as connection:
        with pytest.raises(OperationalError):
            await connection.execute(text("SELECT id FROM nothing"))
        await connection.execute(text("INSERT INTO notes (word) VALUES ('a')"))
        with pytest.raises(IntegrityError):
            await connection.execute(text("INSERT INTO notes (word) VALUES ('a')"))
        await connection.rollback()
    assert await notes(database) == 0


async def test_a_locked_file_is_worth_another_try(database: Database) -> None:
    """Nothing is ever written outside a transaction, also where it could not be opened at first."""
    path = str(database.url.database)
    async with database.engine.connect() as connection:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(DBAPIError) as caught:
                await connection.execute(text("INSERT INTO notes (word) VALUES ('a')"))
            other.execute("ROLLBACK")
        assert is_away(caught.value)
        assert is_conflict(caught.value)
        await connection.execute(text("INSERT INTO notes (word) VALUES ('a')"))
        await connection.rollback()
    assert await notes(database) == 0


async def test_the_loop_turns_while_another_process_writes(tmp_path: Path) -> None:
    """Time and again: the patience of the connection is the same afterwards."""
    database = Database(sqlite_url(tmp_path / "ours.db"), pool_size=1)
    async with database.transaction() as session:
        await session.execute(text(_TABLE))

    async def writes(word: str) -> None:
        async with database.transaction() as session:
            await session.execute(text(_ADD.replace("?", ":word")), {"word": word})

    path = str(database.url.database)
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:

        def ends(turned: threading.Event) -> bool:
            seen = turned.wait(5)
            other.execute("ROLLBACK")
            return seen

        for word in "abc":
            turned = threading.Event()
            other.execute("BEGIN IMMEDIATE")
            ending = asyncio.ensure_future(asyncio.to_thread(ends, turned))
            writing = asyncio.ensure_future(writes(word))
            for _ in range(100):
                await asyncio.sleep(0)
            turned.set()
            assert await ending, "the loop stood still until the other had given up"
            await writing
    assert await notes(database) == 3
    await database.close()


async def test_a_transaction_inside_a_transaction_is_refused_at_once(database: Database) -> None:
    """It would wait for itself; another task waits for its turn, and so does the next of this."""
    second = asyncio.Event()

    async def writes() -> None:
        async with database.transaction() as session:
            await session.execute(text("INSERT INTO notes (word) VALUES ('b')"))
        second.set()

    async with asyncio.TaskGroup() as tasks, database.transaction() as session:
        await session.execute(text("INSERT INTO notes (word) VALUES ('a')"))
        with pytest.raises(RuntimeError, match="inside a transaction"):
            await writes()
        tasks.create_task(writes())
        await asyncio.sleep(0)
        assert not second.is_set()
    assert await notes(database) == 2


async def test_who_is_cancelled_leaves_nothing(database: Database) -> None:
    """The statement goes on in the driver's thread; its connection is not used again."""
    begun, goes_on = threading.Event(), threading.Event()

    def wait() -> str:
        begun.set()
        goes_on.wait(10)
        return "a"

    async def write() -> None:
        async with database.transaction() as session:
            raw = await (await session.connection()).get_raw_connection()
            await raw.driver_connection.create_function("wait", 0, wait)  # type: ignore[union-attr]
            await session.execute(text("INSERT OR FAIL INTO notes (word) VALUES (wait())"))

    writing = asyncio.ensure_future(write())
    assert await asyncio.to_thread(begun.wait, 10)
    writing.cancel()
    await asyncio.sleep(0)
    goes_on.set()
    with pytest.raises(asyncio.CancelledError):
        await writing
    async with database.transaction() as session:
        assert (await session.execute(text(_COUNT))).scalar_one() == 0
        with pytest.raises(OperationalError, match="no such function"):
            await session.execute(text("SELECT wait()"))


async def test_a_long_result_comes_in_parts_and_of_one_moment(database: Database) -> None:
    async with database.transaction() as session:
        for number in range(5):
            await session.execute(text(f"INSERT INTO notes (word) VALUES ('{number}')"))
    with closing(sqlite3.connect(str(database.url.database), isolation_level=None)) as other:
        async with database.reading() as session:
            parts = []
            async for part in (await session.stream(text("SELECT word FROM notes"))).partitions(2):
                parts.append(len(part))
                other.execute("INSERT OR IGNORE INTO notes (word) VALUES ('z')")
            assert parts == [2, 2, 1]
            assert (await session.execute(text(_COUNT))).scalar_one() == 5
    assert await notes(database) == 6


async def test_a_closed_connection_is_known_as_lost(database: Database) -> None:
    async with database.engine.connect() as connection:
        raw = await connection.get_raw_connection()
        await raw.driver_connection.close()  # type: ignore[union-attr]
        with pytest.raises(OperationalError, match="no active connection") as caught:
            await connection.execute(text(_COUNT))
        assert is_away(caught.value)
    assert await notes(database) == 0


_LEAVES = """
import sqlite3, sys
other = sqlite3.connect(sys.argv[1])
print(*other.execute(sys.argv[2]))
other.close()
"""


async def test_another_process_that_leaves_takes_nothing_away(tmp_path: Path) -> None:
    """The last one to close a database folds its log into it and drops the log. That it is not the
    last one a process knows by the locks of the others: whoever opens and closes the file beside
    SQLite takes away those of all connections of his process."""
    path = tmp_path / "ours.db"
    shared = Database(sqlite_url(path), pool_size=2)
    async with shared.transaction() as session:
        await session.execute(text(_TABLE))
    async with shared.reading() as first, shared.reading() as second:
        for session in (first, second):
            await session.execute(text(_COUNT))
        left = await asyncio.create_subprocess_exec(sys.executable, "-c", _LEAVES, path, _COUNT)
        assert await left.wait() == 0
        assert path.with_name("ours.db-wal").exists()
    await shared.close()
