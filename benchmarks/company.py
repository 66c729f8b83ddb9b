"""A large company, filled by a few statements of each database: 200 clients a manager, ten managers
a team, every client with a task ahead but for a thousand without one."""

import itertools
import random
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Column, Date, DateTime, Integer, MetaData, String, Table, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import MovableClock
from bot.db import Database
from bot.lookup.calendars import work_calendar
from bot.method.core.policy import Policy
from bot.method.core.workdays import WorkTime
from bot.method.gaps.ladder import GapFacts, escalate_at
from bot.migrate import migrate
from bot.models import Base
from bot.services.core.work import Company
from bot.transactions import Transactions
from tests.databases import bare_postgres, bare_sqlite

SMALL, LARGE = 20_000, 1_000_000
A_MANAGER = 200
A_TEAM = 10
GAPS = 1000
"""Of the first hundred managers, ten each: as many in a small company as in a large one."""
TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
"""Half an hour after the digests of a Tuesday in Moscow."""
ADMIN, HEAD, MANAGER = 1, 2, 3
"""Numbers of the admin, and of the head and a manager of the first team."""
DAYS_AHEAD = 14
WANTED = "Ромашкинский Велимир"
COMPANY = Company("RU", "Europe/Moscow", "ru")

_SYLLABLES = ("ка", "ро", "ми", "на", "те", "ло", "ва", "се", "ри", "то", "ду", "ша", "пе", "ни")
_OPENED = datetime(2026, 11, 23, 13, tzinfo=UTC)
_ASKED = datetime(2026, 11, 23, 14, tzinfo=UTC)
_BEFORE = "'2026-11-20 06:00:00.000000'"
_METADATA = MetaData()
_TIME = WorkTime(
    work_calendar(COMPANY.country, range(TODAY.year - 1, TODAY.year + 3)), ZoneInfo(COMPANY.zone)
)
ESCALATED_AT = escalate_at(
    GapFacts(opened_at=_OPENED, asked_at=_ASKED, nudged_at=_ASKED), Policy(), _TIME
)
"""When the heads are to be told of every gap."""
_DAYS = Table(
    "bench_days",
    _METADATA,
    Column("k", Integer, primary_key=True),
    Column("due_on", Date),
    Column("lapses_at", DateTime(timezone=True)),
    Column("opened_at", DateTime(timezone=True)),
)
_NAMES = Table(
    "bench_names",
    _METADATA,
    Column("k", Integer, primary_key=True),
    Column("surname", String(16)),
    Column("first", String(16)),
)

_NUMBERS = (
    "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {})"
)
_OWNER = "(n - 1) / 200 + (n - 1) / 2000 + 3"
"""The first person is the admin; each team begins with its head."""
_IN_GAP = "(n % 20 = 0 AND n <= 20000)"

