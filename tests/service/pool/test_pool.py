"""The pool: its list, hand-outs, and who may have a client again (R6)."""

import asyncio

import pytest

from bot.method.core.refusals import NotFound, NotNow, Refusal, Stale
from bot.method.core.terms import PoolReason, Role
from bot.method.pool.distribution import Unfit
from bot.method.pool.filters import HandOutWay
from bot.models import User
from bot.services.core.undo import take_back
from bot.services.pool import handing_out, listing, reactivation
from tests.builders import Firm, at
from tests.service import seen
from tests.service.pooled import AGAIN, assign, hand_out, let_go, people, set_rule, spend
from tests.service.running import run_job


async def test_the_pool_is_the_leaders_business(firm: Firm) -> None:
    _, anna, boris = await people(firm)
    client = await let_go(firm, anna)
    async with firm.act(boris) as act:
        for asked in (
            listing.pool_screen(act, 0),
            handing_out.preview(act, 1),
            handing_out.assign(act, client, boris),
            handing_out.another_round(act, client),
            listing.asked_for(act, "5"),
        ):
            with pytest.raises(NotFound):
                await asked


async def test_a_hand_out_never_goes_straight_back_and_is_done_once(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    clients = [await let_go(firm, anna, f"Клиент {n}") for n in range(4)]
    async with firm.act(head) as act:
        shown = await handing_out.preview(act, 2)
    assert shown.plan.per_person() == {boris: 2}
    async with firm.act(head) as act:
        done = await hand_out(act, 2, None, shown.plan.mark)
    assert sorted(done.given) == sorted(shown.plan.assignments)
    async with firm.act(head) as act:
        with pytest.raises(Stale, match="hand-out-changed"):
            await hand_out(act, 2, None, shown.plan.mark)
    owners = [(await seen.client(firm, client)).owner_id for client in clients]
    assert owners.count(boris) == 2 and owners.count(None) == 2
    assert len(await seen.messages(firm, "reactivation")) == 2


async def test_two_heads_at_once_hand_out_once(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    clients = [await let_go(firm, anna, f"Клиент {n}") for n in range(4)]
    async with firm.act(head) as act:
        mark = (await handing_out.preview(act, 2)).plan.mark

    async def tap() -> None:
        async with firm.act(head) as act:
            await hand_out(act, 2, None, mark)

    results = await asyncio.gather(tap(), tap(), return_exceptions=True)
    assert sorted(type(result).__name__ for result in results) == ["NoneType", "Stale"]
    assert len(await seen.messages(firm, "reactivation")) == 2
    owners = [(await seen.client(firm, client)).owner_id for client in clients]
    assert sorted(owners, key=str) == [boris, boris, None, None]


async def test_two_claims_of_one_client_at_once_one_wins(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await let_go(firm, anna)

    async def claim(person: int) -> None:
        async with firm.act(head) as act:
            await handing_out.assign(act, client, person)

    results = await asyncio.gather(claim(boris), claim(head), return_exceptions=True)
    assert sorted(type(result).__name__ for result in results) == ["NoneType", "Stale"]
    assert len(await seen.attempts(firm, client)) == 1


async def test_who_let_it_go_gets_it_only_by_hand_and_when_confirmed(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await let_go(firm, anna)
    await assign(firm, head, client, boris)
    async with firm.act(boris) as act:
        await reactivation.failed(act, client)
    # Every earlier owner is barred, not only the last one.
    for person in (anna, boris):
        async with firm.act(head) as act:
            with pytest.raises(NotNow, match="let-go-recently"):
                await handing_out.assign(act, client, person)
    async with firm.act(head) as act:
        assert (await handing_out.preview(act, 1)).plan.assignments == ()
    async with firm.act(head) as act:
        await handing_out.assign(act, client, anna, AGAIN)
    assert (await seen.client(firm, client)).owner_id == anna


async def test_after_thirty_days_it_may_go_back(firm: Firm) -> None:
    head, anna, _ = await people(firm)
    client = await let_go(firm, anna)
    firm.moved(days=31)
    await assign(firm, head, client, anna)
    assert (await seen.client(firm, client)).owner_id == anna


async def test_nobody_is_given_more_than_the_ceiling(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await let_go(firm, anna)
    await set_rule(firm, "portfolio_ceiling", "1")
    await firm.client(boris)
    async with firm.act(head) as act:
        with pytest.raises(NotNow, match="portfolio-full"):
            await handing_out.assign(act, client, boris)
        assert (await handing_out.preview(act, 1)).plan.assignments == ()


@pytest.mark.parametrize("typed", ["", "0", "-1", "501", "пять", "9" * 30, "1.5", "¹", "5 @nobody"])
async def test_a_hand_out_that_can_not_be_read(firm: Firm, typed: str) -> None:
    head, _, _ = await people(firm)
    async with firm.act(head) as act:
        with pytest.raises(Refusal):
            await listing.asked_for(act, typed)


async def test_a_number_and_a_manager(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    async with firm.work() as work:
        (await work.session.get_one(User, boris)).username = "Boris_S"
    await let_go(firm, anna)
    async with firm.act(head) as act:
        assert await listing.asked_for(act, " 15 ") == (15, None)
        n, person = await listing.asked_for(act, "3 @boris_s")
        assert (n, person) == (3, boris)
        assert (await handing_out.preview(act, n, person)).plan.per_person() == {boris: 1}


async def test_the_list_says_when_from_whom_why_and_how_often(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await let_go(firm, anna)
    await spend(firm, head, client, boris, 1)
    async with firm.act(head) as act:
        (line,) = (await listing.pool_screen(act, 7)).lines
    assert (line.from_name, line.attempts, line.attempts_limit) == ("Борис", 1, 3)
    assert line.reason is PoolReason.REACTIVATION_FAILED
    assert line.cooldown_until == firm.in_days(30)


async def test_by_free_places_who_is_busy_gets_fewer_and_it_can_be_taken_back(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    vera = await firm.person("Вера", Role.MANAGER, 1)
    clients = [await let_go(firm, anna, f"Клиент {n}") for n in range(4)]
    await set_rule(firm, "capacity", "1")
    for days in (0, 1, 2, 3, 4, 7, 8, 9):
        await firm.client(boris, due=firm.in_days(days))
    way = HandOutWay.CAPACITY
    async with firm.act(head) as act:
        planned = await handing_out.preview(act, 4, way=way)
    facts = listing.facts_of_hand_out(planned, 4, way=way)
    assert facts.people[0] == ("Вера", 4)
    assert facts.free[0] > 4
    async with firm.act(head) as act:
        with pytest.raises(Stale, match="hand-out-changed"):
            # The mark is that of the way which was shown.
            await hand_out(act, 4, None, planned.plan.mark)
    async with firm.act(head) as act:
        await hand_out(act, 4, None, planned.plan.mark, way=way)
    assert {(await seen.client(firm, client)).owner_id for client in clients} == {vera}
    step = firm.last_step
    assert step is not None
    async with firm.act(head) as act:
        await take_back(act, step)
    assert {(await seen.client(firm, client)).owner_id for client in clients} == {None}


async def test_switched_off_nothing_is_handed_out_by_itself(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    at(firm, 1, 10, month=6)
    client = await let_go(firm, anna)
    await set_rule(firm, "reactivation_weekly", "0")
    at(firm, 8, 10, month=6)
    assert (await run_job(firm, "reactivation"))["handed_out"] == 0
    async with firm.act(head) as act:
        # What it would give is shown all the same, and why to nobody else.
        shown = await handing_out.weekly_preview(act)
    assert shown.plan.assignments == ((client, boris),)
    assert shown.without[anna][1] is Unfit.ENOUGH


async def test_the_weekly_hand_out_of_a_friday_off_comes_on_monday(firm: Firm) -> None:
    """2026-06-12 is a holiday of the country, a Friday."""
    _, anna, boris = await people(firm)
    at(firm, 1, 10, month=6)
    client = await let_go(firm, anna)
    await set_rule(firm, "reactivation_weekday", "4")
    handed_out = []
    for day in (12, 13, 15, 16, 19):
        at(firm, day, 10, month=6)
        handed_out.append((await run_job(firm, "reactivation"))["handed_out"])
    assert handed_out == [0, 0, 1, 0, 0]
    assert (await seen.client(firm, client)).owner_id == boris
