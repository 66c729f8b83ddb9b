"""A job of the night runs once, whichever process ticks and however often."""

from bot.jobs.daily import Daily
from bot.jobs.job import Counts, Job
from bot.jobs.names import JobName
from bot.jobs.table import JOBS, TABLE
from bot.transactions import Transactions
from tests.builders import Firm, at


async def test_once_a_night_for_all_processes(firm: Firm) -> None:
    one, other = (Daily(firm.transactions) for _ in range(2))
    assert await one.first_time("prune 2026-11-24")
    assert not await one.first_time("prune 2026-11-24")
    assert not await other.first_time("prune 2026-11-24")
    assert await other.first_time("prune 2026-11-25")


async def test_a_job_of_once_a_day_waits_for_its_hour_by_the_companys_clock(firm: Firm) -> None:
    async def nothing(_: Transactions) -> Counts:
        return {}

    daily, nightly = Daily(firm.transactions), Job("job", nothing, daily_from=3)
    times: list[str] = []
    for day, hour, minute in [(24, 2, 59), (24, 3, 0), (24, 3, 1), (24, 23, 0), (25, 1, 0)]:
        at(firm, day, hour, minute)
        if await daily.is_time(nightly):
            times.append(f"{day} {hour}:{minute}")
    at(firm, 25, 5)
    assert (times, await daily.is_time(nightly)) == (["24 3:0"], True)


async def test_a_job_of_every_tick_is_always_due(firm: Firm) -> None:
    jobs = [job for job in TABLE if job.daily_from is None]
    assert [job.name for job in jobs if not await Daily(firm.transactions).is_time(job)] == []


def test_every_name_has_its_job_and_every_job_its_name() -> None:
    assert set(JOBS) == set(JobName)
    assert len({job.name for job in TABLE}) == len(TABLE)
    assert set(JOBS.values()) == {job for job in TABLE if job.name != "clock"}
