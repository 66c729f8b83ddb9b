"""Many forwards at once: one card for a client, edited; and a few messages, however many come."""

from dataclasses import replace
from typing import Any

import pytest
from aiogram.methods import EditMessageText, SendMessage
from sqlalchemy import func, select

from bot.method.core.terms import Role
from bot.method.inbound.intake.event import IntakeChannel, IntakeEvent
from bot.models import Arrival, OutboxMessage
from bot.models.task import Task
from bot.services.inbound.intake.taking import API, take
from bot.services.pool.losing import lose
from tests.builders import Firm
from tests.service.gateway import Gateway, Json, Listener, chat, gateway, sender, tapped, written

STAMP = 1_422_450_181
GUEST: Json = {"type": "hidden_user", "sender_user_name": "Гость"}
PHONE = "+7 916 123-45-67"
FIRST = 101
"""The number of the first message that the bot sends."""


def forward(user_id: int, number: int, origin: Json = GUEST, **content: Any) -> Json:
    """The message of this number in the chat, in the same second as all of them."""
    message = {"message_id": number, "date": STAMP, "chat": chat(user_id), "from": sender(user_id)}
    said = content or {"text": f"Часть {number}"}
    return {"message": message | {"forward_origin": origin | {"date": STAMP - number}} | said}


def messages(telegram: Listener) -> list[str]:
    return [said.text for said in telegram.heard if isinstance(said, SendMessage)]


def edits(telegram: Listener) -> list[tuple[object, str]]:
    heard = [said for said in telegram.heard if isinstance(said, EditMessageText)]
    return [(said.message_id, said.text) for said in heard]


async def one_by_one(gate: Gateway, *updates: Json) -> None:
    for update in updates:
        await gate.stores(update)
        assert await gate.deals() == (0, 0)


@pytest.mark.parametrize("known", [True, False])
async def test_twelve_that_come_one_by_one_are_one_card(firm: Firm, known: bool) -> None:
    if known:
        await firm.client(await firm.person("Анна"), "Олег", phone="+79161234567")
    else:
        await firm.person("Анна")
    number, telegram = firm.ids["Анна"], Listener()
    first = forward(number, 1, text=f"мой номер {PHONE}")
    async with gateway(firm, telegram) as gate:
        await one_by_one(gate, first, *(forward(number, part) for part in range(2, 13)))
    assert len(messages(telegram)) == 1
    assert {message for message, _ in edits(telegram)} == {FIRST}
    assert "ещё 11 сообщений" in edits(telegram)[-1][1]


@pytest.mark.parametrize("known", [True, False])
async def test_all_that_wait_are_answered_once(firm: Firm, known: bool) -> None:
    if known:
        await firm.client(await firm.person("Анна"), "Олег", phone="+79161234567")
    else:
        await firm.person("Анна")
    number, telegram = firm.ids["Анна"], Listener()
    parts = [forward(number, part) for part in range(2, 22)]
    async with gateway(firm, telegram) as gate:
        await gate.stores(forward(number, 1, text=f"мой номер {PHONE}"), *parts)
        assert await gate.deals() == (0, 0)
    assert len(messages(telegram)) == 1 and not edits(telegram)
    assert "ещё 20 сообщений" in messages(telegram)[0]
    async with firm.work() as work:
        asked = await work.session.scalar(select(func.count()).select_from(OutboxMessage))
    assert asked == 0


async def test_of_two_at_once_each_is_answered(firm: Firm) -> None:
    await firm.person("Анна")
    number, telegram = firm.ids["Анна"], Listener()
    other = GUEST | {"sender_user_name": "Другая"}
    mixed = [forward(number, part, GUEST if part % 2 else other) for part in range(1, 9)]
    async with gateway(firm, telegram) as gate:
        await gate.stores(*mixed)
        assert await gate.deals() == (0, 0)
    said = messages(telegram)
    assert len(said) == 2 and "Другая" in said[1] and "Гость" in said[0]
    assert all("ещё 3 сообщения" in text for text in said)


