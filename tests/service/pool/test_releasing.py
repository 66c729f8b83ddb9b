"""Letting a client go (R5)."""

import pytest

from bot.method.core.refusals import Invalid
from bot.method.core.terms import (
    CancelReason,
    ClientStatus,
    DealStatus,
    GapClose,
    LossReason,
    PoolReason,
    TaskStatus,
)
from bot.method.pool.leave import LeaveAsk
from bot.services.deals.deals import wants_to_buy
from bot.services.pool import handing_out, releasing
from bot.services.pool.releasing import Released
from bot.services.tasks.tasks import When
from tests.builders import Firm
from tests.service import seen
from tests.service.pooled import AGAIN, let_go, people, set_rule


async def test_to_the_pool_closes_deals_tasks_and_gaps_at_once(firm: Firm) -> None:
    _, anna, _ = await people(firm)
    client = await firm.client(anna)
    async with firm.act(anna) as act:
        await wants_to_buy(act, client, When(firm.in_days(2)))
    async with firm.act(anna) as act:
        gone = await releasing.release(act, client, PoolReason.NO_ANSWER)
    assert gone == Released("Ромашка")
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
        await handing_out.assign(act, client, anna, AGAIN)
    sixth = await firm.client(anna, "Шестой")
    for asked in (client, sixth):
        async with firm.act(anna) as act:
            assert (await releasing.releasable(act, asked)).asks is LeaveAsk.ENOUGH
            assert (await releasing.release(act, asked, PoolReason.NOT_ACTIVE)).asked
        assert (await seen.client(firm, asked)).owner_id == anna
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
        assert (await releasing.releasable(act, client)).asks is LeaveAsk.RULE
        await releasing.release(act, client, PoolReason.NOT_ACTIVE)
    assert (await seen.client(firm, client)).owner_id == anna
    async with firm.act(head) as act:
        assert (await releasing.releasable(act, client)).reasons == (PoolReason.HEAD_DECIDED,)
        await releasing.release(act, client, PoolReason.HEAD_DECIDED)
    assert [row.user_id for row in await seen.messages(firm, "pooled")] == [anna]
