"""The admin tries what would become of an event, and nothing of it stays (R9)."""

import pytest
from sqlalchemy import func, select

from bot.method.core.refusals import Invalid, NotFound
from bot.method.core.terms import PoolReason
from bot.method.inbound.intake.addresses import Trial, TrialEnd
from bot.models import Arrival, Client, IntakeRecord, OutboxMessage, Task, TimelineEntry
from bot.services.inbound.intake.trying import try_event
from bot.services.pool.releasing import release
from tests.builders import Firm
from tests.service.sales import PHONE, Sales

OTHER = "+79031112233"


async def tries(firm: Firm, who: int, typed: str, vendor: str = "form") -> Trial:
    async with firm.act(who) as act:
        return await try_event(act, vendor, typed)


async def kept(firm: Firm) -> list[int | None]:
    async with firm.work() as work:
        tables = (Arrival, Client, IntakeRecord, OutboxMessage, Task, TimelineEntry)
        return [
            await work.session.scalar(select(func.count()).select_from(table)) for table in tables
        ]


async def test_what_would_happen_and_nothing_of_it_stays(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await firm.client(sales.boris, phone=PHONE)
    pooled = await firm.client(sales.anna, "Лютик", phone=OTHER)
    async with firm.act(sales.anna) as act:
        await release(act, pooled, PoolReason.NOT_ACTIVE)
    before = await kept(firm)
    for vendor in ("form", "mango"):
        found = await tries(firm, sales.admin, "8 916 123-45-67", vendor)
        assert found == Trial(TrialEnd.TASK, "Ромашка", ("Борис Сидоров",))
    found = await tries(firm, sales.admin, OTHER)
    assert found == Trial(TrialEnd.OFFERED, "Лютик", ("Борис Сидоров",))
    found = await tries(firm, sales.admin, "Иван Новый")
    assert (found.end, found.client_name, found.is_new) == (TrialEnd.OFFERED, "Иван Новый", True)
    assert await kept(firm) == before
    # Twice is the same: not even the first one is remembered.
    again = await tries(firm, sales.admin, "8 916 123-45-67")
    assert again == Trial(TrialEnd.TASK, "Ромашка", ("Борис Сидоров",))


async def test_several_clients_with_one_number_are_asked_about(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    for name in ("Ромашка", "Лютик"):
        await firm.client(sales.boris, name, phone=PHONE)
    found = await tries(firm, sales.admin, PHONE)
    assert found == Trial(TrialEnd.ASKED, None, ("Борис Сидоров",))


@pytest.mark.parametrize(
    ("vendor", "typed", "code"),
    [
        ("form", "", "trial"),
        ("form", " \u200b ", "trial"),
        ("mango", "Иван", "trial-phone"),
        ("fax", PHONE, "button"),
    ],
)
async def test_what_can_not_be_tried(firm: Firm, vendor: str, typed: str, code: str) -> None:
    sales = await Sales(firm).hire()
    with pytest.raises(Invalid) as refused:
        await tries(firm, sales.admin, typed, vendor)
    assert refused.value.code == code


async def test_nobody_but_the_admin_tries(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    for who in (sales.head, sales.anna):
        with pytest.raises(NotFound):
            await tries(firm, who, PHONE)
