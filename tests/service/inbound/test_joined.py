"""One open inbound of a client, whatever joins it by whatever way, and taken apart again (R9)."""

from datetime import timedelta

import pytest

from bot.method.clients.cards import (
    Arrived,
    ColleaguesClient,
    Join,
    PassedOn,
    Reception,
    WhoseMessage,
)
from bot.method.core.refusals import Stale
from bot.method.core.terms import Event, Outcome, Role, TaskStatus
from bot.method.inbound.cards import WhichMessage
from bot.method.inbound.joining import LONGEST_TEXT, is_cut
from bot.method.inbound.matching import MessageSender
from bot.models import Task
from bot.models.timeline import timeline_page
from bot.services.core.messages import Ending
from bot.services.day.day import task_card
from bot.services.inbound.another_client import ask_which, take_off
from bot.services.inbound.inbound import choose, pass_on, receive
from bot.services.inbound.intake.taking import API
from bot.services.inbound.messages import InboundMessage
from bot.services.inbound.notices import brought
from bot.services.inbound.together import Message
from bot.services.tasks.tasks import finish_task
from tests.builders import Firm
from tests.service import seen
from tests.service.inbound.test_taking import comes, event
from tests.service.running import end_messages
from tests.service.sales import PHONE

IVAN = MessageSender(phones=(PHONE,), name="Иван")


async def brings(
    firm: Firm, who: int, text: str, sender: MessageSender = IVAN, minutes: int = 10
) -> Reception:
    """So much later than what came before; the same text is the same message."""
    firm.moved(minutes=minutes)
    async with firm.act(who) as act:
        return await receive(act, Message(sender, text, act.now, text[:30]))


async def added(firm: Firm, who: int, text: str, sender: MessageSender = IVAN) -> Arrived:
    made = await brings(firm, who, text, sender)
    assert isinstance(made, Arrived)
    return made


async def off(firm: Firm, who: int, made: Arrived) -> WhoseMessage:
    assert made.lead_id is not None
    async with firm.act(who) as act:
        return await take_off(act, made.task_id, made.lead_id)


async def chosen(firm: Firm, who: int, question: WhoseMessage, client: int) -> Arrived:
    async with firm.act(who) as act:
        made = await choose(act, question.arrival_id, client)
    assert isinstance(made, Arrived)
    return made


async def only(firm: Firm, client: int) -> Task:
    """The one task of the client."""
    (task,) = await seen.tasks(firm, client)
    return task


async def test_every_way_leads_to_the_one_open_inbound(firm: Firm) -> None:
    anna, boris = await firm.person("Анна Петрова"), await firm.person("Борис")
    await firm.person("Игорь", Role.HEAD)
    client = await firm.client(anna, phone=PHONE)
    first = await added(firm, anna, "Переслано")
    since = (await only(firm, client)).deadline_at
    await comes(firm, event(firm, "1", text="С сайта"), API)
    held = await brings(firm, boris, "Мне в личку")
    assert isinstance(held, ColleaguesClient) and held.arrival_id is not None
    async with firm.act(boris) as act:
        assert isinstance(await pass_on(act, held.arrival_id), PassedOn)
    again = await added(firm, anna, "Ещё раз")
    assert again == Arrived(first.task_id, Join.ADDED)
    task = await only(firm, client)
    assert task.text == "Переслано\nС сайта\nМне в личку\nЕщё раз"
    # It waits since the first of them.
    assert (task.deadline_at, task.arrived_at) == (since, task.created_at)


async def test_the_reaction_counts_from_the_first_however_late_it_comes(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, phone=PHONE)
    await added(firm, anna, "Сейчас")
    async with firm.act(anna) as act:
        before = act.now - timedelta(minutes=30)
        await receive(act, Message(IVAN, "Полчаса назад", before, "late"))
    assert (await only(firm, client)).arrived_at == before


@pytest.mark.parametrize("which", range(3))
async def test_one_of_three_comes_off_and_the_others_stay(firm: Firm, which: int) -> None:
    anna = await firm.person("Анна")
    wrong, right = await firm.client(anna, phone=PHONE), await firm.client(anna, "Лютик")
    texts = ["Первое", "Второе", "Третье"]
    made = [await added(firm, anna, text) for text in texts]
    before = await only(firm, wrong)
    question = await off(firm, anna, made[which])
    assert question.taken_off is not None and question.others_stay
    task = await only(firm, wrong)
    rest = [text for text in texts if text != texts[which]]
    assert (task.status, task.text) == (TaskStatus.OPEN, "\n".join(rest))
    assert before.deadline_at is not None and before.arrived_at is not None
    later = timedelta(minutes=10) if which == 0 else timedelta(0)
    assert task.deadline_at == before.deadline_at + later
    assert task.arrived_at == before.arrived_at + later
    moved = await chosen(firm, anna, question, right)
    assert (await only(firm, right)).text == texts[which]
    # Both are what they were asked about: nothing is made twice.
    for text, made_of in zip(texts, made, strict=True):
        place = moved if text == texts[which] else made_of
        assert await brings(firm, anna, text) == Arrived(place.task_id, Join.SAME)


async def test_chosen_again_it_stands_where_it_stood(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, phone=PHONE)
    first, *_ = [await added(firm, anna, text) for text in ("Первое", "Второе", "Третье")]
    before = await only(firm, client)
    back = await chosen(firm, anna, await off(firm, anna, first), client)
    task = await only(firm, client)
    assert back == Arrived(first.task_id, Join.ADDED)
    assert (task.text, task.arrived_at) == ("Первое\nВторое\nТретье", before.arrived_at)


