"""Chats of people's own accounts: what comes late, twice, in no order, or from nobody (R9)."""

from random import Random
from typing import Any

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import EditMessageText, GetBusinessConnection, SendMessage
from aiogram.types import BusinessConnection as Connection

from bot.models import (
    Arrival,
    OutboxMessage,
)
from tests.builders import Firm
from tests.service import seen
from tests.service.accounts import (
    LINK,
    Chat,
    anna,
    card_was_sent,
    connected,
    inbounds,
    linked,
    rows,
    told,
)
from tests.service.gateway import Json, Listener, gateway
from tests.service.sales import Sales


class Asked(Listener):
    """A Telegram that knows whose one connection is, and how often it was asked."""

    def __init__(self, owner: int | None) -> None:
        super().__init__()
        self.owner = owner

    async def make_request(self, bot: Any, method: Any, timeout: int | None = None) -> Any:
        if not isinstance(method, GetBusinessConnection):
            return await super().make_request(bot, method, timeout)
        self.heard.append(method)
        if self.owner is None:
            raise TelegramBadRequest(method, "business connection not found")
        body = connected(self.owner, method.business_connection_id)["business_connection"]
        return Connection.model_validate(body)


async def test_a_connection_nobody_has_told_of_is_asked_about_once(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    client = await linked(firm, sales.anna)
    telegram = Asked(firm.ids["Анна Петрова"])
    chat = Chat(firm)
    await told(firm, chat.writes("Раньше"), chat.writes("Потом"), telegram=telegram)
    assert [task.text for task in await inbounds(firm, client)] == ["Раньше\nПотом"]
    assert telegram.count(GetBusinessConnection) == 1


@pytest.mark.parametrize("owner", [None, 999_999])
async def test_a_connection_of_nobody_is_calm(firm: Firm, owner: int | None) -> None:
    sales = await Sales(firm).hire()
    client = await linked(firm, sales.anna)
    telegram, chat = Asked(owner), Chat(firm)
    updates = [chat.writes(f"Слово {number}") for number in range(3)]
    await told(firm, *updates, chat.deletes(11), telegram=telegram)
    assert telegram.count(GetBusinessConnection) == len(telegram.heard) == 1
    assert await inbounds(firm, client) == []
    assert await rows(firm, OutboxMessage) == await rows(firm, Arrival) == []


async def test_any_order_and_repetition_is_the_same_inbound(firm: Firm) -> None:
    _, number, client = await anna(firm)
    chat = Chat(firm)
    said = [chat.writes(f"Строка {line}") for line in range(6)]
    edit = chat.writes("Строка пять", kind="edited_business_message")
    shuffled = [*said, edit, chat.writes("Отвечаю", by=number)] * 2
    Random(7).shuffle(shuffled)
    await told(firm, *shuffled)
    (task,) = await inbounds(firm, client)
    lines = [line for line in (task.text or "").split("\n") if not line.startswith("✏️")]
    assert sorted(lines) == [f"Строка {line}" for line in range(6)]
    assert len(await seen.messages(firm, "business")) == 1


async def test_many_at_once_are_drawn_once(firm: Firm) -> None:
    sales, _, client = await anna(firm)
    chat = Chat(firm)
    await told(firm, chat.writes("Первое"))
    (task,) = await inbounds(firm, client)
    await card_was_sent(firm, task.id, sales.anna)
    telegram = Listener()
    async with gateway(firm, telegram) as gate:
        gate.last = firm.ids["update"]
        await gate.stores(*(chat.writes(f"Строка {line}") for line in range(30)))
        assert await gate.deals() == (0, 0)
    assert telegram.count(EditMessageText) == len(telegram.heard) == 1


@pytest.mark.parametrize(
    "odd",
    [
        {"business_connection": {"id": 5}},
        {"business_message": {"business_connection_id": LINK}},
        {"business_message": {}},
        {"edited_business_message": {"business_connection_id": None, "message_id": "x"}},
        {"deleted_business_messages": {"business_connection_id": LINK, "message_ids": "all"}},
        {"deleted_business_messages": {"business_connection_id": "c" * 4000}},
    ],
)
async def test_rubbish_is_handled_and_nothing_more(firm: Firm, odd: Json) -> None:
    _, _, client = await anna(firm)
    telegram = await told(firm, odd, Chat(firm).writes("Дальше"), telegram=Asked(None))
    assert [task.text for task in await inbounds(firm, client)] == ["Дальше"]
    assert not any(isinstance(call, SendMessage) for call in telegram.heard)


async def test_a_kind_nobody_knows_yet_is_read_all_the_same(firm: Firm) -> None:
    _, _, client = await anna(firm)
    blocks = [{"type": "from the future", "text": ["Нужно ", {"type": "glow", "text": "5 столов"}]}]
    letter = Chat(firm).writes("", rich_message={"blocks": blocks}, forward_origin={"type": "x"})
    await told(firm, letter)
    assert [task.text for task in await inbounds(firm, client)] == ["Нужно 5 столов"]
