"""One's own lines inside a forwarded conversation are lines of it, and never a client (R9)."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from bot.method.clients.cards import Arrived, Join, WhoseMessage
from bot.method.inbound.cards import OwnLine
from bot.method.inbound.matching import SenderSource
from bot.models import Arrival, Client
from bot.services.inbound.inbound import choose, create_from
from tests.builders import Firm
from tests.service import seen
from tests.service.gestures import (
    GUEST,
    KNOWN,
    PHONE,
    account_of,
    brings,
)


async def test_a_line_of_ones_own_inside_a_dialogue_is_a_line_of_it(firm: Firm) -> None:
    anna = await firm.person("Анна Петрова")
    own = await account_of(firm, anna)
    first = await brings(firm, anna, GUEST, "Есть шкаф?")
    second = await brings(firm, anna, own, "Есть, мой номер +7 903 236-55-45")
    third = await brings(firm, anna, GUEST, "Беру")
    for part in (first, second, third):
        assert isinstance(part, WhoseMessage) and part.contact is None
    assert isinstance(first, WhoseMessage)
    async with firm.act(anna) as act:
        made = await create_from(act, first.arrival_id)
    assert isinstance(made, Arrived)
    async with firm.work() as work:
        client = (await work.session.scalars(select(Client))).one()
    assert client.name == "Гость"
    (task,) = await seen.tasks(firm, client.id)
    assert task.text == "Есть шкаф?\nАнна Петрова: Есть, мой номер +7 903 236-55-45\nБеру"
    # The very same dialogue again is the same inbound.
    for sender, text in ((GUEST, "Есть шкаф?"), (own, "Есть, мой номер +7 903 236-55-45")):
        assert await brings(firm, anna, sender, text, seconds=600) == Arrived(
            made.task_id, Join.SAME
        )


@pytest.mark.parametrize("followed", [True, False])
async def test_a_dialogue_may_begin_with_ones_own_line(firm: Firm, followed: bool) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, phone=PHONE)
    own = await account_of(firm, anna)
    for text in ("Добрый день!", "Вы писали"):
        assert await brings(firm, anna, own, text, followed=followed) == OwnLine()
    made = await brings(firm, anna, KNOWN, "Здравствуйте", seconds=1)
    assert isinstance(made, Arrived)
    await brings(firm, anna, own, "Чем помочь?")
    (task,) = await seen.tasks(firm, client)
    assert task.text == "Анна: Добрый день!\nАнна: Вы писали\nЗдравствуйте\nАнна: Чем помочь?"


async def test_ones_own_line_alone_is_no_client_and_no_task(firm: Firm) -> None:
    anna = await firm.person("Анна")
    own = await account_of(firm, anna)
    assert await brings(firm, anna, own, "купить воды") == OwnLine()
    assert await brings(firm, anna, own, "купить воды", seconds=90) == OwnLine()
    assert isinstance(await brings(firm, anna, GUEST, "Привет", seconds=90), WhoseMessage)
    async with firm.work() as work:
        texts = list(await work.session.scalars(select(Arrival.text).order_by(Arrival.id)))
    assert texts == ["Анна: купить воды", "Привет"]


async def test_a_call_logged_by_hand_is_no_dialogue(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, phone=PHONE)
    await brings(firm, anna, replace(KNOWN, source=SenderSource.TYPED), "звонил")
    assert await brings(firm, anna, await account_of(firm, anna), "купить воды") == OwnLine()


async def test_the_line_that_begins_the_next_dialogue_is_not_put_to_the_last(firm: Firm) -> None:
    anna = await firm.person("Анна")
    own = await account_of(firm, anna)
    await brings(firm, anna, GUEST, "Раз")
    assert await brings(firm, anna, own, "Добрый день!", seconds=30, followed=True) == OwnLine()
    other = await brings(firm, anna, replace(GUEST, name="Другой"), "Два")
    assert isinstance(other, WhoseMessage)
    async with firm.work() as work:
        arrival = await work.session.get_one(Arrival, other.arrival_id)
    assert arrival.text == "Анна: Добрый день!\nДва"


async def test_a_colleague_is_no_client_but_may_speak_of_one(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис Орлов")
    client = await firm.client(anna, phone=PHONE)
    colleague = await account_of(firm, boris)
    made = await brings(firm, anna, colleague, f"звонил {PHONE}, ждёт")
    assert isinstance(made, Arrived)
    (task,) = await seen.tasks(firm, client)
    assert task.text == f"Борис Орлов: звонил {PHONE}, ждёт"
    firm.moved(hours=1)
    question = await brings(firm, anna, colleague, "Ромашка ждёт")
    assert isinstance(question, WhoseMessage) and question.sender is None
    async with firm.act(anna) as act:
        await choose(act, question.arrival_id, client)
    # That he spoke of it does not make him it.
    assert isinstance(await brings(firm, anna, colleague, "Звонил", seconds=600), WhoseMessage)
    firm.moved(hours=1)
    await brings(firm, anna, GUEST, "Есть шкаф?")
    beside = await brings(firm, anna, colleague, "Есть")
    assert isinstance(beside, WhoseMessage) and beside.joined
