"""An inbound on the wrong client goes off it, with all that the mistake has taught (R9)."""

import pytest
from sqlalchemy import select

from bot.method.clients.cards import Arrived, ColleaguesClient, Join, Reception, WhoseMessage
from bot.method.core.places import TaskAt
from bot.method.core.refusals import NotFound, Stale
from bot.method.core.terms import CancelReason, ContactKind, Event, Outcome, TaskStatus
from bot.method.inbound.matching import MessageSender
from bot.models import Arrival, Client, ContactPoint
from bot.models.timeline import TimelineEntry
from bot.services.day.day import task_card
from bot.services.inbound.another_client import take_off
from bot.services.inbound.inbound import Message, choose, create_from, pass_on, receive
from bot.services.tasks.tasks import finish_task
from tests.builders import Firm
from tests.service import seen
from tests.service.planned import as_never_counted, whole_tables
from tests.service.seen import counted

PHONE = "+79161234567"
HIDDEN = MessageSender(name="Секретарь")


async def forwards(
    firm: Firm, who: int, sender: MessageSender, text: str = "Счёт", album: str | None = None
) -> Reception:
    """The same text is the same message."""
    async with firm.act(who) as act:
        return await receive(act, Message(sender, text, act.now, text, album))


async def chosen(
    firm: Firm, who: int, sender: MessageSender, client: int, text: str = "Счёт"
) -> Arrived:
    question = await forwards(firm, who, sender, text)
    assert isinstance(question, WhoseMessage)
    return await chooses(firm, who, question.arrival_id, client)


async def chooses(firm: Firm, who: int, arrival: int, client: int) -> Arrived:
    async with firm.act(who) as act:
        made = await choose(act, arrival, client)
    assert isinstance(made, Arrived)
    return made


async def arrived(firm: Firm, who: int, sender: MessageSender, text: str = "Счёт") -> Arrived:
    made = await forwards(firm, who, sender, text)
    assert isinstance(made, Arrived)
    return made


async def taken_off(firm: Firm, who: int, task: int, arrival: int | None = None) -> WhoseMessage:
    arrival = arrival or await button(firm, who, task)
    assert arrival is not None
    async with firm.act(who) as act:
        return await take_off(act, task, arrival)


async def button(firm: Firm, who: int, task: int) -> int | None:
    """What the card's button is about; None where it has none."""
    async with firm.act(who) as act:
        return (await task_card(act, task)).arrival_id


async def points(firm: Firm, client: int) -> list[tuple[ContactKind, str]]:
    async with firm.work() as work:
        query = select(ContactPoint).where(ContactPoint.client_id == client)
        return [(one.kind, one.value) for one in await work.session.scalars(query)]


async def test_it_comes_off_the_wrong_client_and_goes_to_the_right_one(firm: Firm) -> None:
    anna = await firm.person("Анна")
    wrong, right = await firm.client(anna, "Ромашка"), await firm.client(anna, "Лютик")
    first = await chosen(firm, anna, HIDDEN, wrong)
    (gap,) = await seen.gaps(firm, wrong)
    assert gap.held_until is not None and gap.held_until > firm.clock.now()
    question = await taken_off(firm, anna, first.task_id)
    assert question.taken_off == "Ромашка"
    assert [line.client_id for line in question.candidates] == [wrong]
    (task,) = await seen.tasks(firm, wrong)
    assert (task.status, task.cancel_reason) == (
        TaskStatus.CANCELLED,
        CancelReason.ANOTHER_CLIENT,
    )
    # An open inbound holds the ladder: the wrong client's goes on from now.
    (gap,) = await seen.gaps(firm, wrong)
    assert gap.held_until == firm.clock.now()
    assert await points(firm, wrong) == []

    made = await chooses(firm, anna, question.arrival_id, right)
    (moved,) = await seen.tasks(firm, right)
    assert (moved.id, moved.text, moved.arrived_at) == (made.task_id, "Счёт", task.arrived_at)
    assert await forwards(firm, anna, HIDDEN) == Arrived(made.task_id, Join.SAME)
    firm.moved(hours=1)
    assert (await arrived(firm, anna, HIDDEN, "Ещё")).join is Join.ADDED
    assert [task.text for task in await seen.tasks(firm, right)] == ["Счёт\nЕщё"]


