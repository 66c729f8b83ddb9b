"""What the database is capable of: an SQLite file, or a server and the rights of our user in it."""

from collections.abc import AsyncIterator

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.cli.doctor.finding import Finding, well, wrong
from bot.models.base import Base

OLDEST = 140_000
"""The oldest PostgreSQL that is cared for, as the server counts: 14."""
_SERVER = text(
    "SELECT CAST(current_setting('server_version_num') AS integer),"
    " current_setting('server_encoding'),"
    " current_setting('transaction_read_only') = 'on' OR pg_is_in_recovery(),"
    " has_schema_privilege(current_user, 'public', 'CREATE')"
)
_TABLES = text(
    "SELECT relname FROM pg_class"
    " WHERE relkind IN ('r', 'p') AND relnamespace = to_regnamespace('public') AND NOT ("
    " has_table_privilege(current_user, oid, 'SELECT')"
    " AND has_table_privilege(current_user, oid, 'INSERT')"
    " AND has_table_privilege(current_user, oid, 'UPDATE')"
    " AND has_table_privilege(current_user, oid, 'DELETE'))"
)
_MOST_NAMED = 3


async def sqlite_findings(connection: AsyncConnection) -> AsyncIterator[Finding]:
    """Whether the file is whole, and whether readers and a writer can share it."""
    mode = await connection.scalar(text("PRAGMA journal_mode"))
    if mode != "wal":
        yield wrong("no-wal", mode=str(mode))
    if await connection.scalar(text("PRAGMA quick_check(1)")) != "ok":
        yield wrong("database-broken", error="quick_check")


async def server_findings(connection: AsyncConnection) -> AsyncIterator[Finding]:
    """Version, encoding, and whether our user may do what the bot does."""
    version, encoding, only_reads, may_create = (await connection.execute(_SERVER)).one()
    number = str(version // 10_000)
    if version < OLDEST:
        yield wrong("postgres-old", found=number, needed=str(OLDEST // 10_000))
    else:
        yield well("postgres", found=number)
    if encoding != "UTF8":
        yield wrong("postgres-encoding", found=str(encoding))
    if only_reads:
        yield wrong("postgres-read-only")
    if not may_create:
        yield wrong("postgres-no-create")
    ours = Base.metadata.tables.keys()
    closed = sorted(name for (name,) in await connection.execute(_TABLES) if name in ours)
    if closed:
        yield wrong("postgres-no-rights", count=len(closed), tables=", ".join(closed[:_MOST_NAMED]))
