"""Noticing that the clock has gone back: what it put far ahead is worked out again (R10)."""

from datetime import timedelta

import structlog

from bot.jobs.job import Counts
from bot.models.job_run import ran_at, run_again
from bot.models.user import look_again
from bot.transactions import Transactions

log = structlog.get_logger(__name__)

_KEY = "clock"
_NOTED_EVERY = timedelta(hours=1)
_NO_MATTER = timedelta(minutes=5)
"""Clocks are put right by a little all the time."""


async def run_once(transactions: Transactions) -> Counts:
    """Compare the clock with what it was; back by more than a little, everybody is looked at.

    The messages of a date keep their keys, so that none of them comes a second time.
    """
    async with transactions.looking() as work:
        noted = await ran_at(work.session, _KEY)
    back = noted is not None and work.now < noted - _NO_MATTER
    if noted is not None and not back and work.now - noted < _NOTED_EVERY:
        return {}
    async with transactions.work() as work:
        if back:
            log.warning("the clock has gone back", noted=noted, now=work.now)
            await look_again(work.session, work.now)
        await run_again(work.session, _KEY, work.now)
    return {}
