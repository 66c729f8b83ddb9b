"""A base of 300 clients without a task planned at once, beside the same one client after the
other; the picture of the load, and how long the event loop waits while it is drawn."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

from bot.clock import MovableClock
from bot.db import Database
from bot.method.core.workdays import WorkCalendar
from bot.method.planning.load import Load, day_loads
from bot.method.tasks.kinds import Workload
from bot.migrate import migrate
from bot.models import Client
from bot.services.core.coverage import refresh
from bot.services.planning import spreading
from bot.services.tasks.tasks import When, plan_task
from bot.telegram.drawing import drawn
from bot.views.planning.load_chart import LoadChart
from demo.stage import MONDAY_EIGHT
from tests.builders import Firm

CLIENTS = 300


async def measure() -> dict[str, float]:
    """Seconds on SQLite; milliseconds of the longest wait of the loop."""
    async with _firm() as (firm, anna):
        start = perf_counter()
        async with firm.act(anna) as act:
            shown = await spreading.preview(act)
        preview = perf_counter() - start
        async with firm.act(anna) as act:
            made = await spreading.planned(act)
            spreading.confirm(made, shown.mark)
            for at in range(0, len(made.placed), spreading.PORTION):
                await spreading.carry_out(act, made, at)
        at_once = perf_counter() - start - preview
    async with _firm() as (firm, anna):
        start = perf_counter()
        async with firm.act(anna) as act:
            for number in range(1, CLIENTS + 1):
                await plan_task(act, number, None, When(firm.in_days(1)))
        one_by_one = perf_counter() - start
    first, waited = await _drawn()
    again, _ = await _drawn()
    return {
        "preview s": preview,
        "at once s": at_once,
        "one by one s": one_by_one,
        "first picture s": first,
        "loop waits ms": waited * 1000,
        "next picture s": again,
    }


@asynccontextmanager
async def _firm() -> AsyncIterator[tuple[Firm, int]]:
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite+aiosqlite:///{Path(folder) / 'bot.db'}")
        await migrate(database)
        firm = Firm(database, MovableClock(MONDAY_EIGHT))
        anna = await firm.person("Анна")
        async with firm.act(anna) as act:
            for number in range(1, CLIENTS + 1):
                act.session.add(Client(name=f"К {number}", owner_id=anna, created_at=act.now))
            await act.session.flush()
            for number in range(1, CLIENTS + 1):
                await refresh(act, number)
        yield firm, anna
        await database.close()


async def _drawn() -> tuple[float, float]:
    """How long a picture takes in its process, and the longest that the loop waited meanwhile."""
    today = date(2026, 11, 24)
    counts = {today + timedelta(days=number): Workload(9 + number) for number in range(14)}
    load = Load(1, None, today, 12, day_loads(counts, today, WorkCalendar()), 2, 3)
    start = latest = perf_counter()
    drawing = asyncio.ensure_future(drawn(LoadChart("ru", load)))
    longest = 0.0
    while not drawing.done():
        await asyncio.sleep(0.001)
        longest, latest = max(longest, perf_counter() - latest), perf_counter()
    return perf_counter() - start, longest
