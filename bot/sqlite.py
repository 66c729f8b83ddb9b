"""SQLite with one hand-over to the driver's thread per statement, and none for most short ones.

SQLAlchemy's own cursor over aiosqlite goes to that thread four times: to make a cursor, to execute,
to fetch, to close. Here a statement, its rows and the BEGIN before the first one go together. It
stands on public parts: `create_async_engine(module=...)`, `aiosqlite.connect(factory=...)` and
`aiosqlite.Connection.execute_fetchall`, which calls our `execute` and `fetchall` in its thread.

In a transaction that is open a short statement is run at once, where it was asked for: a hand-over
takes ten times as long as a look at a row. Nothing there can wait for another writer or for the
disk to be flushed, which only BEGIN IMMEDIATE and COMMIT do; so what would be written in a
transaction that was opened to look is handed over. BEGIN IMMEDIATE itself is tried at once, without
waiting, and handed over where another process writes. A look counts as short as long as it takes
few steps: one that takes more is stopped, and handed over from its beginning. After so many in a
row one is handed over however short it is: meanwhile the loop turns.
"""

import re
import sqlite3
from collections import deque
from typing import Any, NamedTuple

import aiosqlite
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
    AsyncAdapt_aiosqlite_ss_cursor,
)

LOOKING, WRITING = "BEGIN", "BEGIN IMMEDIATE"
"""How a transaction is opened."""
_STEPS = 50_000
"""Of SQLite's machine; a look may take once to twice as many, which hold up the loop for a few
milliseconds at most."""
_IN_A_ROW = 32
"""Short statements that nothing else of the loop comes between."""
_VALUES = 100
"""More than so many are of many rows."""
_SHORT = re.compile(
    r"SELECT |INSERT INTO \w+ \([^()]*\) VALUES \(|UPDATE \w+ SET [^()]* WHERE \w+\.id = \?$"
)
"""Looks, new rows, and changes of one row by its number."""


class _Asked(NamedTuple):
    """What goes to the driver's thread beside the statement: how to open the
    transaction, whether the values are many rows of values, and the values."""

    begin: str | None
    many: bool
    values: Any


class _Answered(NamedTuple):
    """What comes back: all there is to know of the statement, whose cursor is closed already, and
    the connection it was run on."""

    description: Any
    rows: list[Any]
    rowcount: int
    lastrowid: Any
    driver: sqlite3.Connection


class _WholeCursor(sqlite3.Cursor):
    """Lives for one statement."""

    def fetchall(self) -> list[Any]:
        """One `_Answered`, in a list for the driver's sake."""
        try:
            rows = super().fetchall() if self.description else []
            return [
                _Answered(self.description, rows, self.rowcount, self.lastrowid, self.connection)
            ]
        finally:
            self.close()


class _Driver(sqlite3.Connection):
    """The driver's connection, which also takes a whole statement at once."""

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        if not isinstance(parameters, _Asked):
            return super().execute(sql, parameters)
        if parameters.begin is not None:
            super().execute(parameters.begin)
        cursor = self.cursor(_WholeCursor)
        if parameters.many:
            return cursor.executemany(sql, parameters.values)
        return cursor.execute(sql, parameters.values)


def _looks(statement: str) -> bool:
    return statement.startswith("SELECT ")


def _opened_at_once(driver: sqlite3.Connection) -> bool:
    """Open a transaction that writes, unless that would have to wait for another writer."""
    (patience,) = driver.execute("PRAGMA busy_timeout").fetchone()
    driver.execute("PRAGMA busy_timeout=0").close()
    try:
        driver.execute(WRITING)
    except sqlite3.OperationalError:
        # Whatever it is, it is told by who opens it in earnest.
        return False
    finally:
        driver.execute(f"PRAGMA busy_timeout={patience}").close()
    return True


async def _at_once(driver: sqlite3.Connection, statement: str, values: Any) -> _Answered | None:
    """Run the statement here; None where it is a look that takes too long. It waits for nothing,
    but SQLAlchemy takes a driver that is never awaited for one that blocks."""
    looks = _looks(statement)
    if looks:
        # Asked after so many steps of the statement, those of its runs before included: the first
        # answer lets it go on, the second one stops it.
        driver.set_progress_handler([1, 0].pop, _STEPS)
    try:
        (answer,) = driver.execute(statement, _Asked(None, False, values)).fetchall()
    except sqlite3.OperationalError as error:
        # Python has errors of its own of this class, without a code.
        if looks and getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            return None
        raise
    finally:
        if looks:
            driver.set_progress_handler(None, 0)
    found: _Answered = answer
    return found


