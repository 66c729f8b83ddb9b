"""A company in the morning: managers with a full day of tasks, and as many other clients as wanted,
written in bulk."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from bot.db import Database
from bot.lookup.calendars import work_calendar
from bot.method.core.policy import Policy
from bot.method.core.terms import ContactKind, Direction, Role
from bot.method.core.workdays import midnight
from bot.method.inbound.matching import fold_name
from bot.migrate import migrate
from bot.models import Client, Task, User
from bot.models.base import Base, insert_many
from bot.models.contact_point import ContactPoint

FIRST_ID = 1000
"""The Telegram account of the first manager; the others follow."""
TODAY = date(2026, 11, 23)
_AT_ONCE = 5000
_AHEAD = 20
"""Days over which the tasks of the other clients lie."""

_ZONE = "Europe/Moscow"
_CALENDAR = work_calendar("RU", range(TODAY.year - 1, TODAY.year + 3))

Row = dict[str, Any]


async def fill(
    url: str, now: datetime, people: int, tasks: int, *, others: int = 0, owners: int = 100
) -> None:
    """So many managers with so many tasks for today, each at a client of its own with a phone;
    and `others`: clients of further `owners`, each with a task on one of the days ahead."""
    database = Database(url)
    try:
        await migrate(database)
        total = people + (owners if others else 0)
        async with database.transaction() as session:
            await insert_many(session, User, [_manager(number, now) for number in range(total)])
        last = people * tasks + others
        for first in range(1, last + 1, _AT_ONCE):
            numbers = range(first, min(first + _AT_ONCE, last + 1))
            rows = [_client(number, now, people, tasks, owners) for number in numbers]
            async with database.transaction() as session:
                await insert_many(session, Client, rows)
                await insert_many(session, ContactPoint, list(map(_phone, numbers)))
                await insert_many(session, Task, [_task(row, now) for row in rows])
        await count_on(database, (User, Client, ContactPoint, Task))
    finally:
        await database.close()


def _manager(number: int, now: datetime) -> Row:
    return {
        "id": number + 1,
        "telegram_id": FIRST_ID + number,
        "name": f"P{number}",
        "role": Role.MANAGER,
        "zone": _ZONE,
        "locale": "ru",
        "digest_at": time(9),
        "evening_at": time(18),
        "created_at": now,
    }


def _client(number: int, now: datetime, people: int, tasks: int, owners: int) -> Row:
    own = number <= people * tasks
    name = f"Клиент {number}"
    return {
        "id": number,
        "name": name,
        "name_folded": fold_name(name),
        "owner_id": (number - 1) // tasks + 1 if own else people + 1 + number % owners,
        "created_at": now,
        "next_due": (due := TODAY + timedelta(days=0 if own else 1 + number % _AHEAD)),
        "recheck_at": _lapses_at(due),
    }


@cache
def _lapses_at(due: date) -> datetime:
    """When the task covers no more: what is kept right leaves the first tick nothing to settle."""
    end = _CALENDAR.shift(due, Policy().overdue_grace_days + 1)
    return midnight(end, ZoneInfo(_ZONE))


def _phone(number: int) -> Row:
    value = f"+7916{number:07}"
    return {"id": number, "client_id": number, "kind": ContactKind.PHONE, "value": value}


def _task(client: Row, now: datetime) -> Row:
    return {
        "id": client["id"],
        "client_id": client["id"],
        "owner_id": client["owner_id"],
        "direction": Direction.OUTBOUND,
        "due_on": client["next_due"],
        "created_at": now,
    }


async def count_on(database: Database, tables: tuple[type[Base], ...]) -> None:
    """PostgreSQL does not notice numbers that it has not given itself."""
    if database.is_sqlite:
        return
    async with database.transaction() as session:
        connection = await session.connection()
        for statement in _next_numbers(tables):
            await connection.exec_driver_sql(statement)


def _next_numbers(tables: tuple[type[Base], ...]) -> Iterator[str]:
    for table in tables:
        name = table.__tablename__
        yield f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), (SELECT max(id) FROM {name}))"
    yield "ANALYZE"
