"""The morning of 5,000 managers with 200 clients each, on both databases: how soon all digests are
decided, how long one holds the writer, and what one takes to render."""

import asyncio
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from sqlalchemy import text

from benchmarks.company import LARGE, MANAGER, STORES
from benchmarks.due import TimedDatabase
from bot.jobs.names import JobName
from bot.jobs.table import JOBS
from bot.models import User
from bot.services.core.work import Act
from bot.services.day.day import morning
from bot.services.gaps.neglect import asked_gaps
from bot.transactions import Transactions
from bot.views.day.digest import digest_screen
from bot.views.words import Words

TIMES = 50
NINE = datetime(2026, 11, 24, 6, tzinfo=UTC)
"""Everybody's nine o'clock, in Moscow."""
_AGAIN = (
    "DELETE FROM outbox",
    f"UPDATE users SET digest_due_at = '{NINE:%Y-%m-%d %H:%M:%S.%f}'",
)


async def measure(clients: int = LARGE) -> dict[str, float]:
    """Seconds and milliseconds, the least of several; every user of the company gets a digest."""
    figures: dict[str, float] = {}
    for store, opened in STORES.items():
        with tempfile.TemporaryDirectory() as folder:
            async with opened(Path(folder), clients) as transactions:
                found = await looked_at(transactions)
        figures |= {f"{store}: {name}": value for name, value in found.items()}
    return figures


async def looked_at(transactions: Transactions) -> dict[str, float]:
    """The figures on one database."""
    taken, held = [], []
    for _ in range(3):
        async with transactions.work() as work:
            for statement in _AGAIN:
                await work.session.execute(text(statement))
        database = TimedDatabase(transactions.database)
        morning_of_all = replace(transactions.at(NINE), database=database)
        start = perf_counter()
        counts = await JOBS[JobName.DIGEST].run(morning_of_all)
        taken.append(perf_counter() - start)
        held.append(max(database.held))
        await database.close()
    return {
        "digests": counts["digests"],
        "decided s": min(taken),
        "longest transaction ms": 1000 * min(held),
        **await _rendered(transactions),
    }


async def _rendered(transactions: Transactions) -> dict[str, float]:
    """What is looked up for one, and the drawing of it."""
    looked, drawn = [], []
    async with transactions.looking() as work:
        act = Act.by(await work.session.get_one(User, MANAGER), work)
        for _ in range(TIMES):
            start = perf_counter()
            page, gaps = await morning(act), await asked_gaps(act, range(1, 11))
            looked.append(perf_counter() - start)
            start = perf_counter()
            digest_screen(Words("ru"), page, act.actor.name, gaps)
            drawn.append(perf_counter() - start)
    return {"looked up ms": 1000 * min(looked), "rendered ms": 1000 * min(drawn)}


if __name__ == "__main__":
    for name, value in asyncio.run(measure()).items():
        print(f"{name:60} {value:10.2f}")
