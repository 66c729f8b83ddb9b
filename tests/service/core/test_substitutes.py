"""Who stands in works the clients, and gets what the absent one would have got."""

from datetime import date, datetime

import pytest

from bot.method.core.refusals import NotFound, NotNow, Stale
from bot.method.core.terms import GapStep, Outcome, PoolReason
from bot.method.inbound.matching import MessageSender
from bot.services.clients.clients import client_card
from bot.services.clients.search import find, my_clients
from bot.services.core.rights import require_client
from bot.services.day.day import day as my_tasks
from bot.services.day.substitutes_day import stand_in_day
from bot.services.inbound.inbound import Message, pass_on, receive
from bot.services.people.people import person as person_line
from bot.services.pool.releasing import release
from bot.services.tasks.asking import next_step
from bot.services.tasks.reminders import reminded
from bot.services.tasks.tasks import When, finish_task, plan_task
from tests.builders import MOSCOW, Firm, at
from tests.service import seen
from tests.service.running import run_job
from tests.service.sales import PHONE, WEEK, Sales, tick


async def test_the_substitute_works_the_clients_during_the_vacation_and_only_then(
    firm: Firm,
) -> None:
    sales = await Sales(firm).hire()
    client = await firm.client(sales.anna, phone=PHONE, due=date(2026, 11, 27))
    (task,) = await seen.tasks(firm, client)
    await sales.goes(sales.anna, sales.boris)

    async def refused(who: int) -> None:
        async with firm.act(who) as act:
            with pytest.raises(NotFound, match="client"):
                await require_client(act, client)
            assert (await find(act, "Ромашка")).page.total == 0

    await refused(sales.boris)
    at(firm, 30, 10)
    await refused(sales.stranger)
    async with firm.act(sales.boris) as act:
        assert (await client_card(act, client)).owner_name == "Анна Петрова"
        assert (await find(act, "Ромашка")).page.total == 1
        assert (await my_clients(act, 0)).total == 1
        await finish_task(act, task.id, Outcome.TALKED)
        ask = await next_step(act, client)
        assert [str(one.on) for one in ask.presets[:2]] == ["2026-12-01", "2026-12-03"]
        assert not ask.can_release
        with pytest.raises(NotNow, match="release-by-head-only"):
            await release(act, client, PoolReason.NOT_ACTIVE)
        await plan_task(act, client, None, When(date(2026, 12, 1)))
    assert [one.owner_id for one in await seen.tasks(firm, client)] == [sales.anna] * 2
    at(firm, 5, 0, 1, month=12)
    await refused(sales.boris)
    async with firm.act(sales.boris) as act:
        with pytest.raises(Stale, match="stand-in-over"):
            await stand_in_day(act, sales.anna, 0)
    async with firm.act(sales.stranger) as act:
        with pytest.raises(NotFound, match="person"):
            await stand_in_day(act, sales.anna, 0)


async def test_the_reminder_goes_to_the_substitute_and_the_escalation_to_the_head(
    firm: Firm,
) -> None:
    sales = await Sales(firm).hire()
    await sales.goes(sales.anna, sales.boris)
    at(firm, 30, 9)
    await tick(firm)
    client = await firm.client(sales.anna)
    at(firm, 30, 10)
    assert (await tick(firm))["nudged"] == 1
    assert [row.user_id for row in await seen.messages(firm, "nudge")] == [sales.boris]
    at(firm, 30, 17)
    assert (await tick(firm))["escalated"] == 1
    assert [row.user_id for row in await seen.messages(firm, "escalation")] == [sales.head]
    (gap,) = await seen.gaps(firm, client)
    assert (gap.owner_id, gap.step) == (sales.anna, GapStep.ESCALATED)


async def test_an_inbound_reaches_the_substitute(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await firm.client(sales.anna, phone=PHONE, due=date(2026, 12, 1))
    await sales.goes(sales.anna, sales.boris)
    at(firm, 30, 10)
    await tick(firm)
    message = Message(MessageSender(phones=(PHONE,)), "Перезвоните", firm.clock.now(), "k1")
    async with firm.act(sales.stranger) as act:
        held = await receive(act, message)
        await pass_on(act, held.arrival_id)
    assert [row.user_id for row in await seen.messages(firm, "inbound")] == [sales.boris]
    async with firm.act(sales.boris) as act:
        mine = Message(MessageSender(phones=(PHONE,)), "И ещё", firm.clock.now(), "k2")
        await receive(act, mine)
    # What he has brought himself he need not be told of.
    assert len(await seen.messages(firm, "inbound")) == 1


async def test_the_reminder_of_a_timed_task_goes_to_the_substitute(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    client = await firm.client(sales.anna)
    at(firm, 27, 10)
    async with firm.act(sales.anna) as act:
        noon = datetime(2026, 11, 30, 12, tzinfo=MOSCOW)
        await plan_task(act, client, None, When(noon.date(), noon))
    await sales.goes(sales.anna, None)
    await sales.goes(sales.anna, sales.boris)
    at(firm, 30, 11, 45)
    assert await run_job(firm, "reminders") == {"reminded": 1}
    assert await run_job(firm, "reminders") == {"reminded": 0}
    (row,) = await seen.messages(firm, "reminder")
    assert row.user_id == sales.boris
    (task,) = await seen.tasks(firm, client)
    async with firm.act(sales.boris) as act:
        assert await reminded(act, act.actor, task.id, noon) is not None


async def test_my_tasks_lead_to_those_of_the_absent(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await sales.goes(sales.anna, sales.boris)
    async with firm.act(sales.boris) as act:
        assert (await my_tasks(act, 0)).absent == ()
    at(firm, 30, 10)
    async with firm.act(sales.boris) as act:
        assert (await my_tasks(act, 0)).absent == ((sales.anna, "Анна Петрова"),)
    async with firm.act(sales.head) as act:
        assert (await person_line(act, sales.anna)).away_until == WEEK.last
