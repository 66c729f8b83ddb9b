"""Noticing that the clock has gone back: what it put far ahead is worked out again (R10)."""

from datetime import datetime, timedelta

import structlog

from bot.jobs.job import Counts
from bot.models.job_run import ran_at, run_again
from bot.models.user import look_again
from bot.services.core.work import Work
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
        if not await is_due(work):
            return {}
    async with transactions.work() as work:
        noted = await ran_at(work.session, _KEY)
        if noted is not None and _is_back(work, noted):
            log.warning("the clock has gone back", noted=noted, now=work.now)
            await look_again(work.session, work.now)
        await run_again(work.session, _KEY, work.now)
    return {}


async def is_due(work: Work) -> bool:
    """Whether the clock has gone back, or was not noted for long."""
    noted = await ran_at(work.session, _KEY)
    return noted is None or _is_back(work, noted) or work.now - noted >= _NOTED_EVERY


def _is_back(work: Work, noted: datetime) -> bool:
    return work.now < noted - _NO_MATTER
