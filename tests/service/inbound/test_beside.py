"""Words that say nothing by themselves belong to the forward of the same minute, before and after
it; what is a task, a search or a name stays one (R9)."""

import pytest
from sqlalchemy import select

from bot.models import Arrival, Client
from tests.builders import Firm
from tests.service import seen
from tests.service.gateway import Gateway, Json, Listener, chat, gateway, sender

PHONE = "+79161234567"


def said(firm: Firm, text: str, origin: str | None = None) -> Json:
    """Typed at this moment; with an origin, forwarded."""
    number, stamp = firm.ids["Анна"], int(firm.clock.now().timestamp())
    message = {"message_id": 1, "date": stamp, "chat": chat(number), "from": sender(number)}
    if origin is not None:
        whose = {"type": "hidden_user", "sender_user_name": origin, "date": stamp - 60}
        message["forward_origin"] = whose
    return {"message": message | {"text": text}}


async def says(gate: Gateway, *updates: Json) -> None:
    await gate.stores(*updates)
    assert await gate.deals() == (0, 0)


async def comments(firm: Firm) -> list[str | None]:
    async with firm.work() as work:
        return list(await work.session.scalars(select(Arrival.comment)))


@pytest.mark.parametrize(
    ("known", "typed"),
    [
        (False, "это"),
        (True, "просит скидку"),
        (False, "перезвонить ему завтра в 10"),
        (True, "надо бы как-то посчитать"),
    ],
)
async def test_before_and_after_they_are_its_comment(firm: Firm, known: bool, typed: str) -> None:
    client = await firm.client(await firm.person("Анна"), "Ромашка", phone=PHONE)
    forward = PHONE if known else "Здравствуйте"
    telegram = Listener()
    async with gateway(firm, telegram) as gate:
        await says(gate, said(firm, typed))
        firm.moved(seconds=40)
        await says(gate, said(firm, forward, "Гость"))
        firm.moved(seconds=40)
        await says(gate, said(firm, f"и {typed}"))
    assert await comments(firm) == [f"{typed}\nи {typed}"]
    async with firm.work() as work:
        assert list(await work.session.scalars(select(Client.id))) == [client]
    assert len(await seen.tasks(firm, client)) == known


@pytest.mark.parametrize(
    "typed", ["Ромашка", "Мария Петрова", "8 903 236-55-45", "Ромашка завтра в 10", "a@b.ru"]
)
async def test_what_says_something_is_no_comment(firm: Firm, typed: str) -> None:
    await firm.client(await firm.person("Анна"), "Ромашка")
    async with gateway(firm, Listener()) as gate:
        await says(gate, said(firm, typed))
        firm.moved(seconds=10)
        await says(gate, said(firm, "Здравствуйте", "Гость"))
        firm.moved(seconds=10)
        await says(gate, said(firm, typed))
    assert await comments(firm) == [None]


async def test_after_more_than_a_minute_they_stand_alone(firm: Firm) -> None:
    await firm.person("Анна")
    async with gateway(firm, Listener()) as gate:
        await says(gate, said(firm, "просит скидку"))
        firm.moved(seconds=61)
        await says(gate, said(firm, "Здравствуйте", "Гость"))
        firm.moved(seconds=61)
        await says(gate, said(firm, "просит скидку"))
    assert await comments(firm) == [None]
