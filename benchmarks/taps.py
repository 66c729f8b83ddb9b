"""Taps a second of the real process beside the bare bot, both over HTTP to the same sandbox."""

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date, time
from functools import partial
from pathlib import Path

from bot.db import Database
from bot.method.core.terms import Direction, Role
from bot.migrate import migrate
from bot.models import Client, Task, User
from demo.stage import MONDAY_EIGHT, environment, free_port
from sandbox import BotProcess, MovableClock, Person, Sandbox

PEOPLE = 20
TAPS = 30
"""Of each person, one after the other."""


async def measure() -> dict[str, float]:
    """Taps a second of both, and the ratio."""
    bare = await _bare()
    ours = await _ours()
    return {"bare taps/s": bare, "ours taps/s": ours, "ratio": ours / bare}


async def _bare() -> float:
    async with Sandbox(MovableClock(MONDAY_EIGHT), patience=60) as box:
        people = [box.person(f"P{number}", 1000 + number) for number in range(PEOPLE)]
        env = {"TELEGRAM_API_URL": box.url, "BOT_TOKEN": box.token}
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "benchmarks.bare", env=env, cwd=Path(__file__).parent.parent
        )
        try:
            for person in people:
                await person.writes("/start")
            return await _rate(box, people, lambda person, number: "tap")
        finally:
            process.kill()
            await process.wait()


async def _ours() -> float:
    with tempfile.TemporaryDirectory() as folder:
        async with _office(Path(folder)) as (box, people):
            for person in people:
                await person.writes("/today")
            return await _rate(box, people, _data)


@asynccontextmanager
async def _office(folder: Path) -> AsyncIterator[tuple[Sandbox, list[Person]]]:
    clock = MovableClock(MONDAY_EIGHT, path=folder / "clock")
    port = free_port()
    async with Sandbox(clock, patience=60) as box:
        env = environment(folder, box.url, port, TICK_SECONDS="15")
        await _fill(env["DATABASE_URL"], clock)
        people = [box.person(f"P{number}", 1000 + number) for number in range(PEOPLE)]
        ready = f"http://127.0.0.1:{port}/ready"
        async with BotProcess([sys.executable, "-m", "bot"], env, ready, cwd=folder):
            yield box, people


async def _fill(url: str, clock: MovableClock) -> None:
    """Every person has one client with a task for today."""
    database = Database(url)
    await migrate(database)
    today, now = date(2026, 11, 23), clock.now()
    async with database.transaction() as session:
        for number in range(PEOPLE):
            user = User(
                telegram_id=1000 + number,
                name=f"P{number}",
                role=Role.MANAGER,
                zone="Europe/Moscow",
                locale="ru",
                digest_at=time(9),
                evening_at=time(18),
                created_at=now,
            )
            session.add(user)
            await session.flush()
            client = Client(name=f"C{number}", owner_id=user.id, created_at=now, next_due=today)
            session.add(client)
            await session.flush()
            task = Task(
                client_id=client.id,
                owner_id=user.id,
                direction=Direction.OUTBOUND,
                due_on=today,
                created_at=now,
            )
            session.add(task)
    await database.close()


def _data(person: Person, number: int) -> str:
    return "day:0" if number % 2 else f"t:{person.id - 999}"


def _changed(person: Person, before: int) -> bool:
    return person.chat.changes > before


async def _rate(box: Sandbox, people: list[Person], data: Callable[[Person, int], str]) -> float:
    """All people tap at once, each the next when the last was answered and edited."""
    loop = asyncio.get_running_loop()

    async def tap(person: Person) -> None:
        for number in range(TAPS):
            before = person.chat.changes
            await person.taps_data(data(person, number))
            await box.wait(partial(_changed, person, before))

    start = loop.time()
    await asyncio.gather(*(tap(person) for person in people))
    return PEOPLE * TAPS / (loop.time() - start)
