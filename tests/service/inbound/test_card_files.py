"""A card of an address book that is forwarded as a file: names, phones and e-mails are read, and
find the client as those of a shared contact do (R9)."""

from collections.abc import AsyncGenerator
from typing import Any, cast

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import GetFile, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import File
from sqlalchemy import select

from bot.models import Arrival
from tests.builders import Firm
from tests.service import seen
from tests.service.gateway import Json, Listener, chat, gateway, sender

STAMP = 1_422_450_181
CARD = """BEGIN:VCARD
VERSION:3.0
FN:Олег Кузнецов
ORG:ООО «Вымпел»
TEL;TYPE=CELL:8 926 123-45-67
TEL:доб. 5
EMAIL:Oleg@example.com
END:VCARD
""".encode()
OTHER = CARD.replace("Олег Кузнецов".encode(), "Ирина".encode()).replace(b"123-45", b"765-43")


class Store(Listener):
    """Has one file, or None: it was deleted there."""

    def __init__(self, content: bytes | None) -> None:
        super().__init__()
        self._content = content

    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        if not isinstance(method, GetFile):
            return await super().make_request(bot, method, timeout)
        self.heard.append(method)
        if self._content is None:
            raise TelegramBadRequest(method, "invalid file_id")
        found = File(file_id=method.file_id, file_unique_id="u", file_path="card.vcf")
        return cast(TelegramType, found)

    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        yield self._content or b""


def forwarded(user_id: int, size: int = 400, name: str = "Олег.VCF") -> Json:
    file = {"file_id": "F", "file_unique_id": "u", "file_size": size, "file_name": name}
    origin = {"type": "hidden_user", "sender_user_name": "Партнёр", "date": STAMP}
    message = {"message_id": 3, "date": STAMP, "chat": chat(user_id), "from": sender(user_id)}
    return {"message": message | {"forward_origin": origin, "document": file}}


async def brought(firm: Firm, content: bytes | None, **file: Any) -> tuple[Arrival, Store]:
    """What becomes of such a file, forwarded by Anna."""
    telegram = Store(content)
    async with gateway(firm, telegram) as gate:
        await gate.stores(forwarded(firm.ids["Анна"], **file))
        assert await gate.deals() == (0, 0)
    async with firm.work() as work:
        return (await work.session.scalars(select(Arrival))).one(), telegram


async def test_its_client_is_found_by_the_phone(firm: Firm) -> None:
    client = await firm.client(await firm.person("Анна"), "Вымпел", phone="+79261234567")
    arrival, telegram = await brought(firm, CARD)
    assert arrival.client_id == client and telegram.count(GetFile) == 1
    (task,) = await seen.tasks(firm, client)
    assert task.text == "📎 Олег.VCF\nдоб. 5"


async def test_of_nobody_known_all_of_it_is_kept(firm: Firm) -> None:
    await firm.person("Анна")
    arrival, _ = await brought(firm, CARD)
    kept = arrival.sender
    assert (kept["name"], kept["company"]) == ("Олег Кузнецов", "ООО «Вымпел»")
    assert (kept["phones"], kept["emails"]) == (["+79261234567"], ["oleg@example.com"])


async def test_the_people_of_several_cards_are_words(firm: Firm) -> None:
    await firm.person("Анна")
    arrival, _ = await brought(firm, CARD + OTHER)
    assert arrival.sender["name"] == "Партнёр"
    assert "Олег Кузнецов, ООО «Вымпел», 8 926 123-45-67" in arrival.text
    assert "Ирина" in arrival.text and len(arrival.sender["phones"]) == 2


@pytest.mark.parametrize("content", [None, b"", b"%PDF", b"BEGIN:VCARD\nTEL:1", b"\xff" * 300])
async def test_what_can_not_be_read_is_a_file(firm: Firm, content: bytes | None) -> None:
    await firm.person("Анна")
    arrival, _ = await brought(firm, content)
    assert (arrival.text, arrival.sender["name"]) == ("📎 Олег.VCF", "Партнёр")
    assert arrival.content == "document"


@pytest.mark.parametrize("file", [{"size": 300_000}, {"size": 0}, {"name": "Олег.pdf"}])
async def test_what_is_too_large_or_no_card_is_not_fetched(firm: Firm, file: Json) -> None:
    await firm.person("Анна")
    arrival, telegram = await brought(firm, CARD, **file)
    assert telegram.count(GetFile) == 0 and arrival.sender["name"] == "Партнёр"
