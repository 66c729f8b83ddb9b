"""The list of clients: which, in what order, page by page."""

import pytest

from bot.method.clients.cards import ClientFilter
from bot.method.core.paging import PAGE
from bot.method.core.terms import ClientKind, Role
from bot.models.client import Client
from bot.services.clients.search import my_clients
from tests.builders import Firm


async def named(firm: Firm, person: int, only: ClientFilter | None = None) -> list[str]:
    async with firm.act(person) as act:
        return [line.name for line in (await my_clients(act, 0, only)).lines]


async def base(firm: Firm) -> int:
    anna = await firm.person("Анна")
    await firm.client(anna, "Без дела")
    await firm.client(anna, "Завтра", due=firm.in_days(1))
    await firm.client(anna, "Сегодня", due=firm.in_days(0))
    supplier = await firm.client(anna, "Склад", due=firm.in_days(2))
    async with firm.act(anna) as act:
        client = await act.session.get_one(Client, supplier)
        client.kind, client.client_class = ClientKind.SUPPLIER, "B"
    return anna


@pytest.mark.parametrize(
    ("only", "names"),
    [
        (None, ["Без дела", "Завтра", "Сегодня", "Склад"]),
        (ClientFilter.GAPS, ["Без дела"]),
        (ClientFilter.TODAY, ["Сегодня"]),
        (ClientFilter.CLASS_A, []),
        (ClientFilter.CLASS_B, ["Склад"]),
        (ClientFilter.CLASS_C, []),
        (ClientFilter.SUPPLIERS, ["Склад"]),
    ],
)
async def test_only_those_that_fit(firm: Firm, only: ClientFilter | None, names: list[str]) -> None:
    anna = await base(firm)
    assert await named(firm, anna, only) == names
    boris = await firm.person("Борис")
    assert await named(firm, boris, only) == [], "a colleague's are nobody's business"


async def test_what_was_due_yesterday_is_of_today_as_well(firm: Firm) -> None:
    anna = await base(firm)
    firm.moved(days=1)
    assert await named(firm, anna, ClientFilter.TODAY) == ["Завтра", "Сегодня"]


async def test_a_head_looks_through_the_team(firm: Firm) -> None:
    await base(firm)
    head = await firm.person("Ольга", Role.ADMIN)
    assert await named(firm, head, ClientFilter.TODAY) == ["Сегодня"]


async def test_namesakes_stand_once_on_the_pages_and_the_filter_stays(firm: Firm) -> None:
    """Many of one name: each is met exactly once, whichever page is looked at again."""
    anna = await firm.person("Анна")
    for _ in range(PAGE * 2 + 3):
        await firm.client(anna, "Иванов")
    met: list[int] = []
    for number in range(3):
        async with firm.act(anna) as act:
            page = await my_clients(act, number, ClientFilter.GAPS)
            assert (page.page, page.pages, page.only) == (number, 3, ClientFilter.GAPS)
            again = await my_clients(act, number, ClientFilter.GAPS)
        assert page == again
        met += [line.client_id for line in page.lines]
    assert len(met) == len(set(met)) == PAGE * 2 + 3
