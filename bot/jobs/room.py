"""What every job works with: a transaction at the present moment, as often as it needs one."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.db import Database
from bot.models.job_run import first_run
from bot.services.core.company import work_at
from bot.services.core.work import Company, Work

Counts = dict[str, int]


@dataclass(frozen=True)
class Room:
    """Database, clock and company; jobs take it and return what they did, counted."""

    database: Database
    clock: Clock
    company: Company
    _ran: set[str] = field(default_factory=set, compare=False)

    async def first_time(self, key: str) -> bool:
        """Whether nobody has run this yet; from now on somebody has.

        Remembered here as well, so that a tick does not ask the database for the night's job.
        """
        if key in self._ran:
            return False
        async with self.work() as work:
            first = await first_run(work.session, key, work.now)
        self._ran.add(key)
        return first

    @asynccontextmanager
    async def work(self) -> AsyncIterator[Work]:
        """A transaction that commits at the end of the block."""
        async with self.database.transaction() as session:
            yield await work_at(session, self.clock.now(), self.company)

    @asynccontextmanager
    async def looking(self) -> AsyncIterator[Work]:
        """The same for looking only: most ticks find nothing to do and write nothing."""
        async with self.database.reading() as session:
            yield await work_at(session, self.clock.now(), self.company)

    def local_now(self) -> datetime:
        """The company's local time."""
        return self.clock.now().astimezone(ZoneInfo(self.company.zone))

    def today(self) -> date:
        """The company's local date."""
        return self.local_now().date()
