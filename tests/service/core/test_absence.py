"""What the rules of the method do about somebody who is away."""

from datetime import date

from bot.method.core.terms import GapStep
from bot.method.people.vacation import Vacation
from bot.services.pool.handing_out import preview
from bot.services.tasks.asking import next_step
from tests.builders import Firm, at
from tests.service import seen
from tests.service.sales import Sales, tick, told


async def test_without_a_substitute_the_ladder_waits_and_the_head_is_told(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    at(firm, 27, 17, 30)
    client = await firm.client(sales.anna)
    await sales.goes(sales.anna, None)
    assert await told(firm, "alone") == [(sales.head, "vacation-alone", "27 17:30")]
    for day, month in ((30, 11), (1, 12), (4, 12)):
        at(firm, day, 12, month=month)
        await tick(firm)
    assert await seen.messages(firm, "nudge") == []
    assert await seen.messages(firm, "escalation") == []
    reached = {row[0] for kind in ("digest", "stand_in") for row in await told(firm, kind)}
    assert sales.anna not in reached
    # The digest has named the client at 09:29: the reminder is left to the afternoon.
    at(firm, 7, 9, 29, month=12)
    await tick(firm)
    at(firm, 7, 13, 59, month=12)
    await tick(firm)
    assert await seen.messages(firm, "nudge") == []
    at(firm, 7, 14, month=12)
    await tick(firm)
    assert [row.user_id for row in await seen.messages(firm, "nudge")] == [sales.anna]
    (gap,) = await seen.gaps(firm, client)
    assert gap.step is GapStep.NUDGED


async def test_the_grace_of_an_overdue_task_waits_only_where_nobody_stands_in(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    client = await firm.client(sales.anna, due=date(2026, 11, 27))
    at(firm, 30, 12)
    await sales.goes(sales.anna, None)
    at(firm, 4, 12, month=12)
    await tick(firm)
    assert await seen.gaps(firm, client) == []
    await sales.goes(sales.anna, sales.boris)
    await tick(firm)
    assert len(await seen.gaps(firm, client)) == 1


async def test_hand_outs_skip_people_on_vacation(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    at(firm, 30, 10)
    await sales.goes(sales.anna, sales.boris)
    async with firm.act(sales.head) as act:
        assert set((await preview(act, 5)).people) == {sales.boris, sales.stranger}
        assert set((await preview(act, 5, sales.anna)).people) == {sales.anna}


async def test_a_head_on_vacation_leaves_escalations_to_the_admins(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await firm.client(sales.anna)
    await sales.goes(sales.head, None, Vacation(date(2026, 11, 24), date(2026, 11, 27)))
    at(firm, 24, 10)
    await tick(firm)
    at(firm, 24, 18)
    at(firm, 25, 9)
    await tick(firm)
    assert [row.user_id for row in await seen.messages(firm, "escalation")] == [sales.admin]


async def test_presets_skip_the_days_of_a_vacation_to_come(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    client = await firm.client(sales.anna)
    at(firm, 27, 10)
    await sales.goes(sales.anna, sales.boris)
    async with firm.act(sales.head) as act:
        on = [one.on for one in (await next_step(act, client)).presets[:2]]
    assert on == [date(2026, 12, 7)] * 2
