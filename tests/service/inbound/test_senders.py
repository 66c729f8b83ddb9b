"""What proves who wrote, and what does not: handles in somebody's words, names (R9)."""

import pytest
from sqlalchemy import select

from bot.method.clients.cards import Arrived, Reception, WhoseMessage
from bot.method.core.terms import ContactKind
from bot.method.inbound.matching import MessageSender, SenderSource
from bot.models import Client, ContactPoint
from bot.services.inbound.inbound import choose, create_from, receive
from bot.services.inbound.together import Message
from tests.builders import Firm

OLGA = MessageSender(name="Ольга С.", source=SenderSource.HIDDEN)
PETROV = MessageSender(telegram_id=78, handle="petrov_design", name="Пётр Петров")


async def brings(firm: Firm, who: int, sender: MessageSender, text: str) -> Reception:
    """An hour after what came before."""
    firm.moved(hours=1)
    async with firm.act(who) as act:
        return await receive(act, Message(sender, text, act.now, text))


async def asked(firm: Firm, who: int, sender: MessageSender, text: str = "Счёт") -> WhoseMessage:
    question = await brings(firm, who, sender, text)
    assert isinstance(question, WhoseMessage)
    return question


async def created(firm: Firm, who: int, arrival: int) -> int:
    async with firm.act(who) as act:
        await create_from(act, arrival)
        query = select(Client.id).order_by(Client.id.desc())
        return (await act.session.scalars(query.limit(1))).one()


async def handles(firm: Firm, client: int) -> list[str]:
    async with firm.work() as work:
        query = select(ContactPoint.value).where(
            ContactPoint.client_id == client, ContactPoint.kind == ContactKind.HANDLE
        )
        return list(await work.session.scalars(query))


@pytest.mark.parametrize(
    "words",
    [
        "По всем вопросам пишите @petrov_design",
        "дизайном занимается t.me/petrov_design",
        "@petrov_design уже в курсе?",
    ],
)
async def test_a_handle_in_the_words_is_not_the_senders(firm: Firm, words: str) -> None:
    anna = await firm.person("Анна")
    question = await asked(firm, anna, OLGA, words)
    assert question.contact is None
    olga = await created(firm, anna, question.arrival_id)
    assert await handles(firm, olga) == []
    himself = await asked(firm, anna, PETROV)
    assert himself.candidates == ()
    petrov = await created(firm, anna, himself.arrival_id)
    assert petrov != olga and await handles(firm, petrov) == ["petrov_design"]


async def test_who_is_mentioned_is_offered_and_the_choice_teaches_no_handle(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    first = await asked(firm, anna, PETROV)
    petrov = await created(firm, anna, first.arrival_id)
    question = await asked(firm, anna, OLGA, "пишите @petrov_design")
    assert [line.client_id for line in question.candidates] == [petrov]
    firms = await firm.client(anna, "Лютик")
    async with firm.act(anna) as act:
        await choose(act, question.arrival_id, firms)
    assert await handles(firm, firms) == []
    # To mention a colleague's client tells nothing of it.
    assert (await asked(firm, boris, OLGA, "к @petrov_design")).candidates == ()


@pytest.mark.parametrize(
    "sender",
    [
        MessageSender(name="Иван Петров", source=SenderSource.HIDDEN),
        MessageSender(telegram_id=99, name="Петров Иван"),
        MessageSender(phones=("+79161234567",), name="Иван Петров"),
    ],
)
async def test_namesakes_are_asked_about(firm: Firm, sender: MessageSender) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, "Иван Петров")
    question = await asked(firm, anna, sender)
    assert [line.client_id for line in question.candidates] == [client]


async def test_who_was_made_a_client_is_known_by_the_same_hidden_name(firm: Firm) -> None:
    anna = await firm.person("Анна")
    question = await asked(firm, anna, OLGA)
    await created(firm, anna, question.arrival_id)
    assert isinstance(await brings(firm, anna, OLGA, "Ещё"), Arrived)


@pytest.mark.parametrize("name", ["Deleted Account", "deleted account", "Удалённый аккаунт"])
async def test_who_is_deleted_has_no_name(firm: Firm, name: str) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, name)
    sender = MessageSender(name=name, source=SenderSource.HIDDEN)
    question = await asked(firm, anna, sender)
    assert (question.sender, question.candidates) == (None, ())
    async with firm.act(anna) as act:
        await choose(act, question.arrival_id, client)
    # It is no name to be remembered either: the next one who is gone is somebody else.
    assert (await asked(firm, anna, sender, "Ещё")).candidates == ()


async def test_a_full_name_that_was_typed_is_meant(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, "Иван Петров")
    typed = MessageSender(name="Иван Петров", source=SenderSource.TYPED)
    assert isinstance(await brings(firm, anna, typed, "Иван Петров, просит счёт"), Arrived)
