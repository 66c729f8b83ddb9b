"""Two cards with an open inbound each become one, and so do the inbounds (R9, R13)."""

from dataclasses import replace

from bot.method.core.terms import CancelReason, Outcome, TaskStatus
from bot.method.inbound.matching import MessageSender
from bot.services.clients import merging
from bot.services.tasks.tasks import finish_task
from tests.builders import Firm
from tests.service import seen
from tests.service.inbound.test_joined import added, chosen, off
from tests.service.sales import PHONE

OTHER_PHONE = "+79035550102"
IVAN = MessageSender(phones=(PHONE,), name="Иван")
PETER = MessageSender(phones=(OTHER_PHONE,), name="Пётр")


async def merged(firm: Firm, anna: int, kept: int, gone: int) -> None:
    async with firm.act(anna) as act:
        asked = await merging.preview(act, kept, gone)
        await merging.merge(act, kept, gone, asked.mask)


async def test_one_of_the_two_stays_with_the_words_of_both_and_the_earlier_deadline(
    firm: Firm,
) -> None:
    anna = await firm.person("Анна")
    kept, gone = await firm.client(anna, phone=PHONE), await firm.client(anna, phone=OTHER_PHONE)
    first = await added(firm, anna, "Пришлите счёт", PETER)
    since = (await seen.tasks(firm, gone))[0].deadline_at
    second = await added(firm, anna, "И договор", IVAN)
    await merged(firm, anna, kept, gone)
    tasks = {task.id: task for task in await seen.tasks(firm, kept)}
    stays, joined = tasks[first.task_id], tasks[second.task_id]
    assert (stays.status, stays.text) == (TaskStatus.OPEN, "Пришлите счёт\nИ договор")
    assert stays.deadline_at == since
    assert (joined.status, joined.cancel_reason) == (TaskStatus.CANCELLED, CancelReason.JOINED)


async def test_each_message_can_still_be_taken_off(firm: Firm) -> None:
    anna = await firm.person("Анна")
    kept, gone = await firm.client(anna, phone=PHONE), await firm.client(anna, phone=OTHER_PHONE)
    right = await firm.client(anna, "Лютик")
    first = await added(firm, anna, "Пришлите счёт", IVAN)
    second = await added(firm, anna, "Чужое", PETER)
    await merged(firm, anna, kept, gone)
    whole = replace(second, task_id=first.task_id)
    question = await off(firm, anna, whole)
    assert (await seen.tasks(firm, kept))[0].text == "Пришлите счёт"
    moved = await chosen(firm, anna, question, right)
    assert [task.id for task in await seen.tasks(firm, right)] == [moved.task_id]


async def test_what_is_worked_off_stays_so(firm: Firm) -> None:
    anna = await firm.person("Анна")
    kept, gone = await firm.client(anna, phone=PHONE), await firm.client(anna, phone=OTHER_PHONE)
    first = await added(firm, anna, "Пришлите счёт", IVAN)
    async with firm.act(anna) as act:
        await finish_task(act, first.task_id, Outcome.HANDLED)
    second = await added(firm, anna, "И договор", PETER)
    await merged(firm, anna, kept, gone)
    tasks = {task.id: (task.status, task.text) for task in await seen.tasks(firm, kept)}
    assert tasks[first.task_id] == (TaskStatus.DONE, "Пришлите счёт")
    assert tasks[second.task_id] == (TaskStatus.OPEN, "И договор")
