"""SQLite with one hand-over to the driver's thread per statement.

SQLAlchemy's own cursor over aiosqlite goes to that thread four times: to make a cursor, to execute,
to fetch, to close. Here a statement, its rows and the BEGIN before the first one go together. It
stands on public parts: `create_async_engine(module=...)`, `aiosqlite.connect(factory=...)` and
`aiosqlite.Connection.execute_fetchall`, which calls our `execute` and `fetchall` in its thread.
"""

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


class _Asked(NamedTuple):
    """What goes to the driver's thread beside the statement: how to open the
    transaction, whether the values are many rows of values, and the values."""

    begin: str | None
    many: bool
    values: Any


class _Answered(NamedTuple):
    """What comes back: all there is to know of the statement, whose cursor is closed already."""

    description: Any
    rows: list[Any]
    rowcount: int
    lastrowid: Any


class _WholeCursor(sqlite3.Cursor):
    """Lives in the driver's thread for one statement."""

    def fetchall(self) -> list[Any]:
        """One `_Answered`, in a list for the driver's sake."""
        try:
            rows = super().fetchall() if self.description else []
            return [_Answered(self.description, rows, self.rowcount, self.lastrowid)]
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

    __slots__ = ("_begin",)

    def __init__(self, dbapi: Any, connection: Any) -> None:
        super().__init__(dbapi, connection)
        self._begin: str | None = None

    def cursor(self, server_side: bool = False) -> AsyncAdapt_aiosqlite_cursor:
        return _StreamingCursor(self) if server_side else _Cursor(self)

    def begin(self, statement: str) -> None:
        """The next statement comes in a transaction that is opened like this."""
        self._begin = statement

    def open(self) -> None:
        """Open the transaction now, if it is not."""
        if self._begin is not None:
            self.ask("SELECT 1", ())

    def ask(self, statement: str, values: Any, *, many: bool = False) -> _Answered:
        """Run the statement to its end, all rows included; raises what the driver raises.

        Who is cancelled meanwhile leaves it running: SQLAlchemy gives such a connection up.
        """
        try:
            asked: Any = _Asked(None if self._is_open() else self._begin, many, values)
            (answer,) = self.await_(self._connection.execute_fetchall(statement, asked))
        except Exception as error:
            self._handle_exception(error)
        # Not before: after a first statement that failed the next one looks whether to open.
        self._begin = None
        found: _Answered = answer
        return found

    def commit(self) -> None:
        if self._ends():
            super().commit()  # house: the way of `bot/db.py` into the driver

    def rollback(self) -> None:
        if self._ends():
            super().rollback()  # house: the way of `bot/db.py` into the driver

    def _ends(self) -> bool:
        """Whether there is a transaction to end."""
        self._begin = None
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
        plain = super().connect(*arg, factory=_Driver, isolation_level=None, **kw)
        return SqliteConnection(self, plain.driver_connection)


driver = _Module(aiosqlite, sqlite3)
