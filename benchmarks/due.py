"""What is due, and what people open most, in a company of a million clients with 300,000 open deals
and three million tasks, beside one of 20,000 in the same run, on both databases."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from time import perf_counter

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from benchmarks.company import ADMIN, ESCALATED_AT, LARGE, MANAGER, NOW, SMALL, STORES, WANTED
from bot.db import Database
from bot.jobs.job import Counts
from bot.jobs.names import JobName
from bot.jobs.table import JOBS, TABLE
from bot.jobs.ticker import Ticker
from bot.models import User
from bot.models.job_run import first_run
from bot.services.clients.search import find
from bot.services.core.work import Act
from bot.services.day.day import day
from bot.services.gaps.neglect import own_gaps, team_gaps
from bot.transactions import Transactions

TIMES = 15
_TYPED = {"search, a beginning": "ромашкинс", "search, two words": "велим ромаш"}
_AGAIN = (
    "DELETE FROM outbox",
    "UPDATE users SET escalated_at = NULL",
    "UPDATE gaps SET on_its_way = NULL, decided_at = NULL,"
    f" next_step_at = '{ESCALATED_AT:%Y-%m-%d %H:%M:%S.%f}'",
)
"""Every one of the gaps is to be told to a head now."""
_DRIFTED = "UPDATE clients SET next_due = '2027-01-11' WHERE id % 10000 = 1"


class TimedDatabase(Database):
    """Writes down how long each transaction held the writer, in seconds."""

    def __init__(self, database: Database) -> None:
        super().__init__(database.url.render_as_string(hide_password=False))
        self.held: list[float] = []

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        async with super().transaction() as session:
            start = perf_counter()
            yield session
            await session.commit()
            self.held.append(perf_counter() - start)


async def measure(large: int = LARGE) -> dict[str, float]:
    """Milliseconds, the fastest of several, in the large company, and how that compares with the
    small one."""
    figures: dict[str, float] = {}
    for store, opened in STORES.items():
        found: list[Mapping[str, float]] = []
        for clients in (SMALL, large):
            with tempfile.TemporaryDirectory() as folder:
                async with opened(Path(folder), clients) as transactions:
                    found.append(await looked_at(transactions))
        for name, value in found[1].items():
            figures[f"{store}: {name}"] = value
            if found[0][name]:
                figures[f"{store}: {name}, ratio"] = value / found[0][name]
    return figures


async def looked_at(transactions: Transactions) -> dict[str, float]:
    """The figures of one company on one database."""
    runs: dict[str, Callable[[], Awaitable[object]]] = {
        "«My tasks» ms": partial(_read, transactions, MANAGER, lambda act: day(act, 0)),
        "uncovered of a manager ms": partial(
            _read, transactions, MANAGER, lambda act: own_gaps(act, 0)
        ),
        "uncovered of the company ms": partial(
            _read, transactions, ADMIN, lambda act: team_gaps(act, 0)
        ),
    }
    for name, typed in _TYPED.items():
        runs[f"{name} ms"] = partial(_read, transactions, ADMIN, partial(_search, typed=typed))
    ticker = await _ticker(transactions)
    figures = {"idle tick ms": await _least(ticker.tick)}
    figures |= {name: await _least(run) for name, run in runs.items()}
    figures["escalation of 1,000 ms"] = await _escalated(transactions)
    return figures | await _reconciled(transactions)


async def _least(run: Callable[[], Awaitable[object]]) -> float:
    """The fastest of several: what others do to the machine is no figure of ours. A call that says
    what it took counts as that."""
    taken = []
    for _ in range(TIMES):
        start = perf_counter()
        own = await run()
        taken.append(own if isinstance(own, float) else perf_counter() - start)
    return 1000 * min(taken)


async def _read(
    transactions: Transactions, person_id: int, look: Callable[[Act], Awaitable[object]]
) -> float:
    """What the service takes inside a transaction that is open, as a tap has one."""
    async with transactions.looking() as work:
        act = Act.by(await work.session.get_one(User, person_id), work)
        start = perf_counter()
        await look(act)
        return perf_counter() - start


async def _search(act: Act, typed: str) -> None:
    lines = (await find(act, typed)).page.lines
    assert any(line.name == WANTED for line in lines), typed


async def _ticker(transactions: Transactions) -> Ticker:
    """One for which the night is over."""
    async with transactions.work() as work:
        for job in TABLE:
            if job.daily_from is not None:
                await first_run(work.session, f"{job.name} {NOW.date().isoformat()}", NOW)
    ticker = Ticker(transactions, 1, lambda: None)
    await ticker.tick()
    return ticker


async def _escalated(transactions: Transactions) -> float:
    later = transactions.at(ESCALATED_AT)
    taken = []
    for _ in range(3):
        async with transactions.work() as work:
            for statement in _AGAIN:
                await work.session.execute(text(statement))
        start = perf_counter()
        counts = await JOBS[JobName.ESCALATIONS].run(later)
        taken.append(perf_counter() - start)
        assert counts["escalated"] == 1000, counts
    return 1000 * min(taken)


async def _reconciled(transactions: Transactions) -> dict[str, float]:
    """A night in which one client of ten thousand has drifted, and one in which none has."""
    async with transactions.work() as work:
        await work.session.execute(text(_DRIFTED))
    figures = {}
    for night in ("reconciliation, with drift", "reconciliation"):
        database = TimedDatabase(transactions.database)
        start = perf_counter()
        counts = await _night(Transactions(database, transactions.clock, transactions.company))
        figures[f"{night} ms"] = 1000 * (perf_counter() - start)
        figures[f"{night}: longest transaction ms"] = 1000 * max(database.held, default=0)
        assert bool(counts["drifted"]) is ("drift" in night), counts
        await database.close()
    return figures


async def _night(transactions: Transactions) -> Counts:
    return await JOBS[JobName.RECONCILE].run(transactions)


if __name__ == "__main__":
    for name, value in asyncio.run(measure()).items():
        print(f"{name:60} {value:10.2f}")
