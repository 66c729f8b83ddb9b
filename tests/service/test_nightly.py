"""A job of the night runs once, whichever process ticks and however often; what is old goes."""

from datetime import timedelta

from sqlalchemy import insert, select

from bot.jobs.daily import Daily
from bot.jobs.job import Counts, Job
from bot.jobs.names import JobName
from bot.jobs.table import JOBS, TABLE
from bot.models import InboxUpdate, OutboxMessage, OutboxStatus
from bot.models.pruning import AT_ONCE
from bot.transactions import Transactions
from tests.builders import Firm, at
from tests.service.running import run_job
from tests.service.seen import counted

WEEK = timedelta(days=7)
SECOND = timedelta(seconds=1)


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
        if await daily.is_time(nightly, firm.transactions.local_now()):
            times.append(f"{day} {hour}:{minute}")
    at(firm, 25, 5)
    assert times == ["24 3:0"]
    assert await daily.is_time(nightly, firm.transactions.local_now())


async def test_a_job_of_every_tick_is_always_due(firm: Firm) -> None:
    jobs = [job for job in TABLE if job.daily_from is None]
    now = firm.transactions.local_now()
    assert [job.name for job in jobs if not await Daily(firm.transactions).is_time(job, now)] == []


def test_every_name_has_its_job_and_every_job_its_name() -> None:
    assert set(JOBS) == set(JobName)
    assert len({job.name for job in TABLE}) == len(TABLE)
    assert set(JOBS.values()) == {job for job in TABLE if job.name != "clock"}


async def test_what_people_wrote_goes_a_week_after_it_was_handled(firm: Firm) -> None:
    """What waits stays however old it is, and so does what was parked: somebody looks at it."""
    now = firm.clock.now()
    updates = {
        1: {"handled_at": now - WEEK - SECOND},
        2: {"handled_at": now - WEEK},
        3: {},
        4: {"parked_at": now - 2 * WEEK},
    }
    async with firm.work() as work:
        for number, what in updates.items():
            work.session.add(
                InboxUpdate(
                    update_id=number, chat_id=1, raw="{}", received_at=now - 3 * WEEK, **what
                )
            )
    await run_job(firm, "prune")
    async with firm.work() as work:
        left = await work.session.scalars(select(InboxUpdate.update_id))
        assert sorted(left) == [2, 3, 4]


async def test_it_goes_in_portions_that_hold_the_writer_for_a_moment(firm: Firm) -> None:
    """Whatever stays in between, the way goes on to the first that has come since."""
    now, many = firm.clock.now(), 2 * AT_ONCE + 3
    old = {"chat_id": 1, "raw": "{}", "received_at": now - 3 * WEEK, "tries": 0}
    rows = [old | {"update_id": number, "handled_at": now - 2 * WEEK} for number in range(many)]
    for number in range(1, AT_ONCE + 1):
        rows[number]["handled_at"] = None
    rows += [old | {"update_id": many, "received_at": now, "handled_at": now}]
    async with firm.work() as work:
        await work.session.execute(insert(InboxUpdate), rows)
    with counted(firm.database) as statements:
        await run_job(firm, "prune")
    drops = [values for what, values in statements if what.startswith("DELETE FROM inbox")]
    assert [values[1] - values[0] for values in drops] == [AT_ONCE, AT_ONCE, 4]
    async with firm.work() as work:
        left = await work.session.scalars(select(InboxUpdate.update_id))
        assert sorted(left) == [*range(1, AT_ONCE + 1), many]


async def test_a_message_goes_two_months_after_it_ended(firm: Firm) -> None:
    anna, now = await firm.person("Анна"), firm.clock.now()
    messages = [
        ("old", OutboxStatus.SENT, 61),
        ("old and failed", OutboxStatus.FAILED, 61),
        ("late", OutboxStatus.SENT, 60),
        ("waiting", OutboxStatus.PENDING, 61),
    ]
    async with firm.work() as work:
        for key, status, days in messages:
            at = now - timedelta(days=days)
            work.session.add(
                OutboxMessage(
                    key=key,
                    kind="nudge",
                    user_id=anna,
                    payload={},
                    status=status,
                    created_at=at,
                    not_before=at,
                )
            )
    await run_job(firm, "prune")
    async with firm.work() as work:
        left = await work.session.scalars(select(OutboxMessage.key))
        assert sorted(left) == ["late", "waiting"]
