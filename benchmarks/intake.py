"""Events of other systems over HTTP, three in ten of them sent again, in any order: whether each
client has exactly one task, and the rate beside a bare aiohttp endpoint that reads as much."""

import asyncio
import random
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import func, select, update

from benchmarks.busy_day import FIRST_ID, fill
from bot.clock import MovableClock
from bot.db import Database
from bot.method.core.terms import Direction, Role
from bot.models import Client, IntakeRecord, Task, User
from bot.transactions import Transactions
from bot.web.guard import Guard
from bot.web.intake import HttpIntake, IntakeSecrets
from demo.stage import MONDAY_EIGHT
from tests.builders import COMPANY
from tests.databases import empty_postgres, empty_sqlite

REQUESTS = 10_000
REPEATS = 0.3
AT_ONCE = 16
"""Requests under way at a time."""
MANAGERS = 20
_EACH = 50
"""Clients of each manager before."""
_TOKEN = "a long token of the benchmark"
_SEED = 20261123
_MOST_TRIES = 100

Caller = TestClient[web.Request, web.Application]
Json = dict[str, Any]


@dataclass(frozen=True)
class Pace:
    """What some requests took: a second's number, and milliseconds of the processor of each, those
    of who asks included."""

    rate: float
    processor: float


async def measure(requests: int = REQUESTS) -> dict[str, float]:
    """Requests a second, and what they are of the bare endpoint's; AssertionError where a client
    has another number of tasks than one."""
    bodies = events(requests)
    async with _caller(_bare()) as caller:
        bare = await pace(caller, bodies)
    figures = {"requests": float(requests), "bare a second": bare.rate, "bare ms": bare.processor}
    with tempfile.TemporaryDirectory() as folder:
        for store, opened in (
            ("SQLite", empty_sqlite(Path(folder))),
            ("PostgreSQL", empty_postgres()),
        ):
            async with opened as database:
                taken = await _taken(database, bodies)
            figures[f"{store} a second"] = taken.rate
            figures[f"{store} ms"] = taken.processor
            figures[f"{store} of the bare rate"] = taken.rate / bare.rate
    return figures


def events(requests: int) -> list[Json]:
    """So many bodies in any order, three in ten of them repeats of others; every second sender is a
    client, as far as there are so many, and half of the senders have sent two events."""
    distinct = requests - round(requests * REPEATS)
    made = [_event(number, number % max(1, distinct * 2 // 3)) for number in range(distinct)]
    chance = random.Random(_SEED)
    made += [chance.choice(made) for _ in range(requests - distinct)]
    chance.shuffle(made)
    return made


def _event(number: int, sender: int) -> Json:
    known = sender % 2 and sender // 2 < MANAGERS * _EACH
    phone = f"+7916{sender // 2 + 1:07}" if known else f"+7926{sender:07}"
    return {
        "external_id": f"site-{number}",
        "channel": "form",
        "occurred_at": MONDAY_EIGHT.isoformat(),
        "from": {"name": f"Клиент {sender}", "phone": phone},
        "text": f"Нужен счёт {number}",
        "manager": str(FIRST_ID + sender % MANAGERS),
    }


async def pace(caller: Caller, bodies: Sequence[Json]) -> Pace:
    """Send all of them, some at a time; what is being stored at the moment is sent again."""
    waiting = iter(bodies)

    async def send() -> None:
        for body in waiting:
            await _sent(caller, body)

    start, used = perf_counter(), process_time()
    async with asyncio.TaskGroup() as tasks:
        for _ in range(AT_ONCE):
            tasks.create_task(send())
    count = len(bodies)
    return Pace(count / (perf_counter() - start), 1000 * (process_time() - used) / count)


async def _sent(caller: Caller, body: Json) -> None:
    headers = {"Authorization": f"Bearer {_TOKEN}"}
    for _ in range(_MOST_TRIES):
        async with caller.post("/intake", json=body, headers=headers) as answer:
            if answer.status in (200, 202):
                return
            assert answer.status == 409, await answer.text()
        await asyncio.sleep(0.01)
    raise AssertionError("an event was never stored")


async def _taken(database: Database, bodies: Sequence[Json]) -> Pace:
    url = database.url.render_as_string(hide_password=False)
    await fill(url, MONDAY_EIGHT, MANAGERS, _EACH)
    async with database.transaction() as session:
        await session.execute(update(User).where(User.id == 1).values(role=Role.ADMIN))
    app = web.Application()
    transactions = Transactions(database, MovableClock(MONDAY_EIGHT), COMPANY)
    HttpIntake(transactions, IntakeSecrets(_TOKEN), Guard(), lambda: None).add_to(app)
    async with _caller(app) as caller:
        taken = await pace(caller, bodies)
    await _require_right(database, bodies)
    return taken


async def _require_right(database: Database, bodies: Sequence[Json]) -> None:
    """Each event is kept once, and each sender is one client with one inbound."""
    senders = {body["from"]["phone"] for body in bodies}
    known = {f"+7916{number + 1:07}" for number in range(MANAGERS * _EACH)}
    inbound = select(Task.client_id).where(Task.direction == Direction.INBOUND)
    async with database.reading() as session:
        tasks = (await session.scalars(inbound)).all()
        clients = await session.scalar(select(func.count()).select_from(Client))
        kept = await session.scalar(select(func.count()).select_from(IntakeRecord))
    assert len(tasks) == len(set(tasks)) == len(senders), (len(tasks), len(senders))
    assert clients == len(senders | known), clients
    assert kept == len({body["external_id"] for body in bodies}), kept


def _bare() -> web.Application:
    """The baseline: an endpoint that reads the JSON and answers in the same words."""

    async def post(request: web.Request) -> web.Response:
        body = await request.json()
        return web.json_response({"id": len(body), "task": 1}, status=202)

    app = web.Application()
    app.router.add_post("/intake", post)
    return app


@asynccontextmanager
async def _caller(app: web.Application) -> AsyncIterator[Caller]:
    async with TestClient(TestServer(app)) as caller:
        yield caller


if __name__ == "__main__":
    print(asyncio.run(measure(int(sys.argv[1]) if len(sys.argv) > 1 else REQUESTS)))
