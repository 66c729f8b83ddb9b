"""The pool by time: attempts that ran out, and the weekly hand-out (R6)."""

from datetime import datetime

from bot.jobs.for_each import for_each_in_own_transaction, for_portions_in_own_transaction
from bot.jobs.job import Counts
from bot.jobs.names import JobName
from bot.method.core.refusals import NotNow
from bot.models.job_run import first_run, ran_at
from bot.services.core.work import Work
from bot.services.pool.giving import Pairs, by_person, give_some
from bot.services.pool.handing_out import weekly_plan
from bot.services.pool.reactivation import attempts_to_expire, expire
from bot.transactions import Transactions


async def run_once(transactions: Transactions) -> Counts:
    """End the attempts without a verdict; on the company's day of the week hand clients out."""
    async with transactions.looking() as work:
        late = await attempts_to_expire(work)
    name = JobName.REACTIVATION
    expired = await for_each_in_own_transaction(transactions, name, late, expire)
    return {"expired": sum(expired), "handed_out": await _weekly(transactions)}


async def is_time(work: Work) -> bool:
    """Whether it is time for the hand-out of this week."""
    if not work.policy.reactivation_weekly:
        return False
    local = work.company.local(work.now)
    day = work.calendar.weekly(local.date(), work.policy.reactivation_weekday)
    if local.date() != day or local.hour < work.policy.day_starts.hour:
        return False
    return await ran_at(work.session, _key(local)) is None


async def _weekly(transactions: Transactions) -> int:
    async with transactions.looking() as work:
        if not await is_time(work):
            return 0
        try:
            planned = (await weekly_plan(work)).plan.assignments
        except NotNow:
            # Nobody there to take a client; next week there may be.
            planned = ()
    name = JobName.REACTIVATION
    given = 0
    # One person's at once: they are one list of one moment to read.
    for pairs in by_person(planned):
        given += await for_portions_in_own_transaction(transactions, name, pairs, _give, len(pairs))
    # Last: after a crash in between those that are left find the places that are left.
    async with transactions.work() as work:
        await first_run(work.session, _key(work.company.local(work.now)), work.now)
    return given


async def _give(work: Work, pairs: Pairs) -> int:
    return len(await give_some(work, pairs))


def _key(local: datetime) -> str:
    return f"hand-out {local.date().isoformat()}"
