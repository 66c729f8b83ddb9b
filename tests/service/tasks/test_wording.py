"""What is to be done by a task that is there already: typed beside its new date, or by itself."""

from datetime import time

import pytest

from bot.method.core.refusals import Invalid, NotFound, Stale
from bot.method.core.terms import Outcome, TaskKind
from bot.method.tasks.date_question import (
    BuyDate,
    DateQuestion,
    MoveDate,
    MoveReason,
    OnDayOff,
    PlanDate,
    RetryDate,
    WalkDate,
)
from bot.method.tasks.phrases.moment import Moment
from bot.models import Task
from bot.models.timeline import timeline_page
from bot.services.core import undo
from bot.services.core.acts.in_parts import still_open
from bot.services.planning import dates
from bot.services.planning.dates import ToAsk, Walked, Written
from bot.services.tasks.questions import open_question
from bot.services.tasks.said_words import Said
from bot.services.tasks.tasks import finish_task
from bot.services.tasks.wording import set_text, take_text_off
from bot.views.taps.base import Tap
from bot.views.taps.instead import LineIsResult
from bot.views.taps.nav import WantsToBuy
from bot.views.taps.planning.walk import WalkCardAgain
from bot.views.taps.tasks import AskAgain, AskMove, AskTaskText, DropTaskText
from tests.builders import Firm
from tests.service import seen
from tests.service.inbound.test_looking_for import said

CLIENT, BARE, TASK = 1, 2, 1


async def anna_with_a_task(firm: Firm) -> int:
    """A client with a task for today, and one without any."""
    anna = await firm.person("Анна")
    await firm.client(anna, "Ромашка", due=firm.in_days(0))
    await firm.client(anna, "Без дела")
    return anna


async def newest(firm: Firm) -> Task:
    rows = await seen.tasks(firm, CLIENT) + await seen.tasks(firm, BARE)
    return max(rows, key=lambda task: task.id)


async def typed(firm: Firm, anna: int, question: DateQuestion, text: str) -> dates.Answered | None:
    async with firm.act(anna) as act:
        open_question(act, question)
        return await dates.answer_typed(act, act.actor.form or {}, text)


@pytest.mark.parametrize("question", [MoveDate(CLIENT, TASK), RetryDate(CLIENT, TASK)])
async def test_another_date_says_what_is_to_be_done_then(
    firm: Firm, question: DateQuestion
) -> None:
    anna = await anna_with_a_task(firm)
    answered = await typed(firm, anna, question, "завтра в 10 обсудить цену")
    assert isinstance(answered, Written)
    assert (answered.planned.on, answered.planned.at) == (firm.in_days(1), time(10))
    (task,) = await seen.tasks(firm, CLIENT)
    assert (task.id, task.title, task.due_on) == (TASK, "обсудить цену", firm.in_days(1))
    await typed(firm, anna, question, "послезавтра перезвонить")
    (task,) = await seen.tasks(firm, CLIENT)
    assert task.title == "обсудить цену", "that one calls is no better text"
    await typed(firm, anna, question, "встреча в пт в 12")
    (task,) = await seen.tasks(firm, CLIENT)
    assert (task.title, task.kind) == ("обсудить цену", TaskKind.MEETING)


async def test_a_move_with_its_words_is_taken_back_as_one(firm: Firm) -> None:
    anna = await anna_with_a_task(firm)
    await typed(firm, anna, MoveDate(CLIENT, TASK), "встреча завтра в 10 по договору")
    async with firm.act(anna) as act:
        task = await act.session.get_one(Task, TASK)
        assert (task.title, task.kind, task.moves) == (
            "встреча по договору",
            TaskKind.MEETING,
            1,
        )
        step = await still_open(act, CLIENT)
        assert step is not None
        await undo.take_back(act, step)
    (task,) = await seen.tasks(firm, CLIENT)
    assert (task.title, task.kind, task.moves, task.due_on) == (
        None,
        TaskKind.CALL,
        0,
        firm.in_days(0),
    )


async def test_the_same_date_with_words_is_no_move(firm: Firm) -> None:
    anna = await anna_with_a_task(firm)
    await typed(firm, anna, MoveDate(CLIENT, TASK), "сегодня обсудить цену")
    (task,) = await seen.tasks(firm, CLIENT)
    assert (task.title, task.moves, task.due_on) == ("обсудить цену", 0, firm.in_days(0))


async def test_the_words_of_a_new_deal_are_those_of_its_task(firm: Firm) -> None:
    anna = await anna_with_a_task(firm)
    await typed(firm, anna, BuyDate(CLIENT), "завтра встреча по договору")
    task = await newest(firm)
    assert (task.title, task.kind, task.deal_id) == (
        "встреча по договору",
        TaskKind.MEETING,
        1,
    )
    async with firm.act(anna) as act:  # an impatient finger on the dates that still stand there
        again = await dates.answer(act, BuyDate(CLIENT), Moment(firm.in_days(3)), preset=True)
        assert isinstance(again, Written)
    assert (await newest(firm)).id == task.id