async def test_the_history_of_the_wrong_client_says_so(firm: Firm) -> None:
    anna = await firm.person("Анна")
    wrong = await firm.client(anna)
    made = await chosen(firm, anna, HIDDEN, wrong)
    await taken_off(firm, anna, made.task_id)
    async with firm.work() as work:
        query = select(TimelineEntry.event).where(TimelineEntry.task_id == made.task_id)
        assert list(await work.session.scalars(query.order_by(TimelineEntry.id))) == [
            Event.INBOUND,
            Event.MISPLACED,
        ]


async def test_what_an_earlier_choice_taught_is_forgotten_by_a_later_forward(firm: Firm) -> None:
    anna = await firm.person("Анна")
    wrong = await firm.client(anna)
    sender = MessageSender(telegram_id=77, handle="lutik", name="Лютик")
    await chosen(firm, anna, sender, wrong)
    assert len(await points(firm, wrong)) == 2
    firm.moved(days=1)
    later = await arrived(firm, anna, sender, "Ещё")
    await taken_off(firm, anna, later.task_id)
    assert await points(firm, wrong) == []
    (left,) = await seen.tasks(firm, wrong)
    assert (left.status, left.text) == (TaskStatus.OPEN, "Счёт")


async def test_a_contact_that_the_client_had_before_stays(firm: Firm) -> None:
    anna = await firm.person("Анна")
    wrong, right = await firm.client(anna, phone=PHONE), await firm.client(anna, "Лютик")
    async with firm.work() as work:
        own = ContactPoint(client_id=wrong, kind=ContactKind.HANDLE, value="lutik")
        work.session.add(own)
    sender = MessageSender(handle="lutik", phones=(PHONE,), name="Кто-то")
    made = await arrived(firm, anna, sender)
    question = await taken_off(firm, anna, made.task_id)
    await chooses(firm, anna, question.arrival_id, right)
    expected = [(ContactKind.PHONE, PHONE), (ContactKind.HANDLE, "lutik")]
    assert await points(firm, wrong) == expected


async def test_the_way_back_is_to_choose_it_again(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna)
    made = await chosen(firm, anna, HIDDEN, client)
    question = await taken_off(firm, anna, made.task_id)
    again = await chooses(firm, anna, question.arrival_id, client)
    assert [task.status for task in await seen.tasks(firm, client)] == [
        TaskStatus.CANCELLED,
        TaskStatus.OPEN,
    ]
    assert await points(firm, client) == [(ContactKind.ALIAS, "секретарь")]
    assert again.task_id != made.task_id


async def test_a_new_client_may_be_what_it_is(firm: Firm) -> None:
    anna = await firm.person("Анна")
    wrong = await firm.client(anna)
    made = await chosen(firm, anna, MessageSender(telegram_id=77, name="Лютик"), wrong)
    question = await taken_off(firm, anna, made.task_id)
    async with firm.act(anna) as act:
        created = await create_from(act, question.arrival_id)
    assert isinstance(created, Arrived)
    firm.moved(hours=1)
    later = await arrived(firm, anna, MessageSender(telegram_id=77, name="Лютик"), "Ещё")
    assert later == Arrived(created.task_id, Join.ADDED)
    assert len(await seen.tasks(firm, wrong)) == 1


async def test_the_parts_stay_together(firm: Firm) -> None:
    anna = await firm.person("Анна")
    wrong, right = await firm.client(anna), await firm.client(anna, "Лютик")
    await forwards(firm, anna, HIDDEN, "Раз", "7")
    question = await forwards(firm, anna, HIDDEN, "Два", "7")
    assert isinstance(question, WhoseMessage)
    made = await chooses(firm, anna, question.arrival_id, wrong)
    await forwards(firm, anna, HIDDEN, "Три", "7")
    asked = await taken_off(firm, anna, made.task_id)
    again = await forwards(firm, anna, HIDDEN, "Четыре", "7")
    assert isinstance(again, WhoseMessage) and again.joined
    assert again.arrival_id == asked.arrival_id
    await chooses(firm, anna, asked.arrival_id, right)
    await forwards(firm, anna, HIDDEN, "Пять", "7")
    assert [task.text for task in await seen.tasks(firm, right)] == ["Раз\nДва\nТри\nЧетыре\nПять"]


