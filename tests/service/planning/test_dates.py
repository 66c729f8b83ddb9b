"""The one answer to a question for a date: a form stored before is answered as a tap is now."""

import pytest
from sqlalchemy import select

from bot.method.core.refusals import Invalid, NotFound, Stale
from bot.method.core.terms import TaskKind
from bot.method.planning.instead import AboutAnother, WithoutDate
from bot.method.tasks.date_question import (
    AnswerDate,
    BuyDate,
    DateQuestion,
    DayTimes,
    MoveDate,
    NeedsReason,
    OnDayOff,
    PlanDate,
    RetryDate,
    TooFar,
)
from bot.method.tasks.phrases.moment import Moment
from bot.models import Gap, Task
from bot.models.base import JsonDict
from bot.services.planning import bare, dates
from bot.services.planning.dates import Answered, ToAsk, Walked, Written
from tests.builders import Firm
from tests.service import seen
from tests.service.inbound.test_answering import PHONE, wrote

CLIENT, BARE = 1, 2
TASK, INBOUND, GAP = 1, 2, 1


async def anna_with_all(firm: Firm) -> int:
    """A client with a task and an inbound, another one without anything."""
    anna = await firm.person("Анна")
    await firm.client(anna, phone=PHONE, due=firm.in_days(0))
    await firm.client(anna, "Без дела")
    assert await wrote(firm, anna, "1") == INBOUND
    return anna


def stored(purpose: str, client: int, other: int | None, kind: str = "call") -> JsonDict:
    """As it lies in the rows of people, long-open ones too."""
    asked = {"name": "date", "purpose": purpose, "client": client, "other": other, "kind": kind}
    return asked | {"outcome": None, "at": "2026-11-24T06:30:00+00:00"}


STORED: dict[str, tuple[JsonDict, DateQuestion | None]] = {
    "plan": (stored("p", BARE, None, "meeting"), None),
    "move": (stored("m", CLIENT, TASK), MoveDate(CLIENT, TASK)),
    "buy": (stored("b", CLIENT, TASK), BuyDate(CLIENT, TASK)),
    "try again": (stored("a", CLIENT, TASK), RetryDate(CLIENT, TASK)),
    "answer": (stored("n", CLIENT, INBOUND), AnswerDate(CLIENT, INBOUND)),
}


@pytest.mark.parametrize(("form", "question"), STORED.values(), ids=STORED)
async def test_a_stored_question_is_answered(
    firm: Firm, form: JsonDict, question: DateQuestion | None
) -> None:
    anna = await anna_with_all(firm)
    async with firm.act(anna) as act:
        answered = await dates.answer_typed(act, form, "в пятницу в 15:00")
        assert isinstance(answered, Written), answered
        assert (answered.planned.on, answered.planned.client_id) == (
            firm.in_days(3),
            form["client"],
        )
        if question is not None:
            assert answered.question == question


async def test_a_stored_stop_of_the_walk_is_answered_once(firm: Firm) -> None:
    anna = await anna_with_all(firm)
    answers: list[Answered | None] = []
    for _ in range(2):
        async with firm.act(anna) as act:
            answers.append(await dates.answer_typed(act, stored("w", BARE, GAP), "в пятницу"))
    friday = firm.in_days(3)
    assert answers == [Walked(GAP, "Без дела", friday), Walked(GAP, None, friday)]
    assert len(await seen.tasks(firm, BARE)) == 1


async def test_a_stop_is_that_of_its_gap_whatever_the_button_says(firm: Firm) -> None:
    anna = await anna_with_all(firm)
    boris = await firm.person("Борис")
    async with firm.act(anna) as act:
        walked = await dates.answer_stop(act, GAP, Moment(firm.in_days(3)))
        assert walked == Walked(GAP, "Без дела", firm.in_days(3))
        assert (await act.session.get_one(Gap, GAP)).closed_at is not None
    async with firm.act(boris) as act:
        with pytest.raises(NotFound):
            await dates.answer_stop(act, GAP, Moment(firm.in_days(3)))


async def test_what_is_not_taken_is_asked_about_and_sure_takes_it(firm: Firm) -> None:
    anna = await anna_with_all(firm)
    saturday, far = Moment(firm.in_days(4)), Moment(firm.in_days(90))
    ask = PlanDate(BARE)
    async with firm.act(anna) as act:
        off = await dates.answer(act, ask, saturday)
        assert isinstance(off, ToAsk)
        assert (off.question, type(off.why)) == (ask, OnDayOff)
        beyond = await dates.answer_task(act, TASK, MoveDate, far)
        assert isinstance(beyond, ToAsk)
        assert (beyond.question, type(beyond.why)) == (MoveDate(CLIENT, TASK), TooFar)
        assert isinstance(await dates.times(act, ask, saturday.on), ToAsk)
        assert isinstance(await dates.times(act, ask, saturday.on, sure=True), DayTimes)
        sure = await dates.answer(act, ask, saturday, sure=True)
        assert isinstance(sure, Written)
        assert sure.planned.on == saturday.on


