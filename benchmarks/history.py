"""Years of work behind a company: its timeline, written by statements of a million entries each."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

from sqlalchemy import Column, DateTime, Integer, MetaData, String, Table
from sqlalchemy.ext.asyncio import AsyncConnection

from benchmarks.company import without_keys
from bot.db import Database
from bot.method.core.terms import Event
from bot.models.timeline import TimelineEntry

ENTRIES = 10_000_000
_AT_ONCE = 1_000_000
_FIRST = datetime(2016, 11, 23, 6, tzinfo=UTC)
_MOMENTS = 4000
"""Hours of work over ten years."""
_METADATA = MetaData()
_PAST = Table(
    "bench_past",
    _METADATA,
    Column("k", Integer, primary_key=True),
    Column("event", String(32)),
    Column("at", DateTime(timezone=True)),
)
_EVENTS = (Event.TASK_PLANNED, Event.TASK_DONE, Event.TASK_PLANNED, Event.NO_ANSWER)
_ADD = """
INSERT INTO timeline (id, client_id, actor_id, event, at, data)
WITH RECURSIVE numbers(n) AS (
    SELECT {first} UNION ALL SELECT n + 1 FROM numbers WHERE n < {last}
)
SELECT n + 1, clients.id, clients.owner_id, event, at, '{{"outcome": "talked"}}'
FROM numbers
JOIN clients ON clients.id = n % {clients} + 1
JOIN bench_past ON bench_past.k = {moment} * 4 + n / {clients} % 4
"""
"""Every client in turn is planned, worked off, planned, not reached; the oldest first."""


async def add_history(url: str, clients: int, entries: int = ENTRIES) -> None:
    """So many entries, of all clients alike. The tasks that they were about are not written."""
    database = Database(url)
    indexes = TimelineEntry.__table__.indexes  # type: ignore[attr-defined]  # it is a table
    try:
        async with database.engine.connect() as connection:
            await without_keys(connection, off=True)
            async with connection.begin():
                await connection.run_sync(_METADATA.create_all)
                await connection.execute(_PAST.insert(), list(_moments()))
                for index in indexes:
                    await connection.run_sync(index.drop)
            for first in range(0, entries, _AT_ONCE):
                await _add(connection, first, min(first + _AT_ONCE, entries) - 1, clients, entries)
            async with connection.begin():
                for index in indexes:
                    await connection.run_sync(index.create)
                await connection.run_sync(_METADATA.drop_all)
                if not database.is_sqlite:
                    count_on = "SELECT setval(pg_get_serial_sequence('timeline', 'id'), {})"
                    await connection.exec_driver_sql(count_on.format(entries))
            await without_keys(connection, off=False)
    finally:
        await database.close()


async def _add(
    connection: AsyncConnection, first: int, last: int, clients: int, entries: int
) -> None:
    values = {
        "first": first,
        "last": last,
        "clients": clients,
        "moment": f"(CAST(n AS BIGINT) * {_MOMENTS} / {entries})",
    }
    async with connection.begin():
        await connection.exec_driver_sql(_ADD.format(**values))


def _moments() -> Iterator[Mapping[str, object]]:
    """Each hour of the past four times, once for each kind of event."""
    for number in range(_MOMENTS * len(_EVENTS)):
        hours = number // len(_EVENTS) * 20
        yield {
            "k": number,
            "event": _EVENTS[number % len(_EVENTS)].value,
            "at": _FIRST + timedelta(hours=hours),
        }
