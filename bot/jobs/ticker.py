"""The heartbeat: APScheduler only ticks, what is due lives in the database."""

import asyncio
from collections.abc import Callable
from datetime import datetime

import structlog
from apscheduler.jobstores.base import JobLookupError
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.db import is_away
from bot.jobs.daily import Daily
from bot.jobs.table import TABLE
from bot.models.idle import DueSigns
from bot.transactions import Transactions

log = structlog.get_logger(__name__)

_SILENT = 3.0
"""After so many intervals without a tick the scheduler is made anew."""
_LEAST = 1.0
"""No interval is counted as shorter, in seconds."""


class Ticker:
    """Ticks every so many seconds; `ticks` and `ticked_at` (UTC) tell that it lives."""

    def __init__(
        self, transactions: Transactions, seconds: float, after: Callable[[], None]
    ) -> None:
        self._transactions = transactions
        self._daily = Daily(transactions)
        self._signs = DueSigns(job.sign for job in TABLE if job.sign is not None)
        self._seconds = seconds
        self._after = after
        self._running = asyncio.Lock()
        self._last = 0.0
        self.ticks = 0
        self.ticked_at: datetime | None = None

    async def run(self) -> None:
        """Tick until cancelled; a watchdog by real time re-arms a scheduler that has gone silent.

        The scheduler follows the wall clock: after a jump back it would wait for the old time.
        """
        scheduler = AsyncIOScheduler(timezone="UTC")
        scheduler.start()
        try:
            self._arm(scheduler)
            while True:
                await asyncio.sleep(max(self._seconds, _LEAST))
                # A tick that takes long, as with a database that is locked, is not silent.
                silent = _now() - self._last > _SILENT * max(self._seconds, _LEAST)
                if silent and not self._running.locked():
                    log.warning("the ticker was silent and is re-armed")
                    self._arm(scheduler)
        finally:
            scheduler.pause()
            # The tick under way ends by itself: cancelled it would leave half a round.
            async with self._running:
                scheduler.shutdown(wait=False)

    async def tick(self) -> None:
        """Run every job whose time it is once; one that fails does not stop the others.

        All of them see the same moment: what one names is known to the next, also where the
        clock strikes between the two.
        """
        if self._running.locked():
            return
        async with self._running:
            self._last = _now()
            standing = self._transactions.at(self._transactions.now())
            idle = await self._is_idle(standing)
            for job in TABLE:
                if idle and job.of_every_tick:
                    continue
                try:
                    if not await self._daily.is_time(job, standing.local_now()):
                        continue
                    counts = await job.run(standing)
                except Exception as error:
                    if is_away(error):
                        log.warning("the database is away", error=type(error).__name__)
                        break
                    log.error("a job failed", job=job.name, exc_info=error)
                    continue
                if any(counts.values()):
                    log.info("job done", job=job.name, **counts)
            self.ticks += 1
            self.ticked_at = standing.now()
            self._last = _now()
        self._after()

    async def _is_idle(self, transactions: Transactions) -> bool:
        """Whether nothing is due of what is looked at in one transaction: as it is most of the
        time. Where that can not be seen each job looks for itself."""
        try:
            async with transactions.looking() as work:
                seen = await self._signs.found(work.session, work.now)
                for job in TABLE:
                    if await job.may_be_due(work, seen):
                        return False
        except Exception as error:
            log.warning("what is due can not be seen", error=type(error).__name__)
            return False
        return True

    def _arm(self, scheduler: AsyncIOScheduler) -> None:
        try:
            scheduler.remove_job("tick")
        except JobLookupError:
            log.debug("the first arming")
        scheduler.add_job(
            self.tick,
            "interval",
            seconds=self._seconds,
            id="tick",
            coalesce=True,
            misfire_grace_time=None,
            max_instances=1,
        )
        self._last = _now()


def _now() -> float:
    return asyncio.get_running_loop().time()
