"""What the person writes and forwards of his own in the same gesture goes with the client's words:
as the comment, as the next step, as lines of the conversation; and is never a client (R9)."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from sqlalchemy import func, select

from bot.method.clients.cards import Arrived, ColleaguesClient, Join, WhoseMessage
from bot.method.core.places import TaskAt
from bot.method.core.refusals import NotFound, Stale
from bot.method.core.terms import Outcome, TaskKind
from bot.method.inbound.cards import OwnWords
from bot.method.planning.quick import Lacking
from bot.method.tasks.phrases.moment import Moment
from bot.models import Arrival, TypedLine
from bot.services.inbound.another_client import take_off
from bot.services.inbound.beside import say
from bot.services.inbound.inbound import choose, create_from, pass_on, receive
from bot.services.inbound.own_words import keep_line
from bot.services.inbound.together import Message
from bot.services.planning import quick
from bot.services.tasks.tasks import finish_task
from tests.builders import Firm
from tests.service import seen
from tests.service.gestures import (
    CALL_HIM,
    GUEST,
    KNOWN,
    PHONE,
    brings,
    clients,
    comments,
    tomorrow,
    types,
)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        (CALL_HIM, TaskKind.CALL),
        ("встретиться с ней завтра в 10", TaskKind.MEETING),
        ("завтра в 10 перезвонить", TaskKind.CALL),
    ],
)
async def test_words_before_a_forward_are_its_comment_and_plan(
    firm: Firm, typed: str, kind: TaskKind
) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, phone=PHONE)
    assert await types(firm, anna, typed) is None
    made = await brings(firm, anna, KNOWN, seconds=1)
    assert isinstance(made, Arrived)
    assert made.words == OwnWords(typed, (Moment(tomorrow(firm), time(10)),), kind)
    assert await comments(firm, client) == [typed]
    assert await clients(firm) == 1
    (task,) = await seen.tasks(firm, client)
    assert task.text == "Пришлите счёт"


@pytest.mark.parametrize("typed", ["просит скидку", "это", "Иванов завтра в 10 позвонить"])
async def test_words_behind_a_forward_are_its_comment(firm: Firm, typed: str) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, phone=PHONE)
    made = await brings(firm, anna, KNOWN)
    assert isinstance(made, Arrived)
    beside = await types(firm, anna, typed, seconds=1)
    assert isinstance(beside, Arrived) and beside.words is not None
    assert (beside.task_id, beside.join, beside.words.text) == (made.task_id, Join.JOINED, typed)
    assert await comments(firm, client) == [typed]
    assert await clients(firm) == 1


async def test_they_wait_for_the_answer_whose_it_is(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await types(firm, anna, CALL_HIM)
    question = await brings(firm, anna, GUEST)
    assert isinstance(question, WhoseMessage) and question.comment == CALL_HIM
    again = await types(firm, anna, "и счёт", seconds=1)
    assert isinstance(again, WhoseMessage) and again.joined
    assert again.comment == f"{CALL_HIM}\nи счёт"
    async with firm.act(anna) as act:
        made = await create_from(act, question.arrival_id)
    assert isinstance(made, Arrived) and made.words is not None
    assert made.words.moments == (Moment(tomorrow(firm), time(10)),)
    assert await comments(firm) == [f"{CALL_HIM}\nи счёт"]
    assert await clients(firm) == 1


async def test_they_go_to_the_colleague_with_what_is_passed_on(firm: Firm) -> None:
    anna, boris = await firm.person("Анна Петрова"), await firm.person("Борис")
    client = await firm.client(anna, phone=PHONE)
    await types(firm, boris, "ждёт звонка")
    held = await brings(firm, boris, KNOWN)
    assert isinstance(held, ColleaguesClient) and held.arrival_id is not None
    await types(firm, boris, "сегодня")
    async with firm.act(boris) as act:
        await pass_on(act, held.arrival_id)
    assert await comments(firm, client) == ["ждёт звонка\nсегодня"]
    # What is a colleague's now is a line like any other.
    assert await types(firm, boris, "спасибо") is None


async def test_they_move_with_the_inbound_to_another_client(firm: Firm) -> None:
    anna = await firm.person("Анна")
    wrong, right = await firm.client(anna, "Лютик", phone=PHONE), await firm.client(anna)
    await types(firm, anna, "просит скидку")
    made = await brings(firm, anna, KNOWN)
    assert isinstance(made, Arrived)
    await types(firm, anna, "большую")
    async with firm.work() as work:
        arrival = (await work.session.scalars(select(Arrival.id))).one()
    async with firm.act(anna) as act:
        off = await take_off(act, made.task_id, arrival)
    assert off.comment == "просит скидку\nбольшую"
    async with firm.act(anna) as act:
        await choose(act, off.arrival_id, right)
    assert await comments(firm, right) == ["просит скидку\nбольшую"]
    assert wrong != right


async def test_what_was_typed_apart_is_a_line_by_itself(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, phone=PHONE)
    await types(firm, anna, "просит скидку")
    made = await brings(firm, anna, KNOWN, seconds=61)
    assert isinstance(made, Arrived) and made.words is None
    assert await types(firm, anna, "спасибо", seconds=61) is None
    assert await comments(firm, client) == []


async def test_it_counts_when_it_was_sent_and_not_when_it_is_worked(firm: Firm) -> None:
    """After an outage everything is worked within a second."""
    anna = await firm.person("Анна")
    await firm.client(anna, phone=PHONE)
    began = firm.clock.now()
    firm.moved(hours=1)
    async with firm.act(anna) as act:
        await keep_line(act, "просит скидку", began)
        forward = Message(KNOWN, "Счёт", began, "1", brought_at=began + timedelta(minutes=5))
        made = await receive(act, forward)
        assert isinstance(made, Arrived) and made.words is None
        assert await say(act, "спасибо", began + timedelta(minutes=9)) is None
        beside = await say(act, "спасибо", began + timedelta(minutes=5, seconds=1))
        assert isinstance(beside, Arrived)


async def test_what_is_written_beside_the_same_forward_again_is_kept(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, phone=PHONE)
    made = await brings(firm, anna, KNOWN)
    assert isinstance(made, Arrived)
    await types(firm, anna, CALL_HIM, seconds=600)
    again = await brings(firm, anna, KNOWN)
    assert isinstance(again, Arrived) and again.words is not None
    assert (again.task_id, again.join, again.words.text) == (made.task_id, Join.SAME, CALL_HIM)
    question = await brings(firm, anna, GUEST, "Счёт", seconds=600)
    await types(firm, anna, "просит скидку", seconds=600)
    asked = await brings(firm, anna, GUEST, "Счёт")
    assert isinstance(question, WhoseMessage) and isinstance(asked, WhoseMessage)
    assert (asked.arrival_id, asked.comment) == (question.arrival_id, "просит скидку")
    assert await comments(firm, client) == [CALL_HIM]


async def test_tomorrow_is_that_of_the_day_it_was_written_on(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await types(firm, anna, CALL_HIM)
    question = await brings(firm, anna, GUEST)
    assert isinstance(question, WhoseMessage)
    meant = Moment(tomorrow(firm), time(10))
    firm.moved(hours=20)
    other = await brings(firm, anna, replace(GUEST, name="Другой"), "Два")
    await types(firm, anna, "перезвонить вчера")
    assert isinstance(other, WhoseMessage)
    moments = []
    for arrival, days in ((question.arrival_id, 0), (other.arrival_id, 3)):
        firm.moved(days=days)
        async with firm.act(anna) as act:
            made = await create_from(act, arrival)
        assert isinstance(made, Arrived) and made.words is not None
        moments.append(made.words.moments)
    assert moments == [(meant,), ()]


async def test_somebody_elses_words_are_not_taken(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    await firm.client(anna, phone=PHONE)
    await types(firm, boris, "просит скидку")
    made = await brings(firm, anna, KNOWN)
    assert isinstance(made, Arrived) and made.words is None
    assert await types(firm, boris, "спасибо") is None


async def test_what_is_worked_off_takes_no_more_words(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, phone=PHONE)
    made = await brings(firm, anna, KNOWN)
    assert isinstance(made, Arrived)
    async with firm.act(anna) as act:
        await finish_task(act, made.task_id, Outcome.HANDLED)
    assert await types(firm, anna, "спасибо") is None


async def test_the_preview_that_a_forward_has_taken_saves_nothing(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, phone=PHONE)
    async with firm.act(anna) as act:
        read = await quick.begin(act, "Иванов завтра в 10 позвонить", act.now)
        await keep_line(act, "просит скидку", act.now)
        bare = (await act.session.scalars(select(func.max(TypedLine.id)))).one()
    assert read is not None
    async with firm.act(anna) as act:
        with pytest.raises(NotFound):
            await quick.save(act, bare)
    made = await brings(firm, anna, KNOWN)
    assert isinstance(made, Arrived) and made.words is not None
    assert made.words.text == "Иванов завтра в 10 позвонить\nпросит скидку"
    async with firm.act(anna) as act:
        with pytest.raises(Stale, match="quick-with-forward") as refused:
            await quick.save(act, read.line_id)
    assert refused.value.place == TaskAt(made.task_id)
    assert await clients(firm) == 1


@pytest.mark.parametrize(
    ("line", "lacks"),
    [
        ("Иванов позвонить по КП", Lacking.DATE),
        ("спасибо", Lacking.DATE),
        ("завтра в 10 позвонить", Lacking.CLIENT),
        (CALL_HIM, Lacking.CLIENT),
        ("call him tomorrow at 10", Lacking.CLIENT),
    ],
)
async def test_what_a_line_lacks_is_known(firm: Firm, line: str, lacks: Lacking) -> None:
    anna = await firm.person("Анна")
    async with firm.act(anna) as act:
        assert quick.lacking(act, line) is lacks
        assert await quick.begin(act, line) is None


@pytest.mark.parametrize(
    ("line", "name"),
    [("Ему-Строй завтра", "Ему-Строй"), ("ООО Им завтра", "ООО Им")],
)
async def test_a_name_may_have_such_a_word_in_it(firm: Firm, line: str, name: str) -> None:
    anna = await firm.person("Анна")
    async with firm.act(anna) as act:
        read = await quick.begin(act, line)
    assert read is not None and read.client_name == name
