"""What people take back in their own chats stands nowhere any more, whoever has the client (R9)."""

import pytest

from bot.method.core.terms import ClientStatus, Event
from bot.models import Arrival, Client, Task, TimelineEntry
from bot.services.inbound import came_back
from bot.services.inbound.business import connections, unknown
from tests.builders import Firm
from tests.service import seen
from tests.service.accounts import OTHER, Chat, anna, history, inbounds, rows, told
from tests.service.gateway import Json


async def of_the_pool(firm: Firm, client: int) -> None:
    async with firm.work() as work:
        row = await work.session.get_one(Client, client)
        row.status, row.owner_id = ClientStatus.POOL, None


def edited(letter: Json, words: str) -> Json:
    """The same message with other words."""
    message = letter["business_message"] | {"text": words}
    return {"edited_business_message": message}


async def words_kept(firm: Firm) -> str:
    """All that is kept anywhere of what was written."""
    tables = (Task, TimelineEntry, Arrival)
    return "".join([str(vars(row)) for table in tables for row in await rows(firm, table)])


@pytest.mark.parametrize("taken", ["never", "before", "after"])
async def test_a_client_of_nobodys_may_take_his_words_back_too(firm: Firm, taken: str) -> None:
    sales, _, client = await anna(firm)
    await of_the_pool(firm, client)
    chat = Chat(firm)
    first, second = chat.writes("Мой пароль 123"), chat.writes("Нужен счёт")
    number = first["business_message"]["message_id"]
    await told(firm, first, edited(first, "Мой пароль 1234"), second)
    (question,) = await seen.messages(firm, "business_question")
    assert await history(firm, client, Event.TASK_REWORDED) != []

    async def take() -> None:
        async with firm.act(sales.anna) as act:
            await came_back.take(act, question.payload["arrival"])

    if taken == "before":
        await take()
    await told(firm, chat.deletes(number))
    if taken == "after":
        await take()
    await told(firm, chat.writes("да"))
    assert "пароль" not in await words_kept(firm)
    said = [entry["text"] for entry in await history(firm, client, Event.INBOUND)]
    assert said == ["🗑", "Нужен счёт", "да"]
    if taken != "never":
        assert (await inbounds(firm, client))[0].text == "🗑\nНужен счёт\nда"


async def test_of_two_messages_that_say_the_same_one_is_hidden(firm: Firm) -> None:
    _, _, client = await anna(firm)
    chat = Chat(firm)
    first = chat.writes("да")
    await told(firm, first)
    firm.moved(seconds=5)
    second = chat.writes("да")
    await told(firm, second, chat.deletes(second["business_message"]["message_id"]))
    said = [entry["text"] for entry in await history(firm, client, Event.INBOUND)]
    assert said == ["да", "🗑"]
    assert (await inbounds(firm, client))[0].text == "да\n🗑"
    await told(firm, chat.deletes(first["business_message"]["message_id"]))
    said = [entry["text"] for entry in await history(firm, client, Event.INBOUND)]
    assert said == ["🗑", "🗑"]


async def test_words_of_somebody_unknown_are_hidden_among_the_others(firm: Firm) -> None:
    sales, _, _ = await anna(firm)
    async with firm.act(sales.anna) as act:
        await connections.ask_of_unknown(act, wanted=True)
    chat = Chat(firm, OTHER)
    first = chat.writes("Здравствуйте")
    secret = chat.writes("Мой пароль:\nтайна")
    await told(firm, first, secret, chat.writes("Почём столы?"))
    (asked,) = await seen.messages(firm, "business_unknown")
    async with firm.act(sales.anna) as act:
        await unknown.is_client(act, asked.payload["arrival"])
    await told(firm, chat.deletes(secret["business_message"]["message_id"]))
    assert "пароль" not in await words_kept(firm) and "тайна" not in await words_kept(firm)
    (task,) = await rows(firm, Task)
    assert task.text == "Здравствуйте\n🗑\nПочём столы?"
