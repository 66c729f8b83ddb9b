"""A company made in a few words, for tests of services."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import MovableClock
from bot.db import Database
from bot.method.core.terms import ContactKind, Role
from bot.models import Client, ContactPoint, Team, User
from bot.models.base import flush_many
from bot.models.dossier import dossiers_of_clients
from bot.services.clients.search_words import reindex
from bot.services.core.coverage import recompute_coverage, refresh
from bot.services.core.undo import begin, keep
from bot.services.core.work import Act, Company, Work
from bot.services.tasks.tasks import When, add_many_planned, plan_task
from bot.transactions import Transactions

COMPANY = Company("RU", "Europe/Moscow", "ru")
MOSCOW = ZoneInfo(COMPANY.zone)


@dataclass
class Firm:
    """One database at one moment; every `async with` is a transaction of its own."""

    database: Database
    clock: MovableClock
    ids: dict[str, int] = field(default_factory=dict)
    last_step: int | None = None
    """How to take the last act back, if it can be."""
    steps: list[int] = field(default_factory=list)
    """How to take back every act so far."""

    @property
    def transactions(self) -> Transactions:
        """Where the bot itself gets its transactions from."""
        return Transactions(self.database, self.clock, COMPANY)

    @asynccontextmanager
    async def work(self) -> AsyncIterator[Work]:
        """A transaction of nobody in particular."""
        async with self.transactions.work() as work:
            yield work

    @asynccontextmanager
    async def act(self, user_id: int, follows: int | None = None) -> AsyncIterator[Act]:
        """A transaction of this person, kept for a minute as in earnest; it may go on with an act
        whose part before was kept as the step `follows`."""
        async with self.work() as work:
            act = Act.by(await work.session.get_one(User, user_id), work)
            begin(act, follows)
            yield act
            self.last_step = await keep(act)
        if self.last_step is not None:
            self.steps.append(self.last_step)

    async def team(self, name: str = "Продажи") -> int:
        async with self.work() as work:
            return await _added(work.session, Team(name=name))

    async def person(self, name: str, role: Role = Role.MANAGER, team_id: int | None = None) -> int:
        """Somebody of the company; the Telegram id is made up."""
        async with self.work() as work:
            number = len(self.ids) + 101
            self.ids[name] = number
            person = User(
                telegram_id=number,
                name=name,
                role=role,
                team_id=team_id,
                zone=COMPANY.zone,
                locale="ru",
                digest_at=time(9),
                evening_at=time(18),
                created_at=work.now,
            )
            return await _added(work.session, person)

    async def client(
        self,
        owner_id: int,
        name: str = "Ромашка",
        *,
        phone: str | None = None,
        due: date | None = None,
    ) -> int:
        """An active client; with `due` it has an outbound task on that date, else a gap."""
        async with self.act(owner_id) as act:
            client = Client(name=name, owner_id=owner_id, created_at=act.now)
            client_id = await _added(act.session, client)
            if phone:
                act.session.add(
                    ContactPoint(client_id=client_id, kind=ContactKind.PHONE, value=phone)
                )
            await reindex(act, client)
            if due is not None:
                await plan_task(act, client_id, None, When(due))
            else:
                await refresh(act, client_id)
            return client_id

    async def clients(self, owner_id: int, count: int, *, due: date | None = None) -> list[int]:
        """So many at once, without contacts: each with a task on that date, else with a gap."""
        async with self.act(owner_id) as act:
            made = [
                Client(name=f"Клиент {number}", owner_id=owner_id, created_at=act.now)
                for number in range(1, count + 1)
            ]
            act.session.add_all(made)
            await flush_many(act.session)
            ids = [client.id for client in made]
            dossiers = await dossiers_of_clients(act.session, ids)
            if due is not None:
                await add_many_planned(act, [(one, None, When(due)) for one in dossiers])
            for one in dossiers:
                await recompute_coverage(act, one)
            return ids

    def in_days(self, days: int) -> date:
        """The company's local date so many days from now."""
        return (self.clock.now() + timedelta(days=days, hours=3)).date()

    def moved(self, **by: float) -> datetime:
        """Move the clock on and say what time it is."""
        self.clock.move(timedelta(**by))
        return self.clock.now()


def at(firm: Firm, day: int, hour: int, minute: int = 0, month: int = 11) -> None:
    """Set the clock to a moment of 2026, Moscow time."""
    firm.clock.set(datetime(2026, month, day, hour, minute, tzinfo=MOSCOW))


async def _added(session: AsyncSession, row: Team | User | Client) -> int:
    session.add(row)
    await session.flush()
    return row.id
