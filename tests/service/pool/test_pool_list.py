"""What is shown of the pool, handed out of what is shown, and the list of the lost (R6, R7)."""

import pytest

from bot.method.core.refusals import NotFound
from bot.method.pool.filters import EVERYBODY, PoolChoice, PoolFilter
from bot.services.pool.handing_out import preview, weekly_plan
from bot.services.pool.listing import lost_list, pool_filters, pool_screen
from bot.services.pool.losing import lose, restore
from tests.builders import Firm
from tests.service.pooled import hand_out, let_go, people, spend


async def shown(firm: Firm, who: int, choice: PoolChoice) -> list[str]:
    async with firm.act(who) as act:
        return [line.client_name for line in (await pool_screen(act, 0, choice)).lines]


async def test_each_filter_shows_what_it_says_and_counts_as_many(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    await let_go(firm, anna, "Старый")
    firm.moved(days=91)
    tried, spent = await let_go(firm, anna, "Пробовали"), await let_go(firm, anna, "Всё")
    await let_go(firm, boris, "Бориса")
    await spend(firm, head, tried, boris, 1)
    await spend(firm, head, spent, boris, 3)
    expected = {
        PoolFilter.ALL: {"Старый", "Пробовали", "Всё", "Бориса"},
        PoolFilter.READY: {"Старый", "Бориса"},
        PoolFilter.UNTRIED: {"Старый", "Бориса"},
        PoolFilter.TRIED: {"Пробовали"},
        PoolFilter.SPENT: {"Всё"},
        PoolFilter.OLD: {"Старый"},
        PoolFilter.NO_PLAN: set(),
        PoolFilter.RELEASED: {"Старый", "Бориса"},
        PoolFilter.DECIDED: set(),
        PoolFilter.FAILED: {"Пробовали", "Всё"},
        PoolFilter.PICKED: set(),
        PoolFilter.FOUND: set(),
    }
    assert {only: set(await shown(firm, head, PoolChoice(only))) for only in PoolFilter} == expected
    async with firm.act(head) as act:
        facts = await pool_filters(act, EVERYBODY)
    assert facts.counts == {only: len(names) for only, names in expected.items()}
    assert facts.givers == ((boris, "Борис", 3), (anna, "Анна", 1))
    assert await shown(firm, head, PoolChoice(PoolFilter.READY, anna)) == ["Старый"]
    firm.moved(days=31)
    assert "Пробовали" in await shown(firm, head, PoolChoice(PoolFilter.READY))


async def test_only_what_is_shown_is_handed_out(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    hers = await let_go(firm, anna, "Анны")
    await let_go(firm, boris, "Бориса")
    choice = PoolChoice(giver=anna)
    async with firm.act(head) as act:
        planned = await preview(act, 5, None, choice)
        done = await hand_out(act, 5, None, planned.plan.mark, choice)
    assert done.given == [(hers, boris)]


async def test_the_lost_are_listed_and_never_handed_out(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    first, last = await let_go(firm, anna, "Первый"), await let_go(firm, anna, "Второй")
    for client, why in ((first, None), (last, "закрылись")):
        async with firm.act(head) as act:
            await lose(act, client, why)
    async with firm.act(head) as act:
        page = await lost_list(act, 7)
        assert (await preview(act, 5)).plan.assignments == ()
        assert (await preview(act, 5, boris)).plan.assignments == ()
    told = [(line.client_name, line.by, line.why) for line in page.lines]
    assert told == [("Второй", "Игорь", "закрылись"), ("Первый", "Игорь", None)]
    firm.moved(days=60)
    async with firm.work() as work:
        assert (await weekly_plan(work)).plan.assignments == ()
    async with firm.act(head) as act:
        await restore(act, last)
    async with firm.act(head) as act:
        assert [line.client_name for line in (await lost_list(act, 0)).lines] == ["Первый"]
        assert [client for client, _ in (await preview(act, 5)).plan.assignments] == [last]


async def test_the_lists_are_the_leaders(firm: Firm) -> None:
    _, anna, _ = await people(firm)
    async with firm.act(anna) as act:
        for asked in (lost_list(act, 0), pool_filters(act, EVERYBODY)):
            with pytest.raises(NotFound, match="command"):
                await asked
