"""The same message twice is one inbound, whoever brings it and whatever came of the first (R9)."""

from sqlalchemy import func, select

from bot.method.clients.cards import Arrived, ColleaguesClient, Join, Reception, WhoseMessage
from bot.method.core.terms import Outcome
from bot.method.inbound.matching import MessageSender
from bot.models import Arrival
from bot.services.inbound.inbound import Message, choose, pass_on, receive
from bot.services.tasks.tasks import finish_task
from tests.builders import Firm
from tests.service import seen

PHONE = "+79161234567"


async def forwards(firm: Firm, who: int, text: str = "Пришлите счёт", key: str = "1") -> Reception:
    async with firm.act(who) as act:
        sender = MessageSender(phones=(PHONE,), name="Ромашка")
        return await receive(act, Message(sender, text, act.now, key))


async def arrivals(firm: Firm) -> int:
    async with firm.work() as work:
        return await work.session.scalar(select(func.count()).select_from(Arrival)) or 0


async def test_a_known_client_gets_one_task(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, phone=PHONE)
    first = await forwards(firm, anna)
    assert isinstance(first, Arrived) and first.join is Join.NEW
    firm.moved(hours=2)
    assert await forwards(firm, anna) == Arrived(first.task_id, Join.SAME)
    assert len(await seen.tasks(firm, client)) == 1
    assert await arrivals(firm) == 1


async def test_the_question_whose_it_is_is_asked_again_and_not_twice(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna)
    first = await forwards(firm, anna)
    firm.moved(hours=2)
    again = await forwards(firm, anna)
    assert isinstance(first, WhoseMessage) and isinstance(again, WhoseMessage)
    assert again.arrival_id == first.arrival_id
    assert await arrivals(firm) == 1
    async with firm.act(anna) as act:
        await choose(act, first.arrival_id, client)
    after = await forwards(firm, anna)
    assert isinstance(after, Arrived) and after.join is Join.SAME
    assert len(await seen.tasks(firm, client)) == 1


async def test_a_colleague_and_the_owner_bring_the_same_one(firm: Firm) -> None:
    anna, boris = await firm.person("Анна Петрова"), await firm.person("Борис")
    client = await firm.client(anna, phone=PHONE)
    held = await forwards(firm, boris)
    assert isinstance(held, ColleaguesClient)
    assert isinstance(await forwards(firm, anna), Arrived)
    async with firm.act(boris) as act:
        await pass_on(act, held.arrival_id)
    assert len(await seen.tasks(firm, client)) == 1


async def test_what_is_written_within_a_minute_joins_and_so_does_a_later_one(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, phone=PHONE)
    await forwards(firm, anna)
    firm.moved(seconds=30)
    joined = await forwards(firm, anna, "И договор", "2")
    assert isinstance(joined, Arrived) and joined.join is Join.JOINED
    firm.moved(hours=1)
    later = await forwards(firm, anna, "Алло?", "3")
    assert isinstance(later, Arrived) and later.join is Join.ADDED
    async with firm.act(anna) as act:
        await finish_task(act, later.task_id, Outcome.HANDLED)
    assert (await forwards(firm, anna, "Алло?", "3")) == Arrived(later.task_id, Join.SAME)
    after = await forwards(firm, anna, "Где счёт?", "4")
    assert isinstance(after, Arrived) and after.join is Join.NEW
    texts = [task.text for task in await seen.tasks(firm, client)]
    assert texts == ["Пришлите счёт\nИ договор\nАлло?", "Где счёт?"]
