"""«Выбрать чат»: an account is a client's in two taps, and the key for it goes away (R9)."""

from typing import Any

import pytest
from aiogram.methods import SendMessage
from aiogram.types import InlineKeyboardMarkup, ReplyKeyboardMarkup
from sqlalchemy import select

from bot.method.core.terms import ContactKind
from bot.models import ContactPoint
from bot.views.taps.base import pack
from bot.views.taps.clients import AskChat
from tests.builders import Firm
from tests.service.gateway import Json, Listener, chat, gateway, sender, tapped, written

ACCOUNT = 7001


def shared(user_id: int, number: int, account: int = ACCOUNT) -> Json:
    """Somebody was chosen by the key that asked with this number."""
    chosen = {"user_id": account, "first_name": "Иван", "username": "Vanya"}
    message = {"message_id": 2, "date": 1, "chat": chat(user_id), "from": sender(user_id)}
    return {"message": message | {"users_shared": {"request_id": number, "users": [chosen]}}}


async def says(firm: Firm, *updates: Json) -> list[Any]:
    telegram = Listener()
    async with gateway(firm, telegram) as gate:
        gate.last = firm.ids.setdefault("update", 0)
        await gate.stores(*updates)
        assert await gate.deals() == (0, 0)
        firm.ids["update"] = gate.last
    return [call for call in telegram.heard if isinstance(call, SendMessage)]


async def points(firm: Firm, client_id: int) -> set[tuple[ContactKind, str]]:
    async with firm.work() as work:
        query = select(ContactPoint).where(ContactPoint.client_id == client_id)
        return {(point.kind, point.value) for point in await work.session.scalars(query)}


def labels(call: SendMessage) -> list[str]:
    match call.reply_markup:
        case ReplyKeyboardMarkup(keyboard=keys):
            return [key.text for row in keys for key in row]
        case InlineKeyboardMarkup(inline_keyboard=rows):
            return [key.text for row in rows for key in row]
    return []


async def test_a_chat_is_linked_in_two_taps(firm: Firm) -> None:
    client = await firm.client(await firm.person("Анна"))
    number = firm.ids["Анна"]
    (asked,) = await says(firm, tapped(number, pack(AskChat(client))))
    assert labels(asked)[:2] == ["💬 Выбрать чат", "✖️ Отмена"]
    # Who goes elsewhere misses none of the persistent keys.
    assert "📋 Мои дела" in labels(asked)
    choice = shared(number, client)
    keys, linked = await says(firm, choice)
    assert isinstance(keys.reply_markup, ReplyKeyboardMarkup)
    assert "💬 Выбрать чат" not in labels(keys)
    assert "чат связан" in linked.text
    both = {(ContactKind.TELEGRAM, str(ACCOUNT)), (ContactKind.HANDLE, "vanya")}
    assert await points(firm, client) == both
    await says(firm, choice)
    assert await points(firm, client) == both


async def test_another_clients_chat_may_be_opened_there(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    first, second = await firm.client(anna, "Первый"), await firm.client(anna, "Второй")
    theirs = await firm.client(boris, "Чужой")
    number, other = firm.ids["Анна"], firm.ids["Борис"]
    await says(firm, shared(number, first))
    _, taken = await says(firm, shared(number, second))
    assert "уже связан с другим клиентом" in taken.text
    assert labels(taken)[0] == "👤 Открыть: Первый"
    assert await points(firm, second) == set()
    # A colleague learns only that somebody has it.
    _, hidden = await says(firm, shared(other, theirs))
    assert "Первый" not in hidden.text + "".join(labels(hidden))


@pytest.mark.parametrize("said", ["✖️ Отмена", "Не знаю"])
async def test_whatever_is_written_instead_puts_the_keys_back(firm: Firm, said: str) -> None:
    client = await firm.client(await firm.person("Анна"))
    number = firm.ids["Анна"]
    keys, shown = (await says(firm, tapped(number, pack(AskChat(client))), written(number, said)))[
        1:
    ]
    assert "💬 Выбрать чат" not in labels(keys)
    assert "💬 Выбрать чат" in labels(shown)
    assert await points(firm, client) == set()


async def test_strangers_and_colleagues_are_refused(firm: Firm) -> None:
    client = await firm.client(await firm.person("Анна"))
    await firm.person("Борис")
    (refused,) = await says(firm, shared(firm.ids["Борис"], client))
    assert "чат" not in refused.text
    (colleague,) = await says(firm, shared(firm.ids["Анна"], client, firm.ids["Борис"]))
    assert "коллега" in colleague.text
    assert await points(firm, client) == set()


async def test_a_refusal_puts_the_keys_back_as_well(firm: Firm) -> None:
    client = await firm.client(await firm.person("Анна"))
    await firm.person("Борис")
    number = firm.ids["Анна"]
    choice = shared(number, client, firm.ids["Борис"])
    _, keys, refused = await says(firm, tapped(number, pack(AskChat(client))), choice)
    assert isinstance(keys.reply_markup, ReplyKeyboardMarkup)
    assert "💬 Выбрать чат" not in labels(keys) and "📋 Мои дела" in labels(keys)
    assert "коллега" in refused.text
