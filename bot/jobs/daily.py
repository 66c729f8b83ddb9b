"""Jobs of once a day, whichever process ticks and however often."""

from datetime import datetime

from bot.jobs.job import Job
from bot.models.job_run import first_run
from bot.transactions import Transactions


class Daily:
    """Knows which jobs have had their day."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions
        self._ran: set[str] = set()

    async def is_time(self, job: Job, local: datetime) -> bool:
        """Whether the job is to run at the tick of this local moment of the company; what runs
        once a day has run with that."""
        if job.daily_from is None:
            return True
        if local.hour < job.daily_from:
            return False
        return await self.first_time(f"{job.name} {local.date().isoformat()}")

    async def first_time(self, key: str) -> bool:
        """Whether nobody has run this yet; from now on somebody has.

        Remembered here as well, so that a tick does not ask the database for the night's job.
        """
        if key in self._ran:
            return False
        async with self._transactions.work() as work:
            first = await first_run(work.session, key, work.now)
        self._ran.add(key)
        return first
