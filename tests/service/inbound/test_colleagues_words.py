"""What a colleague or the person himself has written is no client's, but of one (R9)."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from bot.method.clients.cards import Arrived, Reception, WhoseMessage
from bot.method.core.refusals import NotFound, NotNow, Stale
from bot.method.core.terms import Role
from bot.method.inbound.cards import OwnLine
from bot.method.inbound.matching import MessageSender, SenderSource
from bot.models import Client, ContactPoint
from bot.models.user import User
from bot.services.inbound.inbound import ask_again, choose, create_from, receive
from bot.services.inbound.together import Message
from bot.services.people.access import deactivate
from tests.builders import Firm
from tests.service import seen


async def account(firm: Firm, person: int) -> MessageSender:
    async with firm.work() as work:
        user = await work.session.get_one(User, person)
        return MessageSender(telegram_id=user.telegram_id, handle="petr", name=user.name)


async def brings(firm: Firm, who: int, sender: MessageSender, text: str = "Ждёт") -> Reception:
    firm.moved(hours=1)
    async with firm.act(who) as act:
        return await receive(act, Message(sender, text, act.now, text))


async def whose(firm: Firm, who: int, arrival_id: int) -> WhoseMessage:
    async with firm.act(who) as act:
        return await ask_again(act, arrival_id)


async def count(firm: Firm, table: type[Client] | type[ContactPoint]) -> int:
    async with firm.work() as work:
        return await work.session.scalar(select(func.count()).select_from(table)) or 0


@pytest.mark.parametrize("gone", [False, True])
async def test_a_colleagues_words_are_put_on_whom_they_are_about(firm: Firm, gone: bool) -> None:
    anna, petr = await firm.person("Анна"), await firm.person("Пётр Петров")
    admin = await firm.person("Ольга", Role.ADMIN)
    sender = await account(firm, petr)
    if gone:
        async with firm.act(admin) as act:
            await deactivate(act, petr)
    client = await firm.client(anna)
    asked = await brings(firm, anna, sender)
    assert isinstance(asked, WhoseMessage)
    assert (asked.colleague, asked.sender, asked.contact) == ("Пётр Петров", None, None)
    assert (await whose(firm, anna, asked.arrival_id)).colleague == "Пётр Петров"
    with pytest.raises(NotNow, match="sender-unknown"):
        async with firm.act(anna) as act:
            await create_from(act, asked.arrival_id)
    async with firm.act(anna) as act:
        await choose(act, asked.arrival_id, client)
    (task,) = await seen.tasks(firm, client)
    assert task.text == "Пётр Петров: Ждёт"
    # Nothing is learnt of who said it.
    assert await count(firm, ContactPoint) == 0 and await count(firm, Client) == 1


async def test_a_colleagues_contact_is_no_client(firm: Firm) -> None:
    anna, petr = await firm.person("Анна"), await firm.person("Пётр Петров")
    sender = replace(await account(firm, petr), phones=("+79161234567",))
    asked = await brings(firm, anna, sender, "")
    assert isinstance(asked, WhoseMessage)
    assert (asked.colleague, asked.contact) == ("Пётр Петров", None)


async def test_ones_own_line_is_put_on_a_client_by_name(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    client = await firm.client(anna)
    line = await brings(firm, anna, await account(firm, anna), "обещал счёт")
    assert isinstance(line, OwnLine) and line.arrival_id is not None
    with pytest.raises(Stale):
        async with firm.act(anna) as act:
            await choose(act, line.arrival_id, client)
    with pytest.raises(NotFound):
        await whose(firm, boris, line.arrival_id)
    asked = await whose(firm, anna, line.arrival_id)
    assert asked.sender is None
    async with firm.act(anna) as act:
        made = await choose(act, asked.arrival_id, client)
    assert isinstance(made, Arrived)
    (task,) = await seen.tasks(firm, client)
    assert task.text == "Анна: обещал счёт"
    with pytest.raises(Stale, match="arrival-done"):
        async with firm.act(anna) as act:
            await choose(act, line.arrival_id, client)


async def test_the_old_button_of_a_line_that_went_with_a_dialogue_asks_about_that(
    firm: Firm,
) -> None:
    anna = await firm.person("Анна")
    line = await brings(firm, anna, await account(firm, anna), "Добрый день!")
    assert isinstance(line, OwnLine) and line.arrival_id is not None
    async with firm.act(anna) as act:
        guest = MessageSender(name="Гость", source=SenderSource.HIDDEN)
        asked = await receive(act, Message(guest, "Привет", act.now, "g"))
    assert isinstance(asked, WhoseMessage)
    assert (await whose(firm, anna, line.arrival_id)).arrival_id == asked.arrival_id
