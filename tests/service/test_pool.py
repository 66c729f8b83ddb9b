"""Letting go, handing out, bringing back (R5, R6)."""

import asyncio
from datetime import timedelta

import pytest

from bot.jobs import reactivation as job
from bot.jobs.room import Room
from bot.method.refusals import Invalid, NotFound, NotNow, Refusal, Stale
from bot.method.terms import (
    CancelReason,
    ClientStatus,
    DealStatus,
    GapClose,
    LossReason,
    PoolReason,
    ReactivationStatus,
    Role,
    TaskStatus,
)
from bot.models import PolicyOverride, User
from bot.services import pool, pool_list, reactivation, releasing
from bot.services.attempts import attempt_card
from bot.services.deals import wants_to_buy
from bot.services.tasks import When
from tests.builders import COMPANY, Firm
from tests.service import seen


async def people(firm: Firm) -> tuple[int, int, int]:
    """A head with two managers in a team."""
    team = await firm.team()
    head = await firm.person("Игорь", Role.HEAD, team)
    anna = await firm.person("Анна", Role.MANAGER, team)
    return head, anna, await firm.person("Борис", Role.MANAGER, team)


async def let_go(firm: Firm, owner: int, name: str = "Ромашка") -> int:
    """A client in the pool, released by its owner."""
    client = await firm.client(owner, name)
    async with firm.act(owner) as act:
        await releasing.release(act, client, PoolReason.NOT_ACTIVE)
    return client


async def assign(firm: Firm, head: int, client: int, person: int) -> None:
    async with firm.act(head) as act:
        await pool.assign(act, client, person)


async def set_rule(firm: Firm, name: str, value: str) -> None:
    async with firm.work() as work:
        work.session.add(PolicyOverride(name=name, value=value, changed_at=work.now))


async def test_to_the_pool_closes_deals_tasks_and_gaps_at_once(firm: Firm) -> None:
    _, anna, _ = await people(firm)
    client = await firm.client(anna)
    async with firm.act(anna) as act:
        await wants_to_buy(act, client, When(firm.in_days(2)))
    async with firm.act(anna) as act:
        assert await releasing.release(act, client, PoolReason.NO_ANSWER) == "Ромашка"
    row = await seen.client(firm, client)
    assert (row.status, row.owner_id, row.next_due) == (ClientStatus.POOL, None, None)
    (deal,) = await seen.deals(firm, client)
    assert (deal.status, deal.loss_reason) == (DealStatus.LOST, LossReason.POOL)
    assert {task.status for task in await seen.tasks(firm, client)} == {TaskStatus.CANCELLED}
    assert all(gap.closed_at for gap in await seen.gaps(firm, client))
    (stay,) = await seen.stays(firm, client)
    assert (stay.from_user_id, stay.reason) == (anna, PoolReason.NO_ANSWER)


async def test_why_the_gap_and_the_task_ended_is_kept(firm: Firm) -> None:
    _, anna, _ = await people(firm)
    bare, covered = await firm.client(anna), await firm.client(anna, due=firm.in_days(1))
    for client in (bare, covered):
        async with firm.act(anna) as act:
            await releasing.release(act, client, PoolReason.NOT_ACTIVE)
    assert [gap.close_reason for gap in await seen.gaps(firm, bare)] == [GapClose.POOLED]
    (task,) = await seen.tasks(firm, covered)
    assert task.cancel_reason is CancelReason.CLIENT_LEFT


async def test_a_manager_lets_five_go_a_day_and_taking_back_evades_nothing(firm: Firm) -> None:
    head, anna, _ = await people(firm)
    for n in range(5):
        client = await let_go(firm, anna, f"Клиент {n}")
    async with firm.act(head) as act:
        await pool.assign(act, client, anna, confirmed=True)
    with pytest.raises(NotNow, match="release-enough"):
        await let_go(firm, anna, "Шестой")
    async with firm.act(anna) as act:
        with pytest.raises(NotNow, match="release-enough"):
            await releasing.releasable(act, client)
    async with firm.act(head) as act:
        await releasing.release(act, client, PoolReason.HEAD_DECIDED)
    firm.moved(days=1)
    await let_go(firm, anna, "Завтрашний")


async def test_a_reason_that_the_screen_does_not_offer_is_refused(firm: Firm) -> None:
    """A forged button must not evade the day's limit, which counts by the reason."""
    head, anna, _ = await people(firm)
    client = await firm.client(anna)
    for actor, reason in (
        (anna, PoolReason.NO_PLAN),
        (anna, PoolReason.HEAD_DECIDED),
        (head, PoolReason.NOT_ACTIVE),
    ):
        async with firm.act(actor) as act:
            with pytest.raises(Invalid):
                await releasing.release(act, client, reason)
    assert (await seen.client(firm, client)).owner_id == anna