_PEOPLE = """
INSERT INTO users (id, telegram_id, name, role, team_id, active, zone, locale, digest_at,
    evening_at, digest_due_at, evening_due_at, created_at)
{numbers}
SELECT n + 1, 1000 + n, 'Менеджер ' || n,
    CASE WHEN n % 11 = 1 THEN 'head' ELSE 'manager' END, (n - 1) / 11 + 1, true,
    'Europe/Moscow', 'ru', '09:00:00.000000', '18:00:00.000000', '2026-11-25 06:00:00.000000',
    '2026-11-24 15:00:00.000000', {before}
FROM numbers
"""
_ADMIN = """
INSERT INTO users (id, telegram_id, name, role, active, zone, locale, digest_at, evening_at,
    digest_due_at, evening_due_at, created_at)
VALUES (1, 1000, 'Ольга', 'admin', true, 'Europe/Moscow', 'ru', '09:00:00.000000',
    '18:00:00.000000', '2026-11-25 06:00:00.000000', '2026-11-24 15:00:00.000000', {before})
"""
_TEAMS = "INSERT INTO teams (id, name) {numbers} SELECT n, 'Группа ' || n FROM numbers"
_CLIENTS = """
INSERT INTO clients (id, name, name_folded, owner_id, kind, status, attempts, next_due, gap_since,
    recheck_at, last_touch_at, created_at)
{numbers}
SELECT n, surname || ' ' || first, surname || ' ' || first, {owner}, 'customer', 'active', 0,
    CASE WHEN {gap} THEN NULL ELSE due_on END, CASE WHEN {gap} THEN opened_at END,
    CASE WHEN {gap} THEN NULL ELSE lapses_at END, {before}, {before}
FROM numbers JOIN bench_names ON bench_names.k = n % {names} * 7919 % {names}
JOIN bench_days ON bench_days.k = n * 37 % {days}
"""
_WORDS = """
INSERT INTO client_words (word, client_id)
SELECT word, id FROM (
    SELECT substr(name_folded, 1, 8) AS word, id FROM clients
    UNION SELECT substr(name_folded, 10), id FROM clients
    UNION SELECT CAST(9160000000 + id AS VARCHAR(16)), id FROM clients
    UNION SELECT substr(CAST(9160000000 + id AS VARCHAR(16)), 4), id FROM clients
    UNION SELECT substr(CAST(9160000000 + id AS VARCHAR(16)), 7), id FROM clients
) AS found ORDER BY word, id
"""
_DEALS = """
INSERT INTO deals (id, client_id, title, status, amount, currency, next_due, gap_since, recheck_at,
    created_at)
SELECT id, id, 'Сделка ' || id, 'open', id * 977 % 1000000 * 100, 'RUB', next_due, gap_since,
    recheck_at, created_at
FROM clients WHERE id % 10 < 3
"""
_OPEN = """
INSERT INTO tasks (id, client_id, deal_id, owner_id, direction, status, kind, due_on, moves,
    attempts, created_at)
SELECT id, id, CASE WHEN id % 10 < 3 THEN id END, owner_id, 'outbound', 'open', 'call', next_due, 0,
    0, created_at
FROM clients WHERE next_due IS NOT NULL
"""
_DONE = """
INSERT INTO tasks (id, client_id, owner_id, direction, status, kind, due_on, moves, attempts,
    created_at, closed_at, outcome)
SELECT {shift} + id, id, owner_id, 'outbound', 'done', 'call', '2026-11-20', 0, 0, created_at,
    {before}, 'talked'
FROM clients
"""
_GAPS = """
INSERT INTO gaps (id, client_id, deal_id, owner_id, reason, step, opened_at, asked_at, nudged_at,
    next_step_at)
SELECT id / 20, id, CASE WHEN id % 10 < 3 THEN id END, owner_id, 'no_task', 'nudged', gap_since,
    '{asked}', '{asked}', '{told}'
FROM clients WHERE gap_since IS NOT NULL
"""


@asynccontextmanager
async def on_sqlite(folder: Path, clients: int) -> AsyncIterator[Transactions]:
    """The company in a file of this folder."""
    async with bare_sqlite(folder) as database:
        yield await filled(database, clients)


@asynccontextmanager
async def on_postgres(folder: Path, clients: int) -> AsyncIterator[Transactions]:
    """The company in a database of the server of this process; the folder is not needed."""
    async with bare_postgres() as database:
        yield await filled(database, clients)


STORES = {"SQLite": on_sqlite, "PostgreSQL": on_postgres}


async def filled(database: Database, clients: int) -> Transactions:
    """Migrate and fill the database; the clock stands at `NOW`."""
    await migrate(database)
    async with database.engine.connect() as connection:
        await without_keys(connection, off=True)
        async with connection.begin():
            await _fill(connection, clients)
        await without_keys(connection, off=False)
    return Transactions(database, MovableClock(NOW), COMPANY)