class _Cursor(AsyncAdapt_aiosqlite_cursor):
    """SQLAlchemy's cursor; it holds all rows from the start."""

    __slots__ = ()
    _adapt_connection: "SqliteConnection"

    def execute(self, operation: Any, parameters: Any = None) -> None:
        answer = self._adapt_connection.ask(operation, () if parameters is None else parameters)
        self.description = answer.description
        # As SQLAlchemy's own has it: no count where there are rows.
        with_rows = answer.description is not None
        self.rowcount = -1 if with_rows else answer.rowcount
        self.lastrowid = -1 if with_rows else answer.lastrowid
        self._rows = deque(answer.rows)

    def executemany(self, operation: Any, seq_of_parameters: Any) -> None:
        answer = self._adapt_connection.ask(operation, seq_of_parameters, many=True)
        self.description = None
        self.rowcount, self.lastrowid = answer.rowcount, answer.lastrowid


class _StreamingCursor(AsyncAdapt_aiosqlite_ss_cursor):
    """For results too large to be held: SQLAlchemy's own, with the transaction opened before."""

    __slots__ = ()
    _adapt_connection: "SqliteConnection"

    def execute(self, operation: Any, parameters: Any = None) -> None:
        self._adapt_connection.open()
        super().execute(operation, parameters)


class SqliteConnection(AsyncAdapt_aiosqlite_connection):
    """A connection as SQLAlchemy's pool holds it.

    A transaction is opened with its first statement, so one without statements costs nothing, nor
    does the rollback of the pool after a commit.
    """

    __slots__ = ("_begin", "_driver", "_in_a_row", "_writes")

    def __init__(self, dbapi: Any, connection: Any) -> None:
        super().__init__(dbapi, connection)
        self._begin: str | None = None
        self._writes = False
        """Whether the transaction has the right to write from its beginning."""
        self._in_a_row = 0
        self._driver: sqlite3.Connection | None = None
        """None while the driver's thread is at work on it, and after somebody was cancelled so."""

    def cursor(self, server_side: bool = False) -> AsyncAdapt_aiosqlite_cursor:
        return _StreamingCursor(self) if server_side else _Cursor(self)

    def begin(self, statement: str) -> None:
        """The next statement comes in a transaction that is opened like this."""
        self._begin = statement
        self._writes = statement == WRITING

    def open(self) -> None:
        """Open the transaction now, if it is not."""
        if self._begin is not None:
            self.ask("SELECT 1", ())

    def ask(self, statement: str, values: Any, *, many: bool = False) -> _Answered:
        """Run the statement to its end, all rows included; raises what the driver raises.

        Who is cancelled meanwhile leaves it running: SQLAlchemy gives such a connection up.
        """
        try:
            is_open = self._is_open()
            driver = self._driver
            if driver is not None and not many and self._is_short(statement, values):
                if not is_open and self._begin == WRITING:
                    is_open = _opened_at_once(driver)
                answer = self._run_at_once(driver, statement, values) if is_open else None
                if answer is not None:
                    return answer
            answer = self._handed_over(statement, _Asked(self._opening(is_open), many, values))
        except Exception as error:
            self._handle_exception(error)
        # Not before: after a first statement that failed the next one looks whether to open.
        self._begin = None
        return answer

    def _run_at_once(
        self, driver: sqlite3.Connection, statement: str, values: Any
    ) -> _Answered | None:
        self._in_a_row += 1
        answer = self.await_(_at_once(driver, statement, values))
        if answer is not None:
            self._begin = None
        return answer

    def _is_short(self, statement: str, values: Any) -> bool:
        if self._in_a_row >= _IN_A_ROW or not (self._writes or _looks(statement)):
            return False
        return len(values) <= _VALUES and _SHORT.match(statement) is not None

    def _opening(self, is_open: bool) -> str | None:
        return None if is_open else self._begin

    def _handed_over(self, statement: str, asked: Any) -> _Answered:
        self._driver, self._in_a_row = None, 0
        (answer,) = self.await_(self._connection.execute_fetchall(statement, asked))
        found: _Answered = answer
        self._driver = found.driver
        return found

    def commit(self) -> None:
        if self._ends():
            super().commit()  # house: the way of `bot/db.py` into the driver

    def rollback(self) -> None:
        if self._ends():
            super().rollback()  # house: the way of `bot/db.py` into the driver

    def _ends(self) -> bool:
        """Whether there is a transaction to end; the loop turns meanwhile."""
        self._begin, self._in_a_row = None, 0
        try:
            return self._is_open()
        except Exception as error:
            self._handle_exception(error)

    def _is_open(self) -> bool:
        """Asked without going to the driver's thread; ValueError where the connection is closed."""
        found: bool = self._connection.in_transaction
        return found


class _Module(AsyncAdapt_aiosqlite_dbapi):
    """What SQLAlchemy takes for the driver."""

    def connect(self, *arg: Any, **kw: Any) -> SqliteConnection:
        # Transactions are opened by us, never by the driver.
        kw |= {"factory": _Driver, "isolation_level": None, "check_same_thread": False}
        plain = super().connect(*arg, **kw)
        return SqliteConnection(self, plain.driver_connection)


driver = _Module(aiosqlite, sqlite3)
