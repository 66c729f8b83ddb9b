"""The tap that writes, in work mode: «✅ Поговорили», then «Через 3 дня», again and again.

The real process beside the bare bot, both over HTTP to the same sandbox in one run: taps a second
as fast as answers come, how long a tap waits, and the milliseconds of processor that it takes. The
sandbox and its people share the machine, so the last one is the fairest.
"""

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from benchmarks.busy_day import FIRST_ID, fill
from benchmarks.crowd import PATIENCE, Crowd, Taken
from benchmarks.history import add_history
from demo.stage import MONDAY_EIGHT, environment, free_port
from sandbox import BotProcess, MovableClock, Person, Sandbox
from tests.databases import bare_postgres

PEOPLE = (20, 50)
TASKS = 120
TAPS = 20
"""Of each person, one after the other."""
PACES = (50, 100)
"""Taps a second by fifty people together."""
_PACED_TAPS = 10
_WARM = 4

Office = Callable[[int, int], AbstractAsyncContextManager[Crowd]]


async def measure() -> dict[str, float]:
    """Taps a second of each, and the ratios to the bare bot; a line each is printed meanwhile."""
    figures: dict[str, float] = {}
    offices: dict[str, Office] = {"bare": bare, "sqlite": on_sqlite, "postgres": on_postgres}
    for count in PEOPLE:
        at_most = {}
        for name, office in offices.items():
            async with office(count, TASKS) as crowd:
                await crowd.at_full_speed(_WARM)
                at_most[name] = await crowd.at_full_speed(TAPS, _WARM)
            print(line(f"{name}, {count} people", at_most[name]), flush=True)
        for name in ("sqlite", "postgres"):
            taken, baseline = at_most[name], at_most["bare"]
            figures[f"{name}, {count}: ratio of rates"] = taken.rate / baseline.rate
            figures[f"{name}, {count}: of processor"] = baseline.processor / taken.processor
    for name, office in offices.items():
        for pace in PACES:
            async with office(max(PEOPLE), TASKS) as crowd:
                await crowd.at_full_speed(_WARM)
                taken = await crowd.paced(pace, _PACED_TAPS, _WARM)
            print(line(f"{name}, {pace} taps/s asked for", taken), flush=True)
            figures[f"{name}, {pace} taps/s: p99 ms"] = taken.percentile(99)
    return figures


def line(name: str, taken: Taken) -> str:
    """What a crowd of taps took, for a table."""
    return (
        f"{name:32} {taken.rate:6.0f} taps/s  p50 {taken.percentile(50):6.0f} ms"
        f"  p99 {taken.percentile(99):6.0f} ms  processor a tap: {taken.processor:5.2f} ms,"
        f" of the sandbox {taken.ours:5.2f} ms"
    )


async def works(person: Person, number: int) -> None:
    """The tap of that number in work mode."""
    await person.taps(label_of(number), wait=False)


def label_of(number: int) -> str:
    """What stands on it."""
    return "Через 3 дня" if number % 2 else "✅ Поговорили"


async def _taps(person: Person, number: int) -> None:
    await person.taps("tap", wait=False)


@asynccontextmanager
async def bare(people: int, tasks: int) -> AsyncIterator[Crowd]:
    """The bare bot, which keeps nothing."""
    async with _bare(people, "benchmarks.bare") as crowd:
        yield crowd


@asynccontextmanager
async def bare_kept(people: int, tasks: int) -> AsyncIterator[Crowd]:
    """The bare bot that writes as much as ours, by `sqlite3` itself."""
    with tempfile.TemporaryDirectory() as folder:
        kept_in = str(Path(folder) / "kept.db")
        async with _bare(people, "benchmarks.bare_kept", KEPT_IN=kept_in) as crowd:
            yield crowd


@asynccontextmanager
async def _bare(people: int, module: str, **more: str) -> AsyncIterator[Crowd]:
    async with Sandbox(MovableClock(MONDAY_EIGHT), patience=PATIENCE) as box:
        crowd = people_of(box, people)
        env = {"TELEGRAM_API_URL": box.url, "BOT_TOKEN": box.token} | more
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", module, env=env, cwd=Path(__file__).parent.parent
        )
        try:
            for person in crowd:
                await person.writes("/start")
            yield Crowd(box, crowd, process.pid, _taps)
        finally:
            process.kill()
            await process.wait()


@asynccontextmanager
async def on_sqlite(
    people: int, tasks: int, others: int = 0, history: int = 0
) -> AsyncIterator[Crowd]:
    """The bot on a file, written through at each commit; `history`: entries of the timeline."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        url = f"sqlite+aiosqlite:///{folder / 'bot.db'}"
        async with _office(folder, url, people, tasks, others, history) as crowd:
            yield crowd


@asynccontextmanager
async def on_postgres(
    people: int, tasks: int, others: int = 0, history: int = 0
) -> AsyncIterator[Crowd]:
    """The bot on a PostgreSQL server of this machine."""
    with tempfile.TemporaryDirectory() as name:
        async with bare_postgres() as database:
            url = database.url.render_as_string(hide_password=False)
            async with _office(Path(name), url, people, tasks, others, history) as crowd:
                yield crowd


@asynccontextmanager
async def _office(
    folder: Path, url: str, people: int, tasks: int, others: int, history: int
) -> AsyncIterator[Crowd]:
    clock = MovableClock(MONDAY_EIGHT, path=folder / "clock")
    await fill(url, clock.now(), people, tasks, others=others)
    if history:
        await add_history(url, people * tasks + others, history)
    async with served(folder, url, clock) as (box, bot):
        crowd = people_of(box, people)
        await begin(crowd)
        yield Crowd(box, crowd, bot.pid, works)


@asynccontextmanager
async def served(
    folder: Path, url: str, clock: MovableClock, **more: str
) -> AsyncIterator[tuple[Sandbox, BotProcess]]:
    """A sandbox, and the bot on the database, which is filled already; `more` are settings."""
    port = free_port()
    async with Sandbox(clock, patience=PATIENCE) as box:
        settings = {"TICK_SECONDS": "15", "DATABASE_URL": url} | more
        env = environment(folder, box.url, port, **settings)
        ready = f"http://127.0.0.1:{port}/ready"
        async with BotProcess([sys.executable, "-m", "bot"], env, ready, cwd=folder) as bot:
            yield box, bot


async def begin(crowd: Sequence[Person]) -> None:
    """Everybody begins the day."""
    for person in crowd:
        await person.writes("/today")
        await person.taps("▶️ Начать день")
        await person.sees("Осталось на сегодня")


def people_of(box: Sandbox, count: int) -> list[Person]:
    """The managers of the filled base, as people of the sandbox."""
    return [box.person(f"P{number}", FIRST_ID + number) for number in range(count)]
