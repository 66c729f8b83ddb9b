"""Bringing a client back: the attempt, its verdict, and how many there are (R6)."""

from datetime import timedelta

import pytest

from bot.method.core.refusals import NotNow, Stale
from bot.method.core.terms import ClientStatus, DealStatus, PoolReason
from bot.method.pool.attempts import ReactivationStatus
from bot.services.deals.deals import wants_to_buy
from bot.services.pool import handing_out, reactivation, releasing
from bot.services.pool.attempts import attempt_card
from bot.services.tasks.tasks import When
from tests.builders import Firm
from tests.service import seen
from tests.service.pooled import AGAIN, assign, let_go, people, spend
from tests.service.running import run_job


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
    counts = await run_job(firm, "reactivation")
    assert counts["expired"] == 1
    row = await seen.client(firm, client)
    assert row.status is ClientStatus.POOL
    assert row.cooldown_until == firm.clock.now() + timedelta(days=30)
    assert [one.status for one in await seen.attempts(firm, client)] == [ReactivationStatus.EXPIRED]
    assert [row.user_id for row in await seen.messages(firm, "pooled")] == [boris]


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
            await handing_out.assign(act, client, boris, AGAIN)


async def test_letting_go_the_last_attempt_asks_the_head_as_well(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await let_go(firm, anna)
    await spend(firm, head, client, boris, 2)
    async with firm.act(head) as act:
        await handing_out.assign(act, client, boris, AGAIN)
    async with firm.act(boris) as act:
        await releasing.release(act, client, PoolReason.NO_ANSWER)
    assert [row.user_id for row in await seen.messages(firm, "exhausted")] == [head]


async def test_another_round_counts_anew_and_only_once(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await let_go(firm, anna)
    await spend(firm, head, client, boris, 3)
    async with firm.act(head) as act:
        assert await handing_out.another_round(act, client) == "Ромашка"
    assert (await seen.client(firm, client)).attempts == 0
    await spend(firm, head, client, boris, 1)
    async with firm.act(head) as act:
        with pytest.raises(Stale, match="attempts-left"):
            await handing_out.another_round(act, client)
    assert (await seen.client(firm, client)).attempts == 1