async def test_taken_off_one_by_one_nothing_is_left(firm: Firm) -> None:
    anna = await firm.person("Анна")
    wrong, right = await firm.client(anna, phone=PHONE), await firm.client(anna, "Лютик")
    first, second = await added(firm, anna, "Первое"), await added(firm, anna, "Второе")
    await chosen(firm, anna, await off(firm, anna, first), right)
    last = await off(firm, anna, second)
    assert not last.others_stay
    assert (await only(firm, wrong)).status is TaskStatus.CANCELLED
    assert (await chosen(firm, anna, last, right)).join is Join.ADDED
    assert (await only(firm, right)).text == "Первое\nВторое"


async def test_which_one_is_asked_where_there_are_several(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, phone=PHONE)
    first = await added(firm, anna, "Первое")
    await brings(firm, anna, "сразу за ним", minutes=0)
    second = await added(firm, anna, "Второе")
    async with firm.act(anna) as act:
        card = await task_card(act, first.task_id)
        assert card.arrival_id == second.lead_id
        asked = await ask_which(act, first.task_id, card.arrival_id or 0)
    assert isinstance(asked, WhichMessage)
    assert [(line.arrival_id, line.text) for line in asked.lines] == [
        (second.lead_id, "Второе"),
        (first.lead_id, "Первое\nсразу за ним"),
    ]
    await off(firm, anna, first)
    # The button of before: one is left, and that one goes without a question.
    async with firm.act(anna) as act:
        assert isinstance(await ask_which(act, first.task_id, second.lead_id or 0), WhoseMessage)
    assert (await only(firm, client)).status is TaskStatus.CANCELLED


async def test_what_others_brought_is_no_choice_of_mine(firm: Firm) -> None:
    anna, boris = await firm.person("Анна Петрова"), await firm.person("Борис")
    client = await firm.client(anna, phone=PHONE)
    held = await brings(firm, boris, "От Бориса")
    assert isinstance(held, ColleaguesClient) and held.arrival_id is not None
    async with firm.act(boris) as act:
        await pass_on(act, held.arrival_id)
    mine = await added(firm, anna, "Моё")
    async with firm.act(anna) as act:
        assert isinstance(await ask_which(act, mine.task_id, mine.lead_id or 0), WhoseMessage)
    assert (await only(firm, client)).text == "От Бориса"


async def test_worked_off_nothing_comes_off(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, phone=PHONE)
    first, _ = await added(firm, anna, "Первое"), await added(firm, anna, "Второе")
    async with firm.act(anna) as act:
        await finish_task(act, first.task_id, Outcome.HANDLED)
    with pytest.raises(Stale, match="task-closed"):
        async with firm.act(anna) as act:
            await ask_which(act, first.task_id, first.lead_id or 0)


async def test_the_history_has_each_and_what_was_misplaced(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, phone=PHONE)
    first, second = await added(firm, anna, "Первое"), await added(firm, anna, "Второе")
    await off(firm, anna, second)
    async with firm.act(anna) as act:
        assert (await task_card(act, first.task_id)).text == "Первое"
        entries = await timeline_page(act.session, client, 0, 9)
    found = [entry.event for entry, _ in entries if entry.event is not Event.CLIENT_CREATED]
    assert found == [Event.MISPLACED, Event.INBOUND, Event.INBOUND]


async def test_the_very_same_of_two_people_stands_once(firm: Firm) -> None:
    anna, boris = await firm.person("Анна Петрова"), await firm.person("Борис")
    client = await firm.client(anna, phone=PHONE)
    await added(firm, anna, "Сначала")
    held = await brings(firm, boris, "То же")
    assert isinstance(held, ColleaguesClient) and held.arrival_id is not None
    await brings(firm, boris, "и ещё от Бориса", minutes=0)
    made = await added(firm, anna, "То же")
    async with firm.act(boris) as act:
        await pass_on(act, held.arrival_id)
    assert (await only(firm, client)).text == "Сначала\nТо же\nи ещё от Бориса"
    await off(firm, anna, made)
    assert (await only(firm, client)).text == "Сначала\nи ещё от Бориса"


async def test_the_newest_words_stand_and_the_cut_ones_come_back(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, phone=PHONE)
    first, long = "Первое", "б" * (LONGEST_TEXT - 10)
    await added(firm, anna, first)
    middle = await added(firm, anna, long)
    await added(firm, anna, "Последнее")
    text = (await only(firm, client)).text or ""
    assert text.endswith("б\nПоследнее") and is_cut(text)
    await off(firm, anna, middle)
    assert (await only(firm, client)).text == "Первое\nПоследнее"


async def test_the_owner_hears_of_each_and_of_nothing_twice(firm: Firm) -> None:
    anna, boris = await firm.person("Анна Петрова"), await firm.person("Борис")
    await firm.client(anna, phone=PHONE)
    for text in ("Раз", "Два"):
        await passed(firm, boris, text)
    # The first is still to be sent: it says both.
    assert len(await seen.messages(firm, "inbound")) == 1
    await end_messages(firm, Ending.DELIVERED)
    await passed(firm, boris, "Три")
    await passed(firm, boris, "Четыре")
    _, third = await seen.messages(firm, "inbound")
    about = InboundMessage(**third.payload)
    async with firm.act(anna) as act:
        notice = await brought(act, about)
    assert notice is not None and notice.added
    assert notice.text == "Раз\nДва\nТри\nЧетыре"


async def passed(firm: Firm, who: int, text: str) -> None:
    held = await brings(firm, who, text)
    assert isinstance(held, ColleaguesClient) and held.arrival_id is not None
    async with firm.act(who) as act:
        await pass_on(act, held.arrival_id)