async def test_of_many_senders_only_the_number_is_said(firm: Firm) -> None:
    await firm.person("Анна")
    number, telegram = firm.ids["Анна"], Listener()
    people = [GUEST | {"sender_user_name": f"Гость {part}"} for part in range(9)]
    async with gateway(firm, telegram) as gate:
        await gate.stores(*(forward(number, part, of) for part, of in enumerate(people)))
        assert await gate.deals() == (0, 0)
    assert len(messages(telegram)) == 6
    assert "за минуту 9 разговоров" in messages(telegram)[-1]
    async with firm.work() as work:
        waiting = await work.session.scalar(select(func.count()).select_from(Arrival))
    assert waiting == 9


async def test_what_other_systems_report_is_nobodys_burst(firm: Firm) -> None:
    """However many sites and exchanges have just reported, a forward has its own card."""
    await firm.person("Игорь", Role.HEAD)
    await firm.person("Анна")
    number, telegram = firm.ids["Анна"], Listener()
    for part in range(6):
        called = IntakeEvent(
            str(part), IntakeChannel.FORM, firm.clock.now(), f"Гость {part}", f"+7916123456{part}"
        )
        async with firm.work() as work:
            await take(work, API, replace(called, manager="Анна"))
    async with gateway(firm, telegram) as gate:
        await one_by_one(gate, forward(number, 1))
    (said,) = messages(telegram)
    assert "Гость" in said and "разговор" not in said


async def test_of_two_lost_clients_each_is_answered(firm: Firm) -> None:
    """The words are the same; the second one would be answered by nothing that can be seen."""
    anna = await firm.person("Анна")
    head = await firm.person("Игорь", Role.HEAD)
    for name, phone in (("Олег", "+79161234567"), ("Вера", "+79161234568")):
        client = await firm.client(anna, name, phone=phone)
        async with firm.act(head) as act:
            await lose(act, client)
    number, telegram = firm.ids["Анна"], Listener()
    other = GUEST | {"sender_user_name": "Другая"}
    async with gateway(firm, telegram) as gate:
        await one_by_one(
            gate,
            forward(number, 1, text=PHONE),
            forward(number, 2, text="И ещё"),
            forward(number, 3, other, text="+79161234568"),
        )
    said = messages(telegram)
    assert len(said) == 2 and all("РОП уже знает" in text for text in said)
    assert {message for message, _ in edits(telegram)} == {FIRST}


async def test_an_album_is_one_card_though_its_first_part_waits(firm: Firm) -> None:
    await firm.person("Анна")
    number, telegram = firm.ids["Анна"], Listener()
    picture = {"file_id": "F", "width": 9, "height": 9}
    album = [
        forward(number, part, photo=[picture | {"file_unique_id": f"u{part}"}], media_group_id="7")
        for part in range(1, 11)
    ]
    async with gateway(firm, telegram) as gate:
        await gate.stores(*album)
        assert await gate.deals() == (0, 0)
    assert len(messages(telegram)) == 1 and not edits(telegram)
    assert "ещё 9 сообщений" in messages(telegram)[0]


async def test_a_part_after_another_screen_comes_below_it(firm: Firm) -> None:
    """What stands far above in the chat is not changed there: nobody would see it."""
    await firm.person("Анна")
    number, telegram = firm.ids["Анна"], Listener()
    async with gateway(firm, telegram) as gate:
        await one_by_one(gate, forward(number, 1), written(number, "/help"), forward(number, 2))
    assert len(messages(telegram)) == 3 and not edits(telegram)


async def test_a_part_after_a_minute_comes_below(firm: Firm) -> None:
    await firm.client(await firm.person("Анна"), "Олег", phone="+79161234567")
    number, telegram = firm.ids["Анна"], Listener()
    first = forward(number, 1, text=PHONE)
    async with gateway(firm, telegram) as gate:
        await one_by_one(gate, first)
        firm.moved(seconds=61)
        await one_by_one(gate, first)
    assert len(messages(telegram)) == 2 and not edits(telegram)


async def test_the_card_that_a_tap_has_made_goes_on(firm: Firm) -> None:
    await firm.person("Анна")
    number, telegram = firm.ids["Анна"], Listener()
    async with gateway(firm, telegram) as gate:
        await one_by_one(gate, forward(number, 1), tapped(number, "inew:1"), forward(number, 2))
    assert len(messages(telegram)) == 1
    assert {message for message, _ in edits(telegram)} == {1}
    async with firm.work() as work:
        (task,) = (await work.session.scalars(select(Task))).all()
    assert task.text == "Часть 1\nЧасть 2"
