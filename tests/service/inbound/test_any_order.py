"""Whatever clients do comes by many ways, twice, in any order, and now and then an hour late: the
tasks are the same (R9)."""

from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any

import pytest

from bot.method.core.terms import ContactKind
from bot.method.inbound.intake.event import CallEnd, IntakeChannel, IntakeEvent
from bot.models import ContactPoint
from bot.services.inbound.intake.taking import API
from tests.builders import Firm
from tests.service.accounts import CLIENT, Chat, anna, inbounds, told
from tests.service.inbound.test_taking import OTHER, comes, event
from tests.service.sales import PHONE

Json = dict[str, Any]
ORDERS = 5


@dataclass(frozen=True)
class Came:
    """One thing that came: an event of a source, or an update of Telegram."""

    source: str
    event: IntakeEvent | None = None
    update: Json | None = None

    async def arrives(self, firm: Firm) -> None:
        if self.event is not None:
            await comes(firm, self.event, self.source)
        elif self.update is not None:
            await told(firm, self.update)


def forwarded(firm: Firm, manager: int, number: int, text: str) -> Json:
    """What the manager forwards from the client's own chat."""
    at = int(firm.clock.now().timestamp())
    client = {"id": CLIENT, "is_bot": False, "first_name": "Иван"}
    return {
        "message": {
            "message_id": number,
            "date": at,
            "from": {"id": manager, "is_bot": False, "first_name": "Анна"},
            "chat": {"id": manager, "type": "private", "first_name": "Анна"},
            "forward_origin": {"type": "user", "date": at, "sender_user": client},
            "text": text,
        }
    }


def everything(firm: Firm, manager: int) -> list[Came]:
    """By each way something of the first client, and two things of the second one."""
    chat = Chat(firm)
    call = {"channel": IntakeChannel.CALL, "call": CallEnd.MISSED, "text": ""}
    letter = {"channel": IntakeChannel.EMAIL, "text": "Письмо", "phone": "", "email": "ivan@a.ru"}
    return [
        Came(API, event(firm, "1", text="Запрос", channel=IntakeChannel.CHAT)),
        Came("megafon", event(firm, "2", **call)),
        Came("tilda", event(firm, "3", text="Заявка")),
        Came("mail", event(firm, "4", **letter)),
        Came("business", update=chat.writes("Лично")),
        Came("business", update=chat.writes("Ещё раз")),
        Came("forward", update=forwarded(firm, manager, 900, "Пересланное")),
        Came(API, event(firm, "5", text="Второй", phone=OTHER)),
        Came("mango", event(firm, "6", **call, phone=OTHER)),
    ]


async def two_clients(firm: Firm) -> tuple[int, int, int]:
    """Anna's number in Telegram, her client who is known by every contact, and one by a phone."""
    sales, manager, first = await anna(firm)
    second = await firm.client(sales.anna, "Пётр", phone=OTHER)
    async with firm.work() as work:
        for kind, value in ((ContactKind.PHONE, PHONE), (ContactKind.EMAIL, "ivan@a.ru")):
            work.session.add(ContactPoint(client_id=first, kind=kind, value=value))
    return manager, first, second


async def found(firm: Firm, client: int) -> list[str]:
    """What the one inbound of the client says, line by line."""
    (task,) = await inbounds(firm, client)
    return sorted(filter(None, (task.text or "").split("\n")))


FIRST = ["Ещё раз", "Запрос", "Заявка", "Лично", "Пересланное", "Письмо"]
SECOND = ["Второй"]


async def test_each_once_and_in_its_order(firm: Firm) -> None:
    manager, *clients = await two_clients(firm)
    for came in everything(firm, manager):
        await came.arrives(firm)
    assert [await found(firm, client) for client in clients] == [FIRST, SECOND]


@pytest.mark.parametrize("seed", range(ORDERS))
async def test_any_order_and_repetition_with_some_an_hour_late(firm: Firm, seed: int) -> None:
    manager, *clients = await two_clients(firm)
    random = Random(seed)
    all_of_it = everything(firm, manager)
    order = [*all_of_it, *random.choices(all_of_it, k=5)]
    random.shuffle(order)
    late = [came for came in order if random.random() < 0.1]
    for came in (one for one in order if one not in late):
        await came.arrives(firm)
    firm.clock.set(firm.clock.now() + timedelta(hours=1))
    for came in late:
        await came.arrives(firm)
    assert [await found(firm, client) for client in clients] == [FIRST, SECOND]
