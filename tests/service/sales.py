"""A sales department over some weeks in which people go on vacation; times are Moscow's."""

from datetime import date

from bot.jobs.job import Counts
from bot.method.core.terms import Role
from bot.method.people.vacation import Vacation
from bot.models import PolicyOverride, User
from bot.services.people.vacations import set_vacation
from tests.builders import MOSCOW, Firm
from tests.service import seen
from tests.service.running import run_job

PHONE = "+79161234567"
WEEK = Vacation(date(2026, 11, 30), date(2026, 12, 4))
"""Monday to Friday of the week after the tests' Tuesday."""


class Sales:
    """A head, two managers of his team, a colleague of another team, an admin."""

    def __init__(self, firm: Firm) -> None:
        self.firm = firm

    async def hire(self) -> "Sales":
        team, other = await self.firm.team(), await self.firm.team("Опт")
        self.head = await self.firm.person("Игорь Ропов", Role.HEAD, team)
        self.anna = await self.firm.person("Анна Петрова", Role.MANAGER, team)
        self.boris = await self.firm.person("Борис Сидоров", Role.MANAGER, team)
        self.stranger = await self.firm.person("Вера Чужая", Role.MANAGER, other)
        self.admin = await self.firm.person("Ольга", Role.ADMIN)
        return self

    async def goes(self, who: int, stands_in: int | None, days: Vacation = WEEK) -> None:
        async with self.firm.act(who) as act:
            await set_vacation(act, who, days, stands_in)


async def tick(firm: Firm) -> Counts:
    """What the ticker does every few seconds, as far as it matters here."""
    counts = dict(await run_job(firm, "vacations"))
    for job in ("recheck", "digest", "nudges"):
        counts.update(await run_job(firm, job))
    return counts


async def told(firm: Firm, kind: str) -> list[tuple[int, str, str]]:
    """To whom, what, and on which day and hour in Moscow."""
    return [
        (
            row.user_id,
            str(row.payload.get("code", row.payload.get("absent", ""))),
            f"{row.not_before.astimezone(MOSCOW):%d %H:%M}",
        )
        for row in await seen.messages(firm, kind)
    ]


async def person(firm: Firm, person_id: int) -> User:
    async with firm.work() as work:
        return await work.session.get_one(User, person_id)


async def rules(firm: Firm, **changed: str) -> None:
    """The company's rules say this from now on."""
    async with firm.work() as work:
        for name, value in changed.items():
            row = PolicyOverride(name=name, value=value, changed_at=work.now)
            await work.session.merge(row)
