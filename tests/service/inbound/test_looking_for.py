"""Looking for the client of a question: every way out of it leads to the question (R9)."""

import pytest
from aiogram.methods import EditMessageText, SendMessage

from bot.method.clients.cards import Arrived, WhoseMessage
from bot.method.core.refusals import Stale
from bot.method.inbound.matching import MessageSender, SenderSource
from bot.models import Client, User
from bot.models.base import JsonDict
from bot.services.day.day import task_card
from bot.services.inbound.another_client import take_off
from bot.services.inbound.inbound import Message, ask_again, choose, receive
from bot.services.inbound.unanswered import asked_again
from bot.views.taps.base import Tap, pack
from bot.views.taps.inbound import AskWhose, FindFor
from bot.views.taps.nav import OpenDay
from tests.builders import Firm
from tests.service.gateway import Listener, gateway, tapped, written

PHONE = "+79161234567"


async def taken_off(firm: Firm, who: int, client: int) -> WhoseMessage:
    """Sure by its phone, and not of that client after all."""
    async with firm.act(who) as act:
        sender = MessageSender(phones=(PHONE,), name="Секретарь", source=SenderSource.HIDDEN)
        made = await receive(act, Message(sender, "Пришлите счёт", act.now, "1"))
    assert isinstance(made, Arrived)
    async with firm.act(who) as act:
        arrival = (await task_card(act, made.task_id)).arrival_id
        assert arrival is not None
        return await take_off(act, made.task_id, arrival)


async def form_of(firm: Firm, who: int) -> JsonDict | None:
    async with firm.work() as work:
        return (await work.session.get_one(User, who)).form


async def said(firm: Firm, who: int, *updates: Tap | str) -> list[str]:
    """What the bot says to these, a process anew for each."""
    telegram = Listener()
    async with firm.work() as work:
        account = (await work.session.get_one(User, who)).telegram_id
    for number, update in enumerate(updates):
        async with gateway(firm, telegram) as desk:
            desk.last = number
            await desk.stores(
                written(account, update)
                if isinstance(update, str)
                else tapped(account, pack(update))
            )
            assert await desk.deals() == (0, 0)
    return [
        one.text or "" for one in telegram.heard if isinstance(one, SendMessage | EditMessageText)
    ]


@pytest.mark.parametrize("leaves", ["/cancel", "/CANCEL", "ничегонетакого", ""])
async def test_every_way_out_leads_to_the_question(firm: Firm, leaves: str) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, "Ромашка", phone=PHONE)
    question = await taken_off(firm, anna, client)
    way = leaves or AskWhose(question.arrival_id)
    texts = await said(firm, anna, FindFor(question.arrival_id), way)
    assert "Кого ищем?" in texts[0]
    assert "Кто это?" in texts[-1] and "ничего не меняю" not in texts[-1]
    assert await form_of(firm, anna) is None


async def test_who_leaves_for_the_day_has_it_there(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, "Ромашка", phone=PHONE)
    question = await taken_off(firm, anna, client)
    texts = await said(firm, anna, FindFor(question.arrival_id), OpenDay(), "/cancel")
    assert "Ждут вашего ответа: 1" in texts[1]
    assert "Отменять нечего" in texts[2]


async def test_a_question_that_is_settled_is_not_asked_again(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, "Ромашка", phone=PHONE)
    question = await taken_off(firm, anna, client)
    assert len(await said(firm, anna, FindFor(question.arrival_id))) == 1
    async with firm.act(anna) as act:
        await choose(act, question.arrival_id, client)
        act.actor.form = {"name": "tap", "tap": pack(FindFor(question.arrival_id))}
    async with firm.act(anna) as act:
        with pytest.raises(Stale):
            await ask_again(act, question.arrival_id)
    # The numbers of updates go on.
    telegram = Listener()
    async with gateway(firm, telegram) as desk:
        desk.last = 5
        async with firm.work() as work:
            account = (await work.session.get_one(User, anna)).telegram_id
        await desk.stores(written(account, "/cancel"))
        await desk.deals()
    (shown,) = [one.text for one in telegram.heard if isinstance(one, SendMessage)]
    assert "ничего не меняю" in shown
    assert await form_of(firm, anna) is None


async def test_the_client_that_it_was_taken_off_is_still_offered_later(firm: Firm) -> None:
    """Whom it is sure to be of by its phone as well; a colleague's is not shown."""
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    client = await firm.client(anna, "Ромашка", phone=PHONE)
    question = await taken_off(firm, anna, client)
    async with firm.act(anna) as act:
        again = await asked_again(act, question.arrival_id)
        assert isinstance(again, WhoseMessage)
        assert [line.client_id for line in again.candidates] == [client]
        found = await ask_again(act, question.arrival_id)
        assert found.candidates == again.candidates
    async with firm.work() as work:
        (await work.session.get_one(Client, client)).owner_id = boris
    async with firm.act(anna) as act:
        again = await asked_again(act, question.arrival_id)
        assert isinstance(again, WhoseMessage) and again.candidates == ()
