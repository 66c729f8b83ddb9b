"""A morning asks once it is delivered; one that did not arrive comes with the next screen."""

from datetime import date

import pytest

from bot.method.people.vacation import Vacation
from bot.models.outbox import OutboxStatus
from bot.services.core.messages import Ending
from bot.services.day.missed import missed_morning, opened_day
from tests.builders import Firm, at
from tests.service import seen
from tests.service.running import decide, end_messages
from tests.service.sales import Sales, person


async def asked(firm: Firm, client: int) -> bool:
    (gap,) = await seen.gaps(firm, client)
    return gap.asked_at is not None


async def nine(firm: Firm) -> tuple[Sales, int]:
    """Wednesday morning is decided; Anna has a client without a task."""
    sales = await Sales(firm).hire()
    await decide(firm, "digest")
    client = await firm.client(sales.anna)
    at(firm, 25, 9)
    await decide(firm, "digest")
    return sales, client


async def in_doubt(firm: Firm) -> None:
    """Telegram was ill while the mornings went out."""
    rows = await seen.messages(firm, "digest")
    async with firm.work() as work:
        for row in rows:
            (await work.session.merge(row)).repeated = True


async def test_the_morning_has_asked_once_it_is_delivered(firm: Firm) -> None:
    sales, client = await nine(firm)
    assert not await asked(firm, client)
    at(firm, 25, 9, 20)
    await end_messages(firm, to=sales.anna)
    (gap,) = await seen.gaps(firm, client)
    assert gap.asked_at == firm.clock.now()


@pytest.mark.parametrize("ending", [Ending.DROPPED, Ending.REFUSED])
async def test_what_did_not_arrive_has_asked_nobody_and_comes_with_the_next_screen(
    firm: Firm, ending: Ending
) -> None:
    sales, client = await nine(firm)
    await in_doubt(firm)
    at(firm, 25, 12)
    await end_messages(firm, ending, to=sales.anna)
    assert not await asked(firm, client)
    async with firm.act(sales.anna) as act:
        missed = await missed_morning(act)
        assert missed is not None
        assert missed.gaps == 1
    async with firm.act(sales.anna) as act:
        assert await missed_morning(act) is None


async def test_who_opens_the_day_has_the_morning(firm: Firm) -> None:
    sales, _ = await nine(firm)
    await in_doubt(firm)
    await end_messages(firm, Ending.DROPPED, to=sales.anna)
    async with firm.act(sales.anna) as act:
        await opened_day(act, 0)
        assert await missed_morning(act) is None


async def test_another_day_has_a_morning_of_its_own(firm: Firm) -> None:
    sales, _ = await nine(firm)
    await in_doubt(firm)
    await end_messages(firm, Ending.DROPPED, to=sales.anna)
    at(firm, 26, 8)
    async with firm.act(sales.anna) as act:
        assert await missed_morning(act) is None
    assert (await person(firm, sales.anna)).morning_missed_on is None


async def test_a_morning_with_nothing_to_say_was_not_missed(firm: Firm) -> None:
    sales, _ = await nine(firm)
    await end_messages(firm, Ending.DROPPED)
    assert (await person(firm, sales.boris)).morning_missed_on is None
    assert (await person(firm, sales.anna)).morning_missed_on is None


async def test_the_next_morning_names_those_nobody_was_asked_about_first(firm: Firm) -> None:
    """A digest names ten: what the first one named makes room for the others."""
    sales = await Sales(firm).hire()
    await decide(firm, "digest")
    await firm.clients(sales.anna, 15)
    named = []
    for day in (25, 26):
        at(firm, day, 9)
        await decide(firm, "digest")
        row = [one for one in await seen.messages(firm, "digest") if one.user_id == sales.anna][-1]
        named.append(set(row.payload["gaps"]))
        await end_messages(firm, to=sales.anna)
    assert [len(ids) for ids in named] == [10, 10]
    assert len(named[0] | named[1]) == 15


async def test_the_substitutes_morning_asks_for_the_absent(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await sales.goes(sales.anna, sales.boris, Vacation(date(2026, 11, 25), date(2026, 11, 27)))
    await decide(firm, "digest")
    client = await firm.client(sales.anna)
    at(firm, 25, 9)
    await decide(firm, "digest")
    assert not await asked(firm, client)
    await end_messages(firm, to=sales.boris)
    assert await asked(firm, client)
    assert {row.status for row in await seen.messages(firm, "stand_in")} == {OutboxStatus.SENT}
