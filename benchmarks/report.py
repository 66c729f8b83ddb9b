"""The report of 20 managers with 300 clients each, in a young base and in one of years: what the
screen of a week and of a month takes."""

import asyncio
import random
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import AbstractAsyncContextManager
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from benchmarks.company import COMPANY
from bot.clock import MovableClock
from bot.db import Database
from bot.method.core.terms import Direction, Event, Outcome, Role, TaskStatus
from bot.method.report.numbers import NumberKind
from bot.method.report.periods import ReportPeriod
from bot.migrate import migrate
from bot.models import Base, User
from bot.services.core.work import Act
from bot.services.report import reading
from bot.services.report.lists import number_list
from bot.transactions import Transactions
from tests.databases import bare_postgres, bare_sqlite

MANAGERS, CLIENTS = 20, 300
YOUNG, OLD = 70, 730
"""Days of history."""
TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 13, tzinfo=UTC)
TIMES = 5
ADMIN, ANNA = 1, 2
_A_DAY = {Event.TASK_DONE: 12, Event.TASK_PLANNED: 12, Event.TASK_MOVED: 3, Event.COMMENT: 4}
_INBOUND = 5
_AT_ONCE = 20_000
_Rows = Iterator[tuple[str, Mapping[str, Any]]]


async def measure() -> dict[str, float]:
    """Milliseconds, the least of several: of processor in the bot's own process, and all in all."""
    figures: dict[str, float] = {}
    for name, opened in (("SQLite", _on_sqlite), ("PostgreSQL", bare_postgres)):
        for days in (YOUNG, OLD):
            async with opened() as database:
                transactions = await _filled(database, days)
                for what, (processor, whole) in (await looked_at(transactions)).items():
                    figures[f"{name}, {days} days: {what} processor ms"] = processor
                    figures[f"{name}, {days} days: {what} ms"] = whole
    return figures


async def looked_at(transactions: Transactions) -> dict[str, tuple[float, float]]:
    """The figures on one database."""
    week, month = ReportPeriod.WEEK, ReportPeriod.MONTH
    return {
        "week": await _least(transactions, lambda act: reading.team_report(act, week)),
        "month": await _least(transactions, lambda act: reading.team_report(act, month)),
        "one's month": await _least(
            transactions, lambda act: reading.person_report(act, month, ANNA)
        ),
        "one's moves of a month": await _least(
            transactions, lambda act: number_list(act, ANNA, NumberKind.MOVES, month)
        ),
    }


async def _least(
    transactions: Transactions, look: Callable[[Act], Awaitable[object]]
) -> tuple[float, float]:
    taken = []
    for _ in range(TIMES):
        async with transactions.looking() as work:
            act = Act.by(await work.session.get_one(User, ADMIN), work)
            start, processor = perf_counter(), process_time()
            await look(act)
            taken.append((1000 * (process_time() - processor), 1000 * (perf_counter() - start)))
    return min(taken)


def _on_sqlite() -> AbstractAsyncContextManager[Database]:
    return bare_sqlite(Path(tempfile.mkdtemp()))


async def _filled(database: Database, days: int) -> Transactions:
    """A company whose managers have worked so many days; the same for the same number."""
    await migrate(database)
    chance = random.Random(days)
    portions: dict[str, list[Mapping[str, Any]]] = {}
    async with database.engine.begin() as connection:

        async def put(name: str) -> None:
            if portions.get(name):
                await connection.execute(Base.metadata.tables[name].insert(), portions.pop(name))

        for name, row in _rows(chance, days):
            portions.setdefault(name, []).append(row)
            if len(portions[name]) >= _AT_ONCE:
                for waiting in _ORDER:
                    await put(waiting)
        for name in _ORDER:
            await put(name)
        await connection.exec_driver_sql("ANALYZE")
    return Transactions(database, MovableClock(NOW), COMPANY)


_ORDER = ("users", "clients", "tasks", "gaps", "timeline", "day_records")


def _rows(chance: random.Random, days: int) -> _Rows:
    began = NOW - timedelta(days=days)
    for person in range(ADMIN, ADMIN + MANAGERS + 1):
        yield "users", _person(person, began)
    tasks = count(1)
    for person in range(ANNA, ANNA + MANAGERS):
        for client in range(person * CLIENTS, (person + 1) * CLIENTS):
            yield "clients", _client(client, person, began)
            yield from _present(chance, client, person, tasks)
        for back in range(days, -1, -1):
            on = TODAY - timedelta(days=back)
            if on.weekday() < 5:
                yield from _day(chance, person, on, tasks)


