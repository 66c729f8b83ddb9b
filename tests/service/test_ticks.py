"""A tick with nothing to do is one look; what is due is done by the same tick."""

import re
from collections.abc import Sequence
from datetime import datetime

import pytest

from bot.jobs.for_each import for_portions_in_own_transaction
from bot.jobs.job import Job
from bot.jobs.table import TABLE
from bot.jobs.ticker import Ticker
from bot.models import User
from bot.services.core.work import Work
from bot.transactions import Transactions
from tests.builders import Firm, at
from tests.service.seen import counted, gaps

LOOKS = ("policy", "policy_changes", "job_runs")
"""What an idle tick reads first, by statement: the rules, the signs of all jobs, when the clock was
noted."""
PEOPLE = ("Анна", "Борис", "Вера")


async def _tick(firm: Firm, ticker: Ticker) -> list[str]:
    with counted(firm.database) as statements:
        await ticker.tick()
    return [statement for statement, _ in statements if statement != "BEGIN"]


async def test_an_idle_tick_is_three_looks(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna)
    ticker = Ticker(firm.transactions, 3600, lambda: None)
    await ticker.tick()
    statements = await _tick(firm, ticker)
    assert {statement.split()[0] for statement in statements} == {"SELECT"}
    read = [re.findall(r"FROM (\w+)", statement)[0] for statement in statements]
    assert read == list(LOOKS)


async def test_what_is_far_off_costs_a_tick_one_look_more(firm: Firm) -> None:
    """A vacation of next year shows the sign of one that is to be told of."""
    anna = await firm.person("Анна")
    async with firm.work() as work:
        person = await work.session.get_one(User, anna)
        person.away_from, person.away_until = firm.in_days(200), firm.in_days(210)
    ticker = Ticker(firm.transactions, 3600, lambda: None)
    await ticker.tick()
    statements = await _tick(firm, ticker)
    assert len(statements) == len(LOOKS) + 1


async def test_what_is_due_is_done_by_the_tick_that_sees_it(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna)
    ticker = Ticker(firm.transactions, 3600, lambda: None)
    await ticker.tick()
    at(firm, 24, 15)
    await ticker.tick()
    (gap,) = await gaps(firm, client)
    assert gap.on_its_way is not None


def test_every_job_of_every_tick_says_whether_it_is_due() -> None:
    assert [job.name for job in TABLE if (job.daily_from is None) != job.of_every_tick] == []


async def test_where_it_can_not_be_seen_each_job_looks_for_itself(
    firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[str] = []

    async def job(_: object) -> dict[str, int]:
        ran.append("job")
        return {}

    async def breaks(_: Work) -> bool:
        raise ValueError("no")

    monkeypatch.setattr("bot.jobs.ticker.TABLE", (Job("job", job, is_due=breaks),))
    await Ticker(firm.transactions, 3600, lambda: None).tick()
    assert ran == ["job"]


async def test_all_jobs_of_a_tick_see_the_same_moment(
    firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[datetime] = []

    async def job(transactions: Transactions) -> dict[str, int]:
        seen.append(transactions.now())
        at(firm, 24, 12)
        return {}

    async def due(work: Work) -> bool:
        seen.append(work.now)
        return True

    before = firm.clock.now()
    monkeypatch.setattr("bot.jobs.ticker.TABLE", (Job("one", job, is_due=due), Job("two", job)))
    await Ticker(firm.transactions, 3600, lambda: None).tick()
    assert seen == [before] * 3


async def test_one_that_fails_does_not_keep_the_others_of_its_portion(firm: Firm) -> None:
    people = [await firm.person(name) for name in PEOPLE]

    async def rename(work: Work, ids: Sequence[int]) -> int:
        for number in ids:
            person = await work.session.get_one(User, number)
            person.name += "!"
            if number == people[1]:
                raise ValueError("no")
        return len(ids)

    assert await for_portions_in_own_transaction(firm.transactions, "job", people, rename, 5) == 2
    async with firm.work() as work:
        names = [(await work.session.get_one(User, number)).name for number in people]
    assert names == ["Анна!", "Борис", "Вера!"]
