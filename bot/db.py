"""The database: engine, sessions, transactions. The only place that knows which database it is."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

from sqlalchemy import event
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import (
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)
from sqlalchemy.pool import ConnectionPoolEntry

from bot import sqlite

_READING = "house_reading"
_MOST_CONNECTIONS = 20
_KEPT_CONNECTIONS = 10
_KEPT_OF_SQLITE = 3
"""Each has its thread and fills its own cache, so the same few are taken again and again; more at
a time are opened in a millisecond and closed after use. Those to a server take turns instead: what
stands between may drop one that is silent for long."""
_SMALLEST_SQLITE = 512
"""Bytes: one page of the least size."""
_SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=10000",
)
_SQLITE_AWAY = (
    "SQLITE_BUSY",
    "SQLITE_CANTOPEN",
    "SQLITE_FULL",
    "SQLITE_IOERR",
    "SQLITE_LOCKED",
    "SQLITE_READONLY",
)
_POSTGRES_AWAY = ("08", "25006", "53", "57P", "58")
"""Connections, read only, resources, shut down or starting, the system: classes of SQLSTATE."""


class Database:
    """One database, SQLite or PostgreSQL, behind the same two doors.

    `transaction()` writes and commits at its end; `reading()` is a consistent view that is
    always rolled back. On SQLite writers of this process queue at a lock, because the file
    knows one writer only and waiting inside it would be unfair; RuntimeError where a task that
    writes opens a second transaction, for which it would wait for ever.
    """

    def __init__(self, url: str, *, pool_size: int | None = None) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        kept = pool_size or (_KEPT_OF_SQLITE if self.is_sqlite else _KEPT_CONNECTIONS)
        options = {"module": sqlite.driver, "pool_use_lifo": True} if self.is_sqlite else {}
        self.engine = create_async_engine(
            self.url,
            pool_size=kept,
            max_overflow=_MOST_CONNECTIONS - kept,
            hide_parameters=True,
            **options,
        )
        if self.is_sqlite:
            _prepare_sqlite(self.engine)
        self._writer = asyncio.Lock()
        self._writing: asyncio.Task[object] | None = None
        looking = {_READING: True} if self.is_sqlite else {"postgresql_readonly": True}
        self._write_session = async_sessionmaker(self.engine, expire_on_commit=False)
        self._read_session = async_sessionmaker(
            self.engine.execution_options(**looking), expire_on_commit=False
        )

    @property
    def lock_path(self) -> Path | None:
        """The file whose OS lock keeps a second process out; None where the server does it."""
        if not self.is_sqlite or not self.url.database:
            return None
        return Path(self.url.database).with_suffix(".lock")

    def exists(self) -> bool:
        """Whether there is a database to look into; a server is taken for granted."""
        return not self.is_sqlite or bool(self.url.database and Path(self.url.database).exists())

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """A session that commits when the block ends and rolls back when it raises."""
        if not self.is_sqlite:
            async with self._write_session.begin() as session:
                yield session
            return
        async with self._turn_to_write(), self._write_session.begin() as session:
            yield session

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """A session that only reads; whatever it would change is rolled back."""
        # Closing gives the connection back, and the pool rolls back whatever was open on it.
        async with self._read_session() as session:
            yield session

    @asynccontextmanager
    async def _turn_to_write(self) -> AsyncIterator[None]:
        task = asyncio.current_task()
        if self._writing is task:
            raise RuntimeError("a transaction is opened inside a transaction of the same task")
        async with self._writer:
            self._writing = task
            try:
                yield
            finally:
                self._writing = None

    async def close(self) -> None:
        """Give every connection back; the database is not used after this."""
        await self.engine.dispose()


def is_database_error(error: BaseException) -> bool:
    """Whether it came from the database, its file or the way there; asyncpg's own errors come
    bare where no connection was made."""
    return isinstance(error, SQLAlchemyError | OSError) or _code(error) is not None


def is_away(error: BaseException) -> bool:
    """Whether the database can not be used now (locked, full, read only, restarting), whatever
    was asked of it: worth waiting for."""
    if isinstance(error, PoolTimeout | ConnectionError):
        return True
    if isinstance(error, DBAPIError):
        if error.connection_invalidated:
            return True
        error = error.orig or error
    name = getattr(error, "sqlite_errorname", "")
    return name.startswith(_SQLITE_AWAY) or str(_code(error)).startswith(_POSTGRES_AWAY)


def why_unusable(error: BaseException) -> str:
    """What the database itself calls the error: SQLSTATE, or the name of SQLite's code; empty
    where it has none."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
    return getattr(cause, "sqlite_errorname", "") or _code(cause) or ""


def is_conflict(error: DBAPIError) -> bool:
    """Whether two writers met (deadlock, serialization, locked file): safe to try again."""
    conflict = _code(error.orig) in {"40001", "40P01", "55P03"}
    return conflict or "database is locked" in str(error.orig)


def _code(error: BaseException | None) -> str | None:
    """What PostgreSQL calls the error, with or without SQLAlchemy around it."""
    return getattr(error, "sqlstate", None) or getattr(error, "pgcode", None)


def require_sqlite_file(path: Path) -> None:
    """SQLite takes a file of a letter or two for an empty database, and would write over it; of a
    longer one it says itself what it is not. sqlite3.DatabaseError for a short one.

    Only its size is asked for: whoever opens the file beside SQLite takes the locks of the whole
    process away when closing it, and other processes would no longer know that it is in use.
    """
    if not path.is_file() or not 0 < path.stat().st_size < _SMALLEST_SQLITE:
        return
    error = sqlite3.DatabaseError("file is not a database")
    error.sqlite_errorname = "SQLITE_NOTADB"
    raise error


def _prepare_sqlite(engine: AsyncEngine) -> None:
    @event.listens_for(engine.sync_engine, "do_connect")
    def look_first(*_: object) -> None:
        if engine.url.database:
            require_sqlite_file(Path(engine.url.database))

    @event.listens_for(engine.sync_engine, "connect")
    def set_pragmas(connection: sqlite.SqliteConnection, _: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        for pragma in _SQLITE_PRAGMAS:
            cursor.execute(pragma)
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Connection) -> None:
        # A deferred transaction that turns into a writer fails at once when another writes.
        reading = connection.get_execution_options().get(_READING, False)
        opened = cast(sqlite.SqliteConnection, connection.connection.dbapi_connection)
        opened.begin(sqlite.LOOKING if reading else sqlite.WRITING)
