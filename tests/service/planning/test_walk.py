"""The walk through everything without a task (R1)."""

from datetime import timedelta

import pytest

from bot.method.core.refusals import NotFound
from bot.method.core.terms import ClientStatus, DealStatus, GapReason
from bot.models import Client, Deal, Gap, Task
from bot.models.walk import uncovered_of
from bot.services.core.coverage import refresh
from bot.services.planning import walk
from bot.services.pool.releasing import Released
from bot.services.tasks.tasks import When, plan_task
from tests.builders import Firm


async def deal_of(firm: Firm, owner: int, client_id: int, amount: int | None = None) -> int:
    """An open deal that has no task."""
    async with firm.act(owner) as act:
        deal = Deal(
            client_id=client_id,
            status=DealStatus.OPEN,
            amount=amount,
            currency="RUB" if amount else None,
            created_at=act.now,
        )
        act.session.add(deal)
        await act.session.flush()
        await refresh(act, client_id)
        return deal.id


async def test_one_card_after_the_other_the_largest_first(firm: Firm) -> None:
    anna = await firm.person("Анна")
    for name in ("Альфа", "Бета", "Вега"):
        await firm.client(anna, name)
    await deal_of(firm, anna, 2, 500_00)
    seen = []
    async with firm.act(anna) as act:
        card = await walk.next_card(act)
        while card is not None:
            seen.append((card.line.client_name, card.progress.left, card.progress.total))
            assert await walk.plan_stop(act, card.line.gap_id, When(firm.in_days(3)))
            card = await walk.next_card(act, card.line.gap_id)
    assert seen == [("Бета", 3, 3), ("Альфа", 2, 3), ("Вега", 1, 3)]
    async with firm.act(anna) as act:
        assert await walk.next_card(act) is None
        assert (await walk.progress(act)).left == 0
        task = await act.session.get_one(Task, 1)
        assert (task.client_id, task.deal_id) == (2, 1)


async def test_the_order_is_the_sum_then_the_class_then_the_wait(firm: Firm) -> None:
    """As the automatic plan ranks them; everything is shown once before anything comes again."""
    anna = await firm.person("Анна")
    for number, klass in enumerate((None, "C", "A", None, None, "A", "B"), 1):
        if number == 6:
            firm.moved(minutes=1)
        client = await firm.client(anna)
        async with firm.act(anna) as act:
            (await act.session.get_one(Client, client)).client_class = klass
    await deal_of(firm, anna, 4, 100)
    async with firm.act(anna) as act:
        waiting = [one async for some in uncovered_of(act.session, anna) for one in some]
        ranked = sorted(waiting, key=lambda one: (one.worth, one.client_id))
        assert [one.client_id for one in ranked] == [4, 3, 6, 7, 2, 1, 5]
        seen: list[int] = []
        after = None
        for _ in range(8):
            card = await walk.next_card(act, after)
            assert card is not None
            seen.append(card.line.client_id)
            after = card.line.gap_id
        assert seen == [4, 3, 6, 7, 2, 1, 5, 4]


async def test_what_is_skipped_comes_back_and_a_new_walk_goes_on(firm: Firm) -> None:
    anna = await firm.person("Анна")
    for number in range(3):
        await firm.client(anna, f"Клиент {number}")
    async with firm.act(anna) as act:
        first = await walk.next_card(act)
        assert first is not None
    firm.moved(hours=1)
    async with firm.act(anna) as act:
        fresh = await walk.next_card(act)
        assert fresh is not None and fresh.line.client_id == 2, "a walk goes on where it was left"
        last = await walk.next_card(act, fresh.line.gap_id)
        assert last is not None and last.line.client_id == 3
        back = await walk.next_card(act, last.line.gap_id)
        assert back is not None and back.line.client_id == 1


async def test_showing_a_card_asks_its_owner(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna)
    await firm.client(anna)
    firm.moved(minutes=5)
    async with firm.act(anna) as act:
        await walk.next_card(act)
        asked = await act.session.get_one(Gap, 1)
        assert asked.asked_at == act.now
        assert (await act.session.get_one(Gap, 2)).asked_at is None


async def test_the_second_tap_plans_nothing(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna)
    for on, name in ((3, "Ромашка"), (4, None)):
        async with firm.act(anna) as act:
            assert await walk.plan_stop(act, 1, When(firm.in_days(on))) == name
    async with firm.work() as work:
        assert await work.session.get(Task, 2) is None


async def test_not_active_goes_to_the_pool(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna)
    for gone in (Released("Ромашка"), None):
        async with firm.act(anna) as act:
            assert await walk.release_stop(act, 1) == gone
            assert await walk.next_card(act, 1) is None
    async with firm.work() as work:
        assert (await work.session.get_one(Client, 1)).status is ClientStatus.POOL


async def test_nobody_walks_through_somebody_elses(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    await firm.client(anna)
    async with firm.act(boris) as act:
        assert await walk.next_card(act) is None
        for attempt in (
            walk.plan_stop(act, 1, When(firm.in_days(3))),
            walk.release_stop(act, 1),
            walk.task_to_deal(act, 1),
            walk.card_of(act, 1),
        ):
            with pytest.raises(NotFound):
                await attempt


@pytest.mark.parametrize(("days", "closed"), [(7, True), (20, False)])
async def test_the_contacts_task_is_put_on_the_deal(firm: Firm, days: int, closed: bool) -> None:
    """One tap closes the gap, unless the date is too far for a deal (R2, R3)."""
    anna = await firm.person("Анна")
    await firm.client(anna, due=firm.in_days(days))
    deal_id = await deal_of(firm, anna, 1)
    async with firm.act(anna) as act:
        gap = await act.session.get_one(Gap, 1)
        assert gap.reason is GapReason.TASK_ON_CONTACT
        put = await walk.task_to_deal(act, gap.id)
        assert put.client_name == "Ромашка"
        assert (gap.closed_at is not None) is closed
        task = await act.session.get_one(Task, 1)
        assert (task.deal_id, task.due_on, task.moves) == (deal_id, firm.in_days(days), 0)
    if closed:
        async with firm.act(anna) as act:
            assert (await walk.task_to_deal(act, 1)).client_name is None
    else:
        assert gap.reason is GapReason.BEYOND_HORIZON


async def test_of_several_tasks_the_nearest_is_put_on_the_deal(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, due=firm.in_days(9))
    async with firm.act(anna) as act:
        await plan_task(act, 1, None, When(firm.in_days(2)))
    await deal_of(firm, anna, 1)
    async with firm.act(anna) as act:
        await walk.task_to_deal(act, 1)
        assert (await act.session.get_one(Task, 2)).deal_id is not None
        assert (await act.session.get_one(Task, 1)).deal_id is None
        assert (await act.session.get_one(Client, 1)).next_due == act.today + timedelta(days=2)