async def without_keys(connection: AsyncConnection, *, off: bool) -> None:
    """A reference is not looked up for each of millions of rows, nor is the disk waited for."""
    driver = (await connection.get_raw_connection()).driver_connection
    assert driver is not None
    if connection.dialect.name == "sqlite":
        orders = [f"PRAGMA foreign_keys={'OFF' if off else 'ON'}"]
        orders += [f"PRAGMA synchronous={'OFF' if off else 'FULL'}", "PRAGMA cache_size=-200000"]
    else:
        orders = [f"SET session_replication_role = {'replica' if off else 'DEFAULT'}"]
        orders += ["SET TIME ZONE 'UTC'", "SET synchronous_commit = off"]
        orders += ["SET maintenance_work_mem = '256MB'", "SET work_mem = '128MB'"]
        orders += [] if off else ["VACUUM ANALYZE"]
    for order in orders:
        await driver.execute(order)


async def _fill(connection: AsyncConnection, clients: int) -> None:
    await connection.run_sync(_METADATA.create_all)
    await connection.execute(_DAYS.insert(), _days())
    await connection.execute(_NAMES.insert(), _names())
    indexes = [
        index
        for name in ("clients", "client_words", "deals", "tasks", "gaps")
        for index in Base.metadata.tables[name].indexes
    ]
    for index in indexes:
        await connection.run_sync(index.drop)
    people = clients // A_MANAGER // A_TEAM * (A_TEAM + 1)
    await _run(connection, _TEAMS, clients // A_MANAGER // A_TEAM)
    await _run(connection, _ADMIN, 0)
    await _run(connection, _PEOPLE, people)
    await _run(connection, _CLIENTS, clients)
    wanted = {"name": WANTED, "folded": WANTED.lower(), "id": clients // 2 + 1}
    named = text("UPDATE clients SET name = :name, name_folded = :folded WHERE id = :id")
    await connection.execute(named, wanted)
    for statement in (_WORDS, _DEALS, _OPEN):
        await _run(connection, statement, 0)
    for times in (1, 2):
        await _run(connection, _DONE, 0, shift=times * clients)
    await _run(connection, _GAPS, 0)
    words = text("INSERT INTO client_words (word, client_id) VALUES (:word, :id)")
    given = [{"word": word, "id": wanted["id"]} for word in WANTED.lower().split()]
    await connection.execute(words, given)
    for index in indexes:
        await connection.run_sync(index.create)
    await connection.run_sync(_METADATA.drop_all)


async def _run(connection: AsyncConnection, statement: str, until: int, shift: int = 0) -> None:
    values = {
        "numbers": _NUMBERS.format(until),
        "owner": _OWNER,
        "gap": _IN_GAP,
        "before": _BEFORE,
        "names": len(_SYLLABLES) ** 4,
        "days": DAYS_AHEAD,
        "shift": shift,
        "asked": f"{_ASKED:%Y-%m-%d %H:%M:%S.%f}",
        "told": f"{ESCALATED_AT:%Y-%m-%d %H:%M:%S.%f}",
    }
    await connection.exec_driver_sql(statement.format(**values))


def _days() -> Sequence[Mapping[str, object]]:
    """Dates from today on, each with the midnight from which a task of that date covers no more."""
    ahead = [TODAY + timedelta(days=number) for number in range(DAYS_AHEAD)]
    grace = Policy().overdue_grace_days + 1
    return [
        {
            "k": number,
            "due_on": on,
            "lapses_at": _midnight(_TIME.calendar.shift(on, grace)),
            "opened_at": _OPENED,
        }
        for number, on in enumerate(ahead)
    ]


def _midnight(day: date) -> datetime:
    local = datetime.combine(day, datetime.min.time(), ZoneInfo(COMPANY.zone))
    return local.astimezone(UTC)


def _names() -> Sequence[Mapping[str, object]]:
    chance = random.Random(1)
    surnames = ["".join(parts) for parts in itertools.product(_SYLLABLES, repeat=4)]
    return [
        {"k": number, "surname": surname, "first": "".join(chance.choices(_SYLLABLES, k=3))}
        for number, surname in enumerate(surnames)
    ]
