"""What the person writes and forwards of his own in the same gesture goes with the client's words:
as the comment, as the next step, as lines of the conversation; and is never a client (R9)."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from sqlalchemy import func, select

from bot.method.clients.cards import Arrived, ColleaguesClient, Join, Reception, WhoseMessage
from bot.method.core.places import TaskAt
from bot.method.core.refusals import NotFound, Stale
from bot.method.core.terms import Event, Outcome, TaskKind
from bot.method.inbound.cards import OwnLine, OwnWords
from bot.method.inbound.matching import MessageSender, SenderSource
from bot.method.planning.quick import Lacking
from bot.method.tasks.phrases.moment import Moment
from bot.models import Arrival, Client, TimelineEntry, TypedLine, User
from bot.services.inbound.another_client import take_off
from bot.services.inbound.beside import say
from bot.services.inbound.inbound import choose, create_from, pass_on, receive
from bot.services.inbound.own_words import keep_line
from bot.services.inbound.together import Message
from bot.services.planning import quick
from bot.services.tasks.tasks import finish_task
from tests.builders import Firm
from tests.service import seen

PHONE = "+79161234567"
GUEST = MessageSender(name="Гость", source=SenderSource.HIDDEN)
KNOWN = MessageSender(phones=(PHONE,), name="Ромашка")
CALL_HIM = "перезвонить ему завтра в 10"


async def brings(
    firm: Firm,
    who: int,
    sender: MessageSender,
    text: str = "Пришлите счёт",
    *,
    seconds: float = 0,
    followed: bool = False,
) -> Reception:
    """So many seconds after what came before; the same text is the same message."""
    firm.moved(seconds=seconds)
    async with firm.act(who) as act:
        return await receive(act, Message(sender, text, act.now, text, followed=followed))


async def types(firm: Firm, who: int, text: str, *, seconds: float = 0) -> Reception | None:
    """As the handler does: the comment of a forward, else a task, else kept for a moment."""
    firm.moved(seconds=seconds)
    async with firm.act(who) as act:
        beside = await say(act, text, act.now)
        if beside is None and await quick.begin(act, text, act.now) is None:
            await keep_line(act, text, act.now)
        return beside


async def comments(firm: Firm, client: int | None = None) -> list[str]:
    async with firm.work() as work:
        query = select(TimelineEntry).where(TimelineEntry.event == Event.COMMENT)
        if client is not None:
            query = query.where(TimelineEntry.client_id == client)
        rows = list(await work.session.scalars(query.order_by(TimelineEntry.id)))
        assert all(row.task_id is not None for row in rows)
        return [row.data["text"] for row in rows]


async def account_of(firm: Firm, who: int) -> MessageSender:
    async with firm.work() as work:
        user = await work.session.get_one(User, who)
        return MessageSender(user.telegram_id, name=user.name)


async def clients(firm: Firm) -> int:
    async with firm.work() as work:
        return await work.session.scalar(select(func.count()).select_from(Client)) or 0


def tomorrow(firm: Firm) -> date:
    return firm.in_days(1)


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


async def test_a_line_of_ones_own_inside_a_dialogue_is_a_line_of_it(firm: Firm) -> None:
    anna = await firm.person("Анна Петрова")
    own = await account_of(firm, anna)
    first = await brings(firm, anna, GUEST, "Есть шкаф?")
    second = await brings(firm, anna, own, "Есть, мой номер +7 903 236-55-45")
    third = await brings(firm, anna, GUEST, "Беру")
    for part in (first, second, third):
        assert isinstance(part, WhoseMessage) and part.contact is None
    assert isinstance(first, WhoseMessage)
    async with firm.act(anna) as act:
        made = await create_from(act, first.arrival_id)
    assert isinstance(made, Arrived)
    async with firm.work() as work:
        client = (await work.session.scalars(select(Client))).one()
    assert client.name == "Гость"
    (task,) = await seen.tasks(firm, client.id)
    assert task.text == "Есть шкаф?\nАнна Петрова: Есть, мой номер +7 903 236-55-45\nБеру"
    # The very same dialogue again is the same inbound.
    for sender, text in ((GUEST, "Есть шкаф?"), (own, "Есть, мой номер +7 903 236-55-45")):
        assert await brings(firm, anna, sender, text, seconds=600) == Arrived(
            made.task_id, Join.SAME
        )


@pytest.mark.parametrize("followed", [True, False])
async def test_a_dialogue_may_begin_with_ones_own_line(firm: Firm, followed: bool) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, phone=PHONE)
    own = await account_of(firm, anna)
    for text in ("Добрый день!", "Вы писали"):
        assert await brings(firm, anna, own, text, followed=followed) == OwnLine()
    made = await brings(firm, anna, KNOWN, "Здравствуйте", seconds=1)
    assert isinstance(made, Arrived)
    await brings(firm, anna, own, "Чем помочь?")
    (task,) = await seen.tasks(firm, client)
    assert task.text == "Анна: Добрый день!\nАнна: Вы писали\nЗдравствуйте\nАнна: Чем помочь?"


async def test_ones_own_line_alone_is_no_client_and_no_task(firm: Firm) -> None:
    anna = await firm.person("Анна")
    own = await account_of(firm, anna)
    assert await brings(firm, anna, own, "купить воды") == OwnLine()
    assert await brings(firm, anna, own, "купить воды", seconds=90) == OwnLine()
    assert isinstance(await brings(firm, anna, GUEST, "Привет", seconds=90), WhoseMessage)
    async with firm.work() as work:
        texts = list(await work.session.scalars(select(Arrival.text).order_by(Arrival.id)))
    assert texts == ["Анна: купить воды", "Привет"]


async def test_a_call_logged_by_hand_is_no_dialogue(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, phone=PHONE)
    await brings(firm, anna, replace(KNOWN, source=SenderSource.TYPED), "звонил")
    assert await brings(firm, anna, await account_of(firm, anna), "купить воды") == OwnLine()


async def test_the_line_that_begins_the_next_dialogue_is_not_put_to_the_last(firm: Firm) -> None:
    anna = await firm.person("Анна")
    own = await account_of(firm, anna)
    await brings(firm, anna, GUEST, "Раз")
    assert await brings(firm, anna, own, "Добрый день!", seconds=30, followed=True) == OwnLine()
    other = await brings(firm, anna, replace(GUEST, name="Другой"), "Два")
    assert isinstance(other, WhoseMessage)
    async with firm.work() as work:
        arrival = await work.session.get_one(Arrival, other.arrival_id)
    assert arrival.text == "Анна: Добрый день!\nДва"


async def test_a_colleague_is_no_client_but_may_speak_of_one(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис Орлов")
    client = await firm.client(anna, phone=PHONE)
    colleague = await account_of(firm, boris)
    made = await brings(firm, anna, colleague, f"звонил {PHONE}, ждёт")
    assert isinstance(made, Arrived)
    (task,) = await seen.tasks(firm, client)
    assert task.text == f"Борис Орлов: звонил {PHONE}, ждёт"
    firm.moved(hours=1)
    question = await brings(firm, anna, colleague, "Ромашка ждёт")
    assert isinstance(question, WhoseMessage) and question.sender is None
    async with firm.act(anna) as act:
        await choose(act, question.arrival_id, client)
    # That he spoke of it does not make him it.
    assert isinstance(await brings(firm, anna, colleague, "Звонил", seconds=600), WhoseMessage)
    firm.moved(hours=1)
    await brings(firm, anna, GUEST, "Есть шкаф?")
    beside = await brings(firm, anna, colleague, "Есть")
    assert isinstance(beside, WhoseMessage) and beside.joined


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
