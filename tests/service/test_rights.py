"""Every cell of the table of rights, tried by the service itself; the page is made of the table."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.clock import MovableClock
from bot.method.core.refusals import NotFound, NotNow
from bot.method.core.terms import PoolReason, Role
from bot.method.people.vacation import Vacation
from bot.models import Deal, Task
from bot.services.deals.deals import wants_to_buy
from bot.services.people.vacations import set_vacation
from bot.services.pool import losing, releasing
from bot.services.tasks.tasks import When
from tests.builders import Firm
from tests.databases import empty_sqlite, hurry
from tests.house.rules import ROOT
from tests.service.possessions import first
from tests.service.rights import RIGHTS, Objects, Right, Who, page

SAID_TO_OTHERS = {"release-by-head-only"}
"""Who works with the client anyway is told whose right it is."""


class _Taken(Exception):
    """Ends a transaction that was allowed, and keeps nothing of it."""


@pytest_asyncio.fixture
async def firm(tmp_path: Path, clock: MovableClock) -> AsyncIterator[Firm]:
    """Rights are no matter of the database."""
    async with empty_sqlite(tmp_path) as database:
        hurry(database)
        yield Firm(database, clock)


async def scene(firm: Firm) -> tuple[dict[Who, int], Objects]:
    team, other = await firm.team(), await firm.team("Закупки")
    anna = await firm.person("Анна", Role.MANAGER, team)
    boris = await firm.person("Борис", Role.MANAGER, team)
    who = {
        Who.OWNER: anna,
        Who.SUBSTITUTE: await firm.person("Вера", Role.MANAGER, team),
        Who.COLLEAGUE: await firm.person("Глеб", Role.MANAGER, team),
        Who.HEAD: await firm.person("Игорь", Role.HEAD, team),
        Who.OTHER_HEAD: await firm.person("Олег", Role.HEAD, other),
        Who.ADMIN: await firm.person("Ольга", Role.ADMIN),
    }
    client = await firm.client(anna, "Ромашка", due=firm.in_days(1))
    double, added = await firm.client(anna, "Ромашка 2"), await firm.client(anna, "Лишний")
    bought, pooled, lost = [await firm.client(anna, name) for name in ("Лютик", "Мак", "Роза")]
    async with firm.act(anna) as act:
        task = await first(act, Task)
        await wants_to_buy(act, bought, When(firm.in_days(2)))
        deal = await first(act, Deal)
        for number in (pooled, lost):
            await releasing.release(act, number, PoolReason.NOT_ACTIVE)
    async with firm.act(who[Who.HEAD]) as act:
        await losing.lose(act, lost)
    return who, Objects(
        anna, boris, client, double, added, task, deal, pooled, lost, firm.in_days(0)
    )


async def may(firm: Firm, person: int, right: Right, objects: Objects) -> bool:
    """Whether the person may; nothing of it is kept. Any other refusal is a fault of the scene."""
    try:
        async with firm.act(person) as act:
            await right.tried(act, objects)
            raise _Taken
    except NotFound:
        return False
    except NotNow as refusal:
        if refusal.code in SAID_TO_OTHERS:
            return False
        raise
    except _Taken:
        return True


CASES = [(title, right) for title, rights in RIGHTS.items() for right in rights]


async def differences(firm: Firm, people: dict[Who, int], objects: Objects) -> list[str]:
    """The cells in which these people may something else than the table says."""
    return [
        f"{title}: {right.what}: {one}"
        for title, right in CASES
        for one, person in people.items()
        if await may(firm, person, right, objects) != (one in right.may)
    ]


async def test_everybody_may_what_the_table_says_and_nothing_else(firm: Firm) -> None:
    who, objects = await scene(firm)
    wrong = await differences(
        firm, {one: who[one] for one in who if one is not Who.SUBSTITUTE}, objects
    )
    async with firm.act(objects.anna) as act:
        today = Vacation(act.today, act.today)
        await set_vacation(act, objects.anna, today, who[Who.SUBSTITUTE])
    alone = {Who.SUBSTITUTE: who[Who.SUBSTITUTE]}
    assert wrong + await differences(firm, alone, objects) == []


@pytest.mark.parametrize("title", RIGHTS)
def test_every_row_says_something_of_its_own(title: str) -> None:
    said = [right.what for right in RIGHTS[title]]
    assert len(set(said)) == len(said)


def test_the_page_is_made_of_the_table() -> None:
    assert (ROOT / "docs/rights.md").read_text(encoding="utf-8") == page()
