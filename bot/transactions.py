"""Transactions at the present moment: what every edge opens, from worker to command line."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import Clock, MovableClock
from bot.db import Database
from bot.services.core.company import act_at, work_at
from bot.services.core.work import Act, Company, Work


@dataclass(frozen=True)
class Transactions:
    """Database, clock and company: a use case gets its transaction, moment and rules from here.

    `work`, `looking`, `act` and `looking_by` open a transaction; `work_in` and `act_in` serve
    whoever has a bare session of `database` and learns only inside it whether rules or a person
    are needed.
    """

    database: Database
    clock: Clock
    company: Company

    def now(self) -> datetime:
        """The present instant: aware, in UTC."""
        return self.clock.now()

    def at(self, instant: datetime) -> Self:
        """The same at another moment (aware), which stands still."""
        return replace(self, clock=MovableClock(instant))

    def local_now(self) -> datetime:
        """The company's local time."""
        return self.company.local(self.now())

    @asynccontextmanager
    async def work(self) -> AsyncIterator[Work]:
        """A transaction of nobody in particular that commits at the end of the block."""
        async with self.database.transaction() as session:
            yield await self.work_in(session)

    @asynccontextmanager
    async def looking(self) -> AsyncIterator[Work]:
        """The same for looking only: whatever the block would change is rolled back."""
        async with self.database.reading() as session:
            yield await self.work_in(session)

    @asynccontextmanager
    async def act(self, telegram_id: int | None) -> AsyncIterator[Act | Work]:
        """A transaction of the active person with this Telegram account that commits at the end
        of the block; of nobody in particular for a stranger."""
        async with self.database.transaction() as session:
            yield await self.act_in(session, telegram_id)

    @asynccontextmanager
    async def looking_by(self, telegram_id: int | None) -> AsyncIterator[Act | Work]:
        """As `act`, for looking only."""
        async with self.database.reading() as session:
            yield await self.act_in(session, telegram_id)

    async def work_in(self, session: AsyncSession) -> Work:
        """The work of nobody in particular in a transaction that is open already."""
        return await work_at(session, self.now(), self.company)

    async def act_in(self, session: AsyncSession, telegram_id: int | None) -> Act | Work:
        """The act of a person, or a stranger's work, in a transaction that is open already."""
        return await act_at(session, self.now(), self.company, telegram_id)