def _person(number: int, at: datetime) -> Mapping[str, Any]:
    return {
        "id": number,
        "telegram_id": 1000 + number,
        "name": f"Менеджер {number}",
        "role": Role.ADMIN if number == ADMIN else Role.MANAGER,
        "active": True,
        "zone": COMPANY.zone,
        "locale": "ru",
        "digest_at": time(9),
        "evening_at": time(18),
        "created_at": at,
    }


def _client(number: int, owner: int, at: datetime) -> Mapping[str, Any]:
    name = f"клиент {number}"
    kind = {"kind": "customer", "status": "active", "attempts": 0}
    who = {"id": number, "name": name, "name_folded": name, "owner_id": owner}
    return {**who, **kind, "created_at": at}


def _present(chance: random.Random, client: int, owner: int, tasks: Iterator[int]) -> _Rows:
    """A task ahead, or some days ago; of every tenth client a gap instead."""
    at = NOW - timedelta(days=chance.randrange(1, 20))
    if client % 10 == 0:
        where = {"client_id": client, "owner_id": owner}
        yield "gaps", {**where, "reason": "no_task", "step": "opened", "opened_at": at}
        return
    on = TODAY + timedelta(days=chance.randrange(-2, 14))
    yield "tasks", {**_task(next(tasks), client, owner, at), "due_on": on}


def _task(number: int, client: int, owner: int, at: datetime) -> dict[str, Any]:
    """All columns that any of them has, since many go in one statement."""
    empty = dict.fromkeys(("due_on", "arrived_at", "closed_at", "outcome", *_REACTED))
    what = {"direction": Direction.OUTBOUND, "status": TaskStatus.OPEN, "kind": "call"}
    who = {"id": number, "client_id": client, "owner_id": owner, "created_at": at}
    return {**empty, **who, **what, "moves": 0, "attempts": 0}


_REACTED = ("reacted_at", "reacted_by", "reaction_minutes")


def _day(chance: random.Random, person: int, on: date, tasks: Iterator[int]) -> _Rows:
    """What one person does on one day; every fortieth deed is taken back."""
    moments = (_moment(chance, on) for _ in count())
    for event, times in _A_DAY.items():
        for _ in range(times):
            client, at, task = _any(chance, person), next(moments), next(tasks)
            yield "tasks", {**_ended(_task(task, client, person, at), at), "due_on": on}
            yield "timeline", _event(client, task, person, event, at)
            if chance.random() < 0.025:
                yield "timeline", _taken_back(client, person, at)
    for _ in range(_INBOUND):
        client, at, task = _any(chance, person), next(moments), next(tasks)
        wait = timedelta(minutes=chance.randrange(1, 300))
        yield "tasks", _answered(_task(task, client, person, at), person, at, wait)
        yield "timeline", _event(client, task, person, Event.TASK_DONE, at)
    left = chance.randrange(4)
    day = {"user_id": person, "on": on, "clean": not left, "left": left, "done": 17}
    end = {"subjects": CLIENTS, "uncovered": 30, "overdue": left}
    at = datetime.combine(on, time(21), UTC)
    yield "day_records", {**day, **end, "at": at, "measured_at": at}


def _moment(chance: random.Random, on: date) -> datetime:
    seconds = chance.randrange(9 * 3600)
    return datetime.combine(on, time(6), UTC) + timedelta(seconds=seconds)


def _any(chance: random.Random, person: int) -> int:
    return person * CLIENTS + chance.randrange(CLIENTS)


def _ended(task: dict[str, Any], at: datetime) -> dict[str, Any]:
    return {**task, "status": TaskStatus.DONE, "closed_at": at, "outcome": Outcome.TALKED}


def _answered(
    task: dict[str, Any], person: int, at: datetime, wait: timedelta
) -> Mapping[str, Any]:
    reacted = dict(zip(_REACTED, (at, person, wait // timedelta(minutes=1)), strict=True))
    arrived = {"direction": Direction.INBOUND, "arrived_at": at - wait}
    return {**_ended(task, at), **arrived, **reacted}


_ALL_REACTED = ("reacted_at", "reacted_by", "reaction_minutes")


def _event(
    client: int, task: int | None, person: int, event: Event, at: datetime
) -> dict[str, Any]:
    where = {"client_id": client, "deal_id": None, "task_id": task, "actor_id": person}
    return {**where, "event": event, "at": at, "data": {}}


def _taken_back(client: int, person: int, at: datetime) -> Mapping[str, Any]:
    entry = _event(client, None, person, Event.UNDONE, at + timedelta(seconds=20))
    return {**entry, "data": {"code": "move", "made_at": at.isoformat()}}


if __name__ == "__main__":
    for name, value in asyncio.run(measure()).items():
        print(f"{name:60} {value:10.2f}")
