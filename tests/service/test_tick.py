"""A tick looks for due work in one transaction and runs what has something to do."""

from collections.abc import Sequence

import pytest
from sqlalchemy import event
from structlog.testing import capture_logs

from bot.jobs import ticker
from bot.jobs.job import Counts, Job, Looked
from bot.jobs.table import TABLE
from bot.services.core.work import Work
from bot.transactions import Transactions
from tests.builders import Firm, at


def looking(found: bool | Exception) -> Looked:
    async def is_due(_: Work) -> bool:
        if isinstance(found, Exception):
            raise found
        return found

    return is_due


async def ran(
    firm: Firm, monkeypatch: pytest.MonkeyPatch, looks: Sequence[bool | Exception | None]
) -> list[int]:
    """Which of the jobs a tick has run, by their numbers."""
    numbers: list[int] = []

    def job(number: int, found: bool | Exception | None) -> Job:
        async def run(_: Transactions) -> Counts:
            numbers.append(number)
            return {}

        return Job(f"job {number}", run, is_due=None if found is None else looking(found))

    table = tuple(job(number, found) for number, found in enumerate(looks))
    monkeypatch.setattr(ticker, "TABLE", table)
    await ticker.Ticker(firm.transactions, 1, lambda: None).tick()
    return numbers


async def test_an_idle_tick_is_one_look(firm: Firm) -> None:
    """However many jobs there are, of which one writes nothing either on the day of the pool."""
    await firm.person("Анна")
    tick = ticker.Ticker(firm.transactions, 1, lambda: None)
    at(firm, 23, 12)
    for _ in range(2):
        await tick.tick()
    connections: list[object] = []
    pool = firm.database.engine.sync_engine
    event.listen(pool, "checkout", lambda *each: connections.append(each))
    await tick.tick()
    assert len(connections) == 1
    assert tick.ticks == 3


@pytest.mark.parametrize(
    ("looks", "run"),
    [
        ([False, False, False], []),
        ([False, True, False, False], [1, 2, 3]),
        ([None, False, None, True], [0, 2, 3]),
        ([True, ValueError()], [0, 1]),
    ],
)
async def test_what_a_job_does_the_next_ones_may_go_on_with(
    firm: Firm,
    monkeypatch: pytest.MonkeyPatch,
    looks: list[bool | Exception | None],
    run: list[int],
) -> None:
    assert await ran(firm, monkeypatch, looks) == run


async def test_a_look_that_fails_holds_nobody_up(
    firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The job itself says what is wrong."""
    with capture_logs() as lines:
        assert await ran(firm, monkeypatch, [False, ValueError(), False]) == [1, 2]
    assert [line["log_level"] for line in lines if "look" in line["event"]] == ["debug"]


def test_every_job_of_a_tick_is_looked_at_first() -> None:
    assert [job.name for job in TABLE if job.daily_from is None and job.is_due is None] == []
