"""By which extension other systems name somebody, and who then gets a new client (R9)."""

import asyncio
from datetime import timedelta

import pytest

from bot.method.core.refusals import Invalid, NotFound
from bot.method.inbound.intake.event import CallEnd, IntakeChannel, IntakeEvent
from bot.method.inbound.intake.receipt import Receipt
from bot.models import Arrival, Client, IntakeRecord
from bot.services.inbound.intake.taking import take
from bot.services.people.access import deactivate
from bot.services.people.extensions import clear_extensions, extensions, set_extensions
from bot.views.taps.base import pack
from bot.views.taps.people import AskExtensions, ClearExtensions
from tests.builders import Firm
from tests.service.gateway import Listener, gateway, tapped, written
from tests.service.sales import Sales


async def given(firm: Firm, admin: int, person: int, text: str) -> tuple[str, ...]:
    async with firm.act(admin) as act:
        await set_extensions(act, person, text)
    return await known(firm, admin, person)


async def known(firm: Firm, admin: int, person: int) -> tuple[str, ...]:
    async with firm.act(admin) as act:
        return await extensions(act, person)


async def owner_of_call(firm: Firm, manager: str) -> int | None:
    """Who gets somebody new whose call was answered under this name."""
    firm.moved(minutes=1)
    number = str(int(firm.clock.now().timestamp()))
    async with firm.work() as work:
        event = IntakeEvent(
            number,
            IntakeChannel.CALL,
            work.now - timedelta(minutes=1),
            phone=f"+7916{number[-7:]}",
            manager=manager,
            call=CallEnd.ANSWERED,
        )
        receipt = await take(work, "mango", event)
        assert isinstance(receipt, Receipt)
        record = await work.session.get_one(IntakeRecord, receipt.record_id)
        arrival = await work.session.get_one(Arrival, record.arrival_id)
        return (await work.session.get_one(Client, arrival.client_id)).owner_id


async def test_whose_extension_it_is_gets_the_new_client(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    assert await given(firm, sales.admin, sales.anna, "12, Anna@Firm.ru") == ("12", "anna@firm.ru")
    assert await owner_of_call(firm, "sip:12") == sales.anna
    assert await owner_of_call(firm, "ANNA@firm.ru") == sales.anna
    assert await owner_of_call(firm, "13") == sales.head
    assert await owner_of_call(firm, "Борис Сидоров") == sales.boris
    assert await given(firm, sales.admin, sales.anna, "13") == ("13",)
    assert await owner_of_call(firm, "12") == sales.head
    async with firm.act(sales.admin) as act:
        await clear_extensions(act, sales.anna)
    assert await known(firm, sales.admin, sales.anna) == ()
    assert await owner_of_call(firm, "13") == sales.head


async def test_an_extension_is_one_persons(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await given(firm, sales.admin, sales.anna, "12")
    with pytest.raises(Invalid, match="extension-taken"):
        await given(firm, sales.admin, sales.boris, "12 14")
    assert await known(firm, sales.admin, sales.boris) == ()
    assert await given(firm, sales.admin, sales.anna, "12 15") == ("12", "15")
    async with firm.act(sales.admin) as act:
        await deactivate(act, sales.anna)
    assert await owner_of_call(firm, "12") == sales.head
    # Who has left gives it up, and nothing else.
    assert await given(firm, sales.admin, sales.boris, "12") == ("12",)
    assert await known(firm, sales.admin, sales.anna) == ("15",)
    assert await owner_of_call(firm, "12") == sales.boris


async def test_two_at_once_make_it_one_persons(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    people = sales.anna, sales.boris
    tries = (given(firm, sales.admin, person, "12") for person in people)
    async with asyncio.timeout(60):
        results = await asyncio.gather(*tries, return_exceptions=True)
    assert sorted(type(result).__name__ for result in results) == ["Invalid", "tuple"]


async def test_who_may_change_it(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await given(firm, sales.admin, sales.anna, "12")
    for person in (sales.anna, sales.head):
        async with firm.act(person) as act:
            with pytest.raises(NotFound):
                await set_extensions(act, sales.anna, "13")
            with pytest.raises(NotFound):
                await clear_extensions(act, sales.anna)
    async with firm.act(sales.admin) as act:
        with pytest.raises(NotFound):
            await set_extensions(act, 999, "13")
        with pytest.raises(Invalid, match="extension"):
            await set_extensions(act, sales.anna, "Борис")
    assert await known(firm, sales.head, sales.anna) == ("12",)


async def test_it_is_typed_on_the_card(firm: Firm) -> None:
    sales, listener = await Sales(firm).hire(), Listener()
    admin = firm.ids["Ольга"]
    async with gateway(firm, listener) as bot:
        await bot.stores(tapped(admin, pack(AskExtensions(sales.anna))))
        assert await bot.deals() == (0, 0)
        for text in ("Борис", "12"):
            await bot.stores(written(admin, text))
            assert await bot.deals() == (0, 0)
        assert await known(firm, sales.admin, sales.anna) == ("12",)
        await bot.stores(tapped(admin, pack(ClearExtensions(sales.anna))))
        assert await bot.deals() == (0, 0)
    assert await known(firm, sales.admin, sales.anna) == ()