async def test_a_second_tap_shows_the_question_and_then_the_answer(firm: Firm) -> None:
    anna = await firm.person("Анна")
    wrong, right = await firm.client(anna), await firm.client(anna, "Лютик")
    made = await chosen(firm, anna, HIDDEN, wrong)
    question = await taken_off(firm, anna, made.task_id)
    again = await taken_off(firm, anna, made.task_id, question.arrival_id)
    assert (again.arrival_id, again.candidates) == (question.arrival_id, question.candidates)
    moved = await chooses(firm, anna, question.arrival_id, right)
    with pytest.raises(Stale, match="arrival-done") as refused:
        await taken_off(firm, anna, made.task_id, question.arrival_id)
    assert refused.value.place == TaskAt(moved.task_id)
    assert (await seen.tasks(firm, right))[0].status is TaskStatus.OPEN


async def test_what_is_worked_off_stays_where_it_is(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna)
    made = await chosen(firm, anna, HIDDEN, client)
    arrival = await button(firm, anna, made.task_id)
    async with firm.act(anna) as act:
        await finish_task(act, made.task_id, Outcome.HANDLED)
    assert await button(firm, anna, made.task_id) is None
    with pytest.raises(Stale, match="task-closed"):
        await taken_off(firm, anna, made.task_id, arrival)
    assert await points(firm, client) == [(ContactKind.ALIAS, "секретарь")]


async def test_only_who_brought_it_may(firm: Firm) -> None:
    anna, boris = await firm.person("Анна Петрова"), await firm.person("Борис")
    client = await firm.client(anna, phone=PHONE)
    sender = MessageSender(phones=(PHONE,), name="Ромашка")
    held = await forwards(firm, boris, sender)
    assert isinstance(held, ColleaguesClient)
    async with firm.act(boris) as act:
        await pass_on(act, held.arrival_id)
    (task,) = await seen.tasks(firm, client)
    assert await button(firm, anna, task.id) is None
    for who in (anna, boris):
        with pytest.raises(NotFound):
            await taken_off(firm, who, task.id, held.arrival_id)
    assert (await seen.tasks(firm, client))[0].status is TaskStatus.OPEN


async def test_the_same_passed_on_by_a_colleague_asks_him_nothing(firm: Firm) -> None:
    anna, boris = await firm.person("Анна Петрова"), await firm.person("Борис")
    client = await firm.client(anna, phone=PHONE)
    sender = MessageSender(phones=(PHONE,), name="Ромашка")
    held = await forwards(firm, boris, sender)
    assert isinstance(held, ColleaguesClient)
    made = await arrived(firm, anna, sender)
    async with firm.act(boris) as act:
        await pass_on(act, held.arrival_id)
    question = await taken_off(firm, anna, made.task_id)
    again = await forwards(firm, anna, sender)
    assert isinstance(again, WhoseMessage) and again.arrival_id == question.arrival_id
    async with firm.work() as work:
        passed = await work.session.get_one(Arrival, held.arrival_id)
        assert (passed.state, passed.task_id) == ("done", None)
    moved = await chooses(firm, anna, question.arrival_id, client)
    async with firm.work() as work:
        (await work.session.get_one(Client, client)).owner_id = boris
    assert await button(firm, boris, moved.task_id) is None


async def test_it_reads_no_whole_table(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna)
    made = await chosen(firm, anna, HIDDEN, client)
    with counted(firm.database) as statements:
        await taken_off(firm, anna, made.task_id)
    await as_never_counted(firm.database)
    assert await whole_tables(firm.database, statements) == []
