"""A phone or an address that proves who wrote teaches the account that wrote it (R9)."""

import pytest

from bot.method.clients.cards import Arrived, ColleaguesClient, Join, Reception, WhoseMessage
from bot.method.core.terms import Outcome
from bot.method.inbound.matching import MessageSender, SenderSource
from bot.services.day.day import task_card
from bot.services.inbound.another_client import take_off
from bot.services.inbound.inbound import choose, pass_on, receive
from bot.services.inbound.together import Message
from bot.services.tasks.tasks import finish_task
from tests.builders import Firm

PHONE = "+79161234567"
IVAN = MessageSender(telegram_id=78, handle="ivan_p", name="Иван")


async def brings(firm: Firm, who: int, text: str, sender: MessageSender = IVAN) -> Reception:
    """An hour after what came before."""
    firm.moved(hours=1)
    async with firm.act(who) as act:
        return await receive(act, Message(sender, text, act.now, text))


@pytest.mark.parametrize(
    "words", ["Мой номер +7 916 123-45-67", "8 (916) 123-45-67, перезвоните", "89161234567"]
)
async def test_the_next_message_needs_no_phone(firm: Firm, words: str) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, phone=PHONE)
    assert isinstance(await brings(firm, anna, words), Arrived)
    again = await brings(firm, anna, "Ну что там?")
    assert isinstance(again, Arrived) and again.join is Join.ADDED
    async with firm.act(anna) as act:
        assert (await task_card(act, again.task_id)).line.client_id == client


async def test_a_shared_contact_teaches_too_and_a_typed_call_does_not(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, phone=PHONE)
    contact = MessageSender(telegram_id=78, phones=(PHONE,), name="Иван")
    assert isinstance(await brings(firm, anna, "", contact), Arrived)
    assert isinstance(await brings(firm, anna, "Привет"), Arrived)
    typed = MessageSender(handle="other", phones=(PHONE,), name="Иван", source=SenderSource.TYPED)
    assert isinstance(await brings(firm, anna, "звонил", typed), Arrived)
    other = MessageSender(telegram_id=99, handle="other", name="Другой")
    assert isinstance(await brings(firm, anna, "Здравствуйте", other), WhoseMessage)


async def test_another_client_unteaches_it(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, phone=PHONE)
    right = await firm.client(anna, "Лютик")
    made = await brings(firm, anna, "Передаю номер коллеги: +79161234567")
    assert isinstance(made, Arrived)
    async with firm.act(anna) as act:
        card = await task_card(act, made.task_id)
        assert card.arrival_id is not None
        await take_off(act, made.task_id, card.arrival_id)
        await choose(act, card.arrival_id, right)
    again = await brings(firm, anna, "Это снова я")
    assert isinstance(again, Arrived)
    async with firm.act(anna) as act:
        assert (await task_card(act, again.task_id)).line.client_id == right


async def test_an_account_that_is_somebodys_stays_his(firm: Firm) -> None:
    anna = await firm.person("Анна")
    first, _ = await firm.client(anna, "Лютик"), await firm.client(anna, phone=PHONE)
    question = await brings(firm, anna, "Это Лютик")
    assert isinstance(question, WhoseMessage)
    async with firm.act(anna) as act:
        await choose(act, question.arrival_id, first)
    for text in ("вот номер Ромашки: +79161234567", "Ещё вопрос"):
        made = await brings(firm, anna, text)
        assert isinstance(made, Arrived)
        async with firm.act(anna) as act:
            assert (await task_card(act, made.task_id)).line.client_id == first


async def test_of_a_colleagues_client_only_passing_on_teaches(firm: Firm) -> None:
    anna, boris = await firm.person("Анна Петрова"), await firm.person("Борис")
    await firm.client(anna, phone=PHONE)
    held = await brings(firm, boris, "Мой номер +79161234567")
    assert isinstance(held, ColleaguesClient) and held.arrival_id is not None
    assert isinstance(await brings(firm, boris, "Ау"), WhoseMessage)
    async with firm.act(boris) as act:
        await pass_on(act, held.arrival_id)
    assert isinstance(await brings(firm, boris, "Ау-ау"), ColleaguesClient)


async def test_the_clients_words_stand_once_on_the_card(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, phone=PHONE)
    first = await brings(firm, anna, "Пришлите счёт, +79161234567")
    second = await brings(firm, anna, "И договор")
    assert isinstance(first, Arrived) and second == Arrived(first.task_id, Join.ADDED)
    async with firm.act(anna) as act:
        card = await task_card(act, first.task_id)
    assert (card.text, card.touches) == ("Пришлите счёт, +79161234567\nИ договор", ())
    async with firm.act(anna) as act:
        await finish_task(act, first.task_id, Outcome.HANDLED)
    third = await brings(firm, anna, "Спасибо")
    assert isinstance(third, Arrived) and third.join is Join.NEW
    async with firm.act(anna) as act:
        card = await task_card(act, third.task_id)
    assert card.text == "Спасибо"
    assert "И договор" in [touch.data.get("text") for touch in card.touches]