async def test_a_task_that_was_moved_often_asks_why_before_it_moves(firm: Firm) -> None:
    anna = await anna_with_all(firm)
    moment = Moment(firm.in_days(3))
    async with firm.act(anna) as act:
        task = await act.session.get_one(Task, TASK)
        task.moves = act.policy.moved_often
        asked = await dates.answer_task(act, TASK, MoveDate, moment)
        assert asked == ToAsk(MoveDate(CLIENT, TASK), NeedsReason(TASK, moment))
        assert task.due_on == firm.in_days(0)


async def test_an_answer_that_names_somebody_else_is_asked_about(firm: Firm) -> None:
    anna = await anna_with_all(firm)
    await firm.client(anna, "Петров Олег")
    for form in (stored("m", CLIENT, TASK), stored("p", BARE, None), stored("b", CLIENT, TASK)):
        async with firm.act(anna) as act:
            other = await dates.answer_typed(act, form, "Петров занят, в пятницу")
            assert isinstance(other, AboutAnother)
            assert other.others == ("Петров Олег",)
    assert await seen.tasks(firm, BARE) == []


@pytest.mark.parametrize(
    ("typed", "days", "at", "kind", "title"),
    [
        ("завтра в 10 обсудить цену", 1, "07:00", TaskKind.CALL, "обсудить цену"),
        ("встреча в пт в 12", 3, "09:00", TaskKind.MEETING, "встреча"),
        (
            "через неделю, просил не звонить раньше",
            7,
            None,
            TaskKind.CALL,
            "просил не звонить раньше",
        ),
        ("Без дела: завтра обсудить цену", 1, None, TaskKind.CALL, "обсудить цену"),
        ("завтра", 1, None, TaskKind.CALL, None),
    ],
)
async def test_an_answer_says_what_how_and_when(
    firm: Firm, typed: str, days: int, at: str | None, kind: TaskKind, title: str | None
) -> None:
    anna = await anna_with_all(firm)
    for form in (stored("p", BARE, None), stored("n", CLIENT, INBOUND)):
        if form["client"] == CLIENT and typed.startswith("Без"):
            continue
        async with firm.act(anna) as act:
            answered = await dates.answer_typed(act, form, typed)
            assert isinstance(answered, Written)
            assert act.actor.form is None
        async with firm.work() as work:
            task = await work.session.scalar(select(Task).order_by(Task.id.desc()).limit(1))
            assert task is not None
            due = None if task.due_at is None else task.due_at.strftime("%H:%M")
            assert (task.due_on, due, task.kind, task.title) == (
                firm.in_days(days),
                at,
                kind,
                title,
            )


@pytest.mark.parametrize(
    "typed", ["клиент думает", "вчера звонил, просил КП", "<b>&\u202eא", "я" * 4096]
)
async def test_what_holds_no_date_is_offered_as_a_comment_once(firm: Firm, typed: str) -> None:
    anna, boris = await anna_with_all(firm), await firm.person("Борис")
    async with firm.act(anna) as act:
        offered = await dates.answer_typed(act, stored("p", BARE, None), typed)
        assert isinstance(offered, WithoutDate)
        assert (offered.client_name, len(offered.text) <= 500) == ("Без дела", True)
    with pytest.raises(NotFound):
        async with firm.act(boris) as act:
            await bare.note(act, offered.line_id, BARE)
    async with firm.act(anna) as act:
        await bare.note(act, offered.line_id, BARE)
    with pytest.raises(Stale):
        async with firm.act(anna) as act:
            await bare.note(act, offered.line_id, BARE)
    assert await seen.tasks(firm, BARE) == []


@pytest.mark.parametrize("typed", ["\U0001f600", "?!", "\x00", "   "])
async def test_what_says_nothing_is_no_comment_either(firm: Firm, typed: str) -> None:
    anna = await anna_with_all(firm)
    with pytest.raises(Invalid, match="date-unread"):
        async with firm.act(anna) as act:
            await dates.answer_typed(act, stored("p", BARE, None), typed)


async def test_the_line_about_another_is_his_or_this_ones_after_all(firm: Firm) -> None:
    anna, boris = await anna_with_all(firm), await firm.person("Борис")
    await firm.client(boris, "Сидоров")
    async with firm.act(anna) as act:
        mine = await dates.answer_typed(act, stored("p", BARE, None), "Сидоров просил завтра")
        assert isinstance(mine, Written), "a colleague's client is nobody"
    firm.moved(minutes=2)
    await firm.client(anna, "Петров Олег")
    form = stored("p", BARE, None) | {"at": firm.clock.now().isoformat()}
    for typed in ("Петрову позвонить завтра", "Петров просит скидку"):
        async with firm.act(anna) as act:
            asked = await dates.answer_typed(act, form, typed)
            assert isinstance(asked, AboutAnother)
            assert await bare.text_of(act, asked.line_id) == typed
    with pytest.raises(NotFound):
        async with firm.act(boris) as act:
            await bare.text_of(act, asked.line_id)
    async with firm.act(anna) as act:
        assert isinstance(await dates.answer_line(act, asked.question, asked.line_id), WithoutDate)