async def test_the_walk_keeps_the_words(firm: Firm) -> None:
    anna = await anna_with_a_task(firm)
    walked = await typed(firm, anna, WalkDate(BARE, 1), "через неделю, просил не звонить раньше")
    assert isinstance(walked, Walked)
    (task,) = await seen.tasks(firm, BARE)
    assert (task.title, task.due_on) == ("просил не звонить раньше", firm.in_days(7))


async def test_the_words_wait_while_the_date_is_asked_about(firm: Firm) -> None:
    anna = await anna_with_a_task(firm)
    asked = await typed(firm, anna, MoveDate(CLIENT, TASK), "в субботу обсудить цену")
    assert isinstance(asked, ToAsk)
    assert isinstance(asked.why, OnDayOff)
    async with firm.act(anna) as act:
        await dates.answer(act, MoveDate(CLIENT, TASK), Moment(firm.in_days(6)))
    (task,) = await seen.tasks(firm, CLIENT)
    assert task.title == "обсудить цену"


async def test_the_words_wait_while_the_reason_is_asked_for(firm: Firm) -> None:
    anna = await anna_with_a_task(firm)
    async with firm.act(anna) as act:
        (await act.session.get_one(Task, TASK)).moves = act.policy.moved_often
    await typed(firm, anna, MoveDate(CLIENT, TASK), "завтра обсудить цену")
    async with firm.act(anna) as act:
        moment, why = Moment(firm.in_days(1)), MoveReason.WAITING
        await dates.answer_task(act, TASK, MoveDate, moment, sure=True, why=why)
    (task,) = await seen.tasks(firm, CLIENT)
    assert (task.title, task.due_on) == ("обсудить цену", firm.in_days(1))


async def test_words_about_the_next_task_are_not_those_of_the_one_there_is(firm: Firm) -> None:
    anna = await anna_with_a_task(firm)
    async with firm.act(anna) as act:
        open_question(act, PlanDate(CLIENT), said=Said("отправить счёт"))
        await dates.answer_task(act, TASK, MoveDate, Moment(firm.in_days(2)), preset=True)
    (task,) = await seen.tasks(firm, CLIENT)
    assert (task.title, task.due_on) == (None, firm.in_days(2))


async def test_a_text_is_given_changed_taken_off_and_remembered(firm: Firm) -> None:
    anna = await anna_with_a_task(firm)
    for _ in range(2):
        async with firm.act(anna) as act:
            await set_text(act, TASK, "  обсудить\u202e цену " + "я" * 400)
    async with firm.act(anna) as act:
        title = (await act.session.get_one(Task, TASK)).title
        assert title is not None
        assert title.startswith("обсудить цену яя")
        assert len(title) == 200
        await take_text_off(act, TASK)
    async with firm.work() as work:
        page = await timeline_page(work.session, CLIENT, 0, 9)
        said = [e.data["after"] for e, _ in page if e.event == "task_reworded"]
        assert said == ["", title], "twice is once"


async def test_a_text_needs_words_an_open_task_and_its_owner(firm: Firm) -> None:
    anna, boris = await anna_with_a_task(firm), await firm.person("Борис")
    for nothing in ("", "  ", "\u202e", "\U0001f600"):
        with pytest.raises(Invalid, match="task-text"):
            async with firm.act(anna) as act:
                await set_text(act, TASK, nothing)
    with pytest.raises(NotFound):
        async with firm.act(boris) as act:
            await set_text(act, TASK, "украсть")
    async with firm.act(anna) as act:
        await finish_task(act, TASK, Outcome.TALKED)
    with pytest.raises(Stale, match="task-closed"):
        async with firm.act(anna) as act:
            await set_text(act, TASK, "поздно")


async def test_in_the_chat_a_text_is_typed_behind_its_button(firm: Firm) -> None:
    anna = await anna_with_a_task(firm)
    ask = AskTaskText(TASK)
    texts = await said(firm, anna, ask, "обсудить цену", ask, DropTaskText(TASK))
    assert "что нужно сделать" in texts[0]
    assert "Записано" in texts[1] and "Обсудить цену" in texts[1]
    assert "Сейчас: обсудить цену" in texts[2]
    assert "Записано" in texts[3]
    assert (await seen.tasks(firm, CLIENT))[0].title is None


@pytest.mark.parametrize(
    ("ask", "shown"),
    [
        (AskMove(TASK), "На когда?"),
        (AskAgain(TASK), "попытка"),
        (WantsToBuy(CLIENT), "сделк"),
        (WalkCardAgain(1), "Без дела"),
    ],
)
async def test_what_holds_no_date_is_a_comment_and_the_question_stands(
    firm: Firm, ask: Tap, shown: str
) -> None:
    anna = await anna_with_a_task(firm)
    client = BARE if isinstance(ask, WalkCardAgain) else CLIENT
    texts = await said(firm, anna, ask, "просит скидку", LineIsResult(1, client))
    assert "Записать как итог" in texts[1]
    assert "Записано" in texts[2] and shown.lower() in texts[2].lower()
    assert (await seen.tasks(firm, CLIENT))[0].due_on == firm.in_days(0)