async def test_the_company_may_leave_it_to_the_head(firm: Firm) -> None:
    head, anna, _ = await people(firm)
    await set_rule(firm, "release_allowed", "0")
    client = await firm.client(anna)
    async with firm.act(anna) as act:
        with pytest.raises(NotNow, match="release-by-head-only"):
            await releasing.releasable(act, client)
    async with firm.act(head) as act:
        assert (await releasing.releasable(act, client)).reasons == (PoolReason.HEAD_DECIDED,)
        await releasing.release(act, client, PoolReason.HEAD_DECIDED)
    assert [row.user_id for row in await seen.messages(firm, "pooled")] == [anna]


async def test_the_pool_is_the_leaders_business(firm: Firm) -> None:
    _, anna, boris = await people(firm)
    client = await let_go(firm, anna)
    async with firm.act(boris) as act:
        for asked in (
            pool_list.pool_screen(act, 0),
            pool.preview(act, 1),
            pool.assign(act, client, boris),
            pool.another_round(act, client),
            pool_list.asked_for(act, "5"),
        ):
            with pytest.raises(NotFound):
                await asked


async def test_a_hand_out_never_goes_straight_back_and_is_done_once(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    clients = [await let_go(firm, anna, f"Клиент {n}") for n in range(4)]
    async with firm.act(head) as act:
        shown = await pool.preview(act, 2)
    assert shown.plan.per_person() == {boris: 2}
    async with firm.act(head) as act:
        done = await pool.hand_out(act, 2, None, shown.plan.mark)
    assert done.plan == shown.plan
    async with firm.act(head) as act:
        with pytest.raises(Stale, match="hand-out-changed"):
            await pool.hand_out(act, 2, None, shown.plan.mark)
    owners = [(await seen.client(firm, client)).owner_id for client in clients]
    assert owners.count(boris) == 2 and owners.count(None) == 2
    assert len(await seen.messages(firm, "reactivation")) == 2


async def test_two_heads_at_once_hand_out_once(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    clients = [await let_go(firm, anna, f"Клиент {n}") for n in range(4)]
    async with firm.act(head) as act:
        mark = (await pool.preview(act, 2)).plan.mark

    async def tap() -> None:
        async with firm.act(head) as act:
            await pool.hand_out(act, 2, None, mark)

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
            await pool.assign(act, client, person)

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
                await pool.assign(act, client, person)
    async with firm.act(head) as act:
        assert (await pool.preview(act, 1)).plan.assignments == ()
    async with firm.act(head) as act:
        await pool.assign(act, client, anna, confirmed=True)
    assert (await seen.client(firm, client)).owner_id == anna


async def test_after_thirty_days_it_may_go_back(firm: Firm) -> None:
    head, anna, _ = await people(firm)
    client = await let_go(firm, anna)
    firm.moved(days=31)
    await assign(firm, head, client, anna)
    assert (await seen.client(firm, client)).owner_id == anna


async def test_an_attempt_has_its_task_and_two_deadlines(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await let_go(firm, anna)
    await assign(firm, head, client, boris)
    async with firm.act(boris) as act:
        card = await attempt_card(act, act.actor, client)
    assert card is not None
    assert (card.n, card.total) == (1, 3)
    assert card.first_touch_on == firm.in_days(2)
    assert card.verdict_on == firm.in_days(14)
    row = await seen.client(firm, client)
    assert (row.owner_id, row.next_due) == (boris, firm.in_days(2))
    async with firm.act(anna) as act:
        assert await attempt_card(act, act.actor, client) is None


async def test_returned_opens_the_deal_again_and_clears_the_count(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await firm.client(anna)
    async with firm.act(anna) as act:
        await wants_to_buy(act, client, When(firm.in_days(2)))
    async with firm.act(anna) as act:
        await releasing.release(act, client, PoolReason.NOT_ACTIVE)
    await assign(firm, head, client, boris)
    async with firm.act(boris) as act:
        await reactivation.returned(act, client)
    row = await seen.client(firm, client)
    assert (row.status, row.owner_id, row.attempts) == (ClientStatus.ACTIVE, boris, 0)
    (deal,) = await seen.deals(firm, client)
    assert (deal.status, deal.loss_reason) == (DealStatus.OPEN, None)
    open_gaps = [gap for gap in await seen.gaps(firm, client) if gap.closed_at is None]
    assert [(gap.deal_id, gap.owner_id) for gap in open_gaps] == [(deal.id, boris)]
    assert open_gaps[0].asked_at == firm.clock.now()
    async with firm.act(boris) as act:
        with pytest.raises(Stale, match="attempt-ended"):
            await reactivation.returned(act, client)


async def test_without_a_verdict_it_goes_back_and_waits_a_month(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await let_go(firm, anna)
    await assign(firm, head, client, boris)
    firm.moved(days=15)
    counts = await job.run_once(Room(firm.database, firm.clock, COMPANY))
    assert counts["expired"] == 1
    row = await seen.client(firm, client)
    assert row.status is ClientStatus.POOL
    assert row.cooldown_until == firm.clock.now() + timedelta(days=30)
    assert [one.status for one in await seen.attempts(firm, client)] == [ReactivationStatus.EXPIRED]
    assert [row.user_id for row in await seen.messages(firm, "pooled")] == [boris]


async def spend(firm: Firm, head: int, client: int, person: int, times: int) -> None:
    """So many attempts that did not succeed."""
    for _ in range(times):
        async with firm.act(head) as act:
            await pool.assign(act, client, person, confirmed=True)
        async with firm.act(person) as act:
            await reactivation.failed(act, client)


async def test_out_of_attempts_the_head_is_asked_once(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await let_go(firm, anna)
    await spend(firm, head, client, boris, 2)
    assert await seen.messages(firm, "exhausted") == []
    await spend(firm, head, client, boris, 1)
    (asked,) = await seen.messages(firm, "exhausted")
    assert (asked.user_id, asked.payload["client"]) == (head, client)
    async with firm.act(head) as act:
        with pytest.raises(NotNow, match="attempts-spent"):
            await pool.assign(act, client, boris, confirmed=True)


async def test_letting_go_the_last_attempt_asks_the_head_as_well(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await let_go(firm, anna)
    await spend(firm, head, client, boris, 2)
    async with firm.act(head) as act:
        await pool.assign(act, client, boris, confirmed=True)
    async with firm.act(boris) as act:
        await releasing.release(act, client, PoolReason.NO_ANSWER)
    assert [row.user_id for row in await seen.messages(firm, "exhausted")] == [head]


async def test_another_round_counts_anew_and_only_once(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await let_go(firm, anna)
    await spend(firm, head, client, boris, 3)
    async with firm.act(head) as act:
        assert await pool.another_round(act, client) == "Ромашка"
    assert (await seen.client(firm, client)).attempts == 0
    await spend(firm, head, client, boris, 1)
    async with firm.act(head) as act:
        with pytest.raises(Stale, match="attempts-left"):
            await pool.another_round(act, client)
    assert (await seen.client(firm, client)).attempts == 1


async def test_nobody_is_given_more_than_the_ceiling(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await let_go(firm, anna)
    await set_rule(firm, "portfolio_ceiling", "1")
    await firm.client(boris)
    async with firm.act(head) as act:
        with pytest.raises(NotNow, match="portfolio-full"):
            await pool.assign(act, client, boris)
        assert (await pool.preview(act, 1)).plan.assignments == ()


@pytest.mark.parametrize("typed", ["", "0", "-1", "501", "пять", "9" * 30, "1.5", "¹", "5 @nobody"])
async def test_a_hand_out_that_can_not_be_read(firm: Firm, typed: str) -> None:
    head, _, _ = await people(firm)
    async with firm.act(head) as act:
        with pytest.raises(Refusal):
            await pool_list.asked_for(act, typed)


async def test_a_number_and_a_manager(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    async with firm.work() as work:
        (await work.session.get_one(User, boris)).username = "Boris_S"
    await let_go(firm, anna)
    async with firm.act(head) as act:
        assert await pool_list.asked_for(act, " 15 ") == (15, None)
        n, person = await pool_list.asked_for(act, "3 @boris_s")
        assert (n, person) == (3, boris)
        assert (await pool.preview(act, n, person)).plan.per_person() == {boris: 1}


async def test_the_list_says_when_from_whom_why_and_how_often(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await let_go(firm, anna)
    await spend(firm, head, client, boris, 1)
    async with firm.act(head) as act:
        (line,) = (await pool_list.pool_screen(act, 7)).lines
    assert (line.from_name, line.attempts, line.attempts_limit) == ("Борис", 1, 3)
    assert line.reason is PoolReason.REACTIVATION_FAILED
    assert line.cooldown_until == firm.in_days(30)
