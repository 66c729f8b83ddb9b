"""An outcome is taken back after the client has written again: one open inbound (R9)."""

from dataclasses import replace

import pytest

from bot.method.clients.cards import Arrived, Join
from bot.method.core.refusals import Stale
from bot.method.core.terms import CancelReason, Direction, Outcome, TaskStatus
from bot.services.core.undo import TakenBack, take_back
from bot.services.deals.deals import wants_to_buy
from bot.services.gaps.reconcile import reconcile
from bot.services.tasks.arrived import join_reopened
from bot.services.tasks.tasks import When, finish_task, no_answer
from tests.builders import Firm
from tests.service import seen
from tests.service.inbound.test_joined import added, brings, chosen, off, only
from tests.service.sales import PHONE


async def ended(firm: Firm, who: int, task: int, outcome: Outcome = Outcome.HANDLED) -> int:
    """The step that takes it back."""
    async with firm.act(who) as act:
        await finish_task(act, task, outcome)
    assert firm.last_step is not None
    return firm.last_step


async def back(firm: Firm, who: int, step: int) -> TakenBack:
    """As the button does it."""
    async with firm.act(who) as act:
        made = await take_back(act, step)
        await join_reopened(act, made.crowded)
    return made


async def writes(firm: Firm, who: int, text: str) -> Arrived:
    """What the client has written within the minute is a task of its own."""
    firm.moved(seconds=20)
    made = await brings(firm, who, text, minutes=0)
    assert isinstance(made, Arrived) and made.join is Join.NEW
    return made


async def test_both_are_one_with_the_words_and_the_deadline_of_the_first(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, phone=PHONE)
    first = await added(firm, anna, "Пришлите счёт")
    before = await only(firm, client)
    step = await ended(firm, anna, first.task_id)
    newer = await writes(firm, anna, "И договор")
    assert (await back(firm, anna, step)).crowded == (client,)
    tasks = {task.id: task for task in await seen.tasks(firm, client)}
    stays, joined = tasks[first.task_id], tasks[newer.task_id]
    assert (stays.status, stays.text) == (TaskStatus.OPEN, "Пришлите счёт\nИ договор")
    assert (stays.deadline_at, stays.arrived_at) == (before.deadline_at, before.arrived_at)
    assert stays.remind_at == before.remind_at and stays.reacted_at is None
    assert (joined.status, joined.cancel_reason) == (TaskStatus.CANCELLED, CancelReason.JOINED)
    async with firm.work() as work:
        assert not await reconcile(work, client)
    # What comes next joins it, and what came before is known.
    assert (await added(firm, anna, "Алло")).join is Join.ADDED
    assert (await added(firm, anna, "И договор")).join is Join.SAME


async def test_each_message_keeps_its_own_words(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client, right = await firm.client(anna, phone=PHONE), await firm.client(anna, "Лютик")
    first = await added(firm, anna, "Пришлите счёт")
    step = await ended(firm, anna, first.task_id)
    newer = await writes(firm, anna, "Чужое")
    await back(firm, anna, step)
    question = await off(firm, anna, replace(newer, task_id=first.task_id))
    await chosen(firm, anna, question, right)
    assert [task.text for task in await seen.tasks(firm, right)] == ["Чужое"]
    tasks = {task.id: task for task in await seen.tasks(firm, client)}
    assert tasks[first.task_id].text == "Пришлите счёт"


async def test_an_answer_to_the_newer_one_answers_both(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, phone=PHONE)
    first = await added(firm, anna, "Пришлите счёт")
    firm.moved(minutes=30)
    step = await ended(firm, anna, first.task_id)
    newer = await writes(firm, anna, "И договор")
    async with firm.act(anna) as act:
        await no_answer(act, newer.task_id, When(firm.in_days(1)))
        at = act.now
    await back(firm, anna, step)
    stays, joined = await seen.tasks(firm, client)
    assert (stays.reacted_at, stays.reacted_by, stays.reaction_minutes) == (at, anna, 30)
    assert joined.reacted_at is None


async def test_where_both_are_worked_off_the_later_outcome_goes_first(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, phone=PHONE)
    first = await added(firm, anna, "Пришлите счёт")
    earlier = await ended(firm, anna, first.task_id)
    newer = await writes(firm, anna, "И договор")
    later = await ended(firm, anna, newer.task_id)
    with pytest.raises(Stale) as refusal:
        await back(firm, anna, earlier)
    assert refusal.value.code == "undo-changed"
    assert (await back(firm, anna, later)).crowded == ()
    assert (await back(firm, anna, earlier)).crowded == (client,)
    stays, joined = await seen.tasks(firm, client)
    assert (stays.status, joined.status) == (TaskStatus.OPEN, TaskStatus.CANCELLED)


async def test_a_deal_that_the_newer_one_stands_on_is_not_taken_back(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, phone=PHONE)
    first = await added(firm, anna, "Беру")
    async with firm.act(anna) as act:
        await wants_to_buy(act, client, When(firm.in_days(2)), source_task_id=first.task_id)
    step = firm.last_step or 0
    await writes(firm, anna, "И доставку")
    with pytest.raises(Stale) as refusal:
        await back(firm, anna, step)
    assert refusal.value.code == "undo-changed"
    open_ones = [t for t in await seen.tasks(firm, client) if t.status is TaskStatus.OPEN]
    assert sum(task.direction is Direction.INBOUND for task in open_ones) == 1
