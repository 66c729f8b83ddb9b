"""What words can not show is shown again from the task and from the history, as it came (R9)."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import (
    EditMessageText,
    ForwardMessages,
    SendDocument,
    SendMessage,
    SendPhoto,
    SendVoice,
    TelegramMethod,
)
from aiogram.methods.base import TelegramType

from bot.method.core.refusals import NotFound, NotNow
from bot.method.core.terms import Outcome
from bot.method.inbound.cards import Original
from bot.method.inbound.matching import MessageSender
from bot.services.clients.history import client_history
from bot.services.day.day import task_card
from bot.services.inbound.contents import content_of
from bot.services.inbound.inbound import pass_on, receive
from bot.services.inbound.together import Message
from bot.services.tasks.tasks import finish_task
from tests.builders import Firm
from tests.messages import FILE, PICTURE
from tests.service import seen
from tests.service.accounts import Chat, anna, inbounds, told
from tests.service.gateway import Gateway, Json, Listener, chat, gateway, sender, tapped

PHONE = "+79161234567"
STAMP = 1_422_450_181
VOICE: Json = {"voice": FILE | {"duration": 3}}
PLACE: Json = {"location": {"latitude": 55.7, "longitude": 37.6}}


def brought(user_id: int, number: int, content: Json) -> Json:
    """What a guest has sent, forwarded as this message of the chat."""
    message = {"message_id": number, "date": STAMP, "chat": chat(user_id), "from": sender(user_id)}
    origin = {"type": "hidden_user", "sender_user_name": "Гость", "date": STAMP - number}
    return {"message": message | {"forward_origin": origin} | content}


class Forgetful(Listener):
    """Every message was deleted."""

    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        if isinstance(method, ForwardMessages):
            raise TelegramBadRequest(method, "there are no messages to forward")
        return await super().make_request(bot, method, timeout)


def shown(telegram: Listener) -> list[tuple[object, object, list[int]]]:
    heard = [said for said in telegram.heard if isinstance(said, ForwardMessages)]
    return [(said.chat_id, said.from_chat_id, said.message_ids) for said in heard]


async def says(gate: Gateway, *updates: Json) -> None:
    await gate.stores(*updates)
    assert await gate.deals() == (0, 0)


@pytest.mark.parametrize("content", [VOICE, PLACE, {"photo": [PICTURE]}, {"document": FILE}])
async def test_it_is_shown_as_it_came(firm: Firm, content: Json) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, phone=PHONE)
    number, telegram = firm.ids["Анна"], Listener()
    async with gateway(firm, telegram) as gate:
        said = brought(number, 11, {"text": PHONE})
        await says(gate, said, brought(number, 12, content), brought(number, 14, content))
        (task,) = await seen.tasks(firm, client)
        await says(gate, tapped(number, f"ishow:{task.id}"))
    assert shown(telegram) == [(number, number, [12, 14])]
    async with firm.act(anna) as act:
        assert (await task_card(act, task.id)).has_content
        (entry,) = (await client_history(act, client, 0)).contents
        assert entry[0] == task.id
        await finish_task(act, task.id, Outcome.HANDLED)
    async with firm.act(anna) as act:
        assert (await task_card(act, task.id)).has_content
        assert (await content_of(act, task.id)).originals == (Original(number, (12, 14)),)


async def test_of_words_there_is_nothing_to_be_shown(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, phone=PHONE)
    number, telegram = firm.ids["Анна"], Listener()
    async with gateway(firm, telegram) as gate:
        await says(gate, brought(number, 11, {"text": PHONE}))
    (task,) = await seen.tasks(firm, client)
    async with firm.act(anna) as act:
        assert not (await task_card(act, task.id)).has_content
        assert (await client_history(act, client, 0)).contents == ()
        with pytest.raises(NotNow, match="content-gone"):
            await content_of(act, task.id)


async def test_the_colleague_who_gets_it_sees_it_and_nobody_else(firm: Firm) -> None:
    anna, boris = await firm.person("Анна Петрова"), await firm.person("Борис")
    vera = await firm.person("Вера")
    client = await firm.client(anna, phone=PHONE)
    number, telegram = firm.ids["Борис"], Listener()
    async with gateway(firm, telegram) as gate:
        await says(gate, brought(number, 12, {"photo": [PICTURE], "caption": PHONE}))
        async with firm.act(boris) as act:
            await pass_on(act, 1)
        (task,) = await seen.tasks(firm, client)
        await says(gate, tapped(firm.ids["Анна Петрова"], f"ishow:{task.id}"))
        await says(gate, tapped(firm.ids["Вера"], f"ishow:{task.id}"))
    assert shown(telegram) == [(firm.ids["Анна Петрова"], number, [12])]
    async with firm.act(vera) as act:
        with pytest.raises(NotFound):
            await content_of(act, task.id)


async def test_what_was_deleted_is_said_to_be(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, phone=PHONE)
    number, telegram = firm.ids["Анна"], Forgetful()
    async with gateway(firm, telegram) as gate:
        await says(gate, brought(number, 12, VOICE | {"caption": PHONE}))
        (task,) = await seen.tasks(firm, client)
        await says(gate, tapped(number, f"ishow:{task.id}"))
    said = [text.text for text in telegram.heard if isinstance(text, SendMessage)]
    assert "Показать не получается: сообщение удалено" in said[-1]
    assert not [edit for edit in telegram.heard if isinstance(edit, EditMessageText)]


@pytest.mark.parametrize("content", [VOICE, {"photo": [PICTURE]}, {"document": FILE}])
async def test_what_came_in_ones_own_chat_is_shown_again_by_its_file(
    firm: Firm, content: Json
) -> None:
    _, number, client = await anna(firm)
    accounts, telegram = Chat(firm), Refusing()
    letter = accounts.writes("")
    del letter["business_message"]["text"]
    letter["business_message"] |= content
    await told(firm, letter)
    (task,) = await inbounds(firm, client)
    async with gateway(firm, telegram) as gate:
        gate.last = firm.ids["update"]
        await says(gate, tapped(number, f"ishow:{task.id}"))
        telegram.refuses = True
        await says(gate, tapped(number, f"ishow:{task.id}"))
        firm.ids["update"] = gate.last
    (kind,) = content
    sent = [said for said in telegram.heard if getattr(said, kind, None)]
    assert [getattr(said, kind) for said in sent] == [PICTURE["file_id"]]
    assert "больше не отдаёт" in str(getattr(telegram.heard[-1], "text", ""))
    # What the client has deleted is not to be had any more.
    await told(firm, accounts.deletes(letter["business_message"]["message_id"]))
    async with firm.act(task.owner_id) as act:
        assert not (await task_card(act, task.id)).has_content


class Refusing(Listener):
    """Telegram knows the file, and then no more."""

    refuses = False

    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        if self.refuses and isinstance(method, SendPhoto | SendVoice | SendDocument):
            raise TelegramBadRequest(method, "wrong file identifier")
        return await super().make_request(bot, method, timeout)


async def test_words_that_found_no_room_are_a_file(firm: Firm) -> None:
    anna_id = await firm.person("Анна")
    client = await firm.client(anna_id, phone=PHONE)
    long = "б" * 4000
    async with firm.act(anna_id) as act:
        for number, text in enumerate(("Первое слово", long, "Последнее слово" + "!" * 200)):
            said = Message(MessageSender(phones=(PHONE,)), text, act.now, str(number))
            await receive(act, said)
    (task,) = await seen.tasks(firm, client)
    async with firm.act(anna_id) as act:
        assert "Первое" not in (task.text or "") and (await task_card(act, task.id)).has_content
        words = (await content_of(act, task.id)).words
    assert words is not None and words.startswith("Первое слово") and long in words
