"""A message that is changed after it was brought: both wordings stand in its inbound, once (R9)."""

import pytest
from sqlalchemy import select

from bot.method.core.terms import Event, Outcome
from bot.models import Arrival, TimelineEntry
from bot.services.tasks.tasks import finish_task
from tests.builders import Firm
from tests.service import seen
from tests.service.gateway import Json, Listener, chat, gateway, sender

STAMP = 1_422_450_181
PHONE = "+79161234567"


def forwarded(user_id: int, text: str, kind: str = "message", **more: Json) -> Json:
    """The same message of the chat each time; as an edit, with these words now."""
    origin = {"type": "hidden_user", "sender_user_name": "Гость", "date": STAMP}
    message = {"message_id": 3, "date": STAMP, "chat": chat(user_id), "from": sender(user_id)}
    return {kind: message | {"forward_origin": origin, "text": text} | more}


async def says(firm: Firm, *updates: Json) -> Listener:
    telegram = Listener()
    async with gateway(firm, telegram) as gate:
        await gate.stores(*updates)
        assert await gate.deals() == (0, 0)
    return telegram


async def reworded(firm: Firm, client: int) -> list[str]:
    async with firm.work() as work:
        query = select(TimelineEntry).where(
            TimelineEntry.client_id == client, TimelineEntry.event == Event.TASK_REWORDED
        )
        return [entry.data["after"] for entry in await work.session.scalars(query)]


async def test_the_new_words_join_the_open_inbound_once(firm: Firm) -> None:
    client = await firm.client(await firm.person("Анна"), phone=PHONE)
    number = firm.ids["Анна"]
    first, second = f"{PHONE}, нужно 5 столов", f"{PHONE}, нужно 50 столов"
    edit = forwarded(number, second, "edited_message")
    await says(firm, forwarded(number, first), edit, edit)
    (task,) = await seen.tasks(firm, client)
    assert task.text == f"{first}\n✏️ {second}"
    assert await reworded(firm, client) == [second]


async def test_a_question_learns_whose_it_is(firm: Firm) -> None:
    client = await firm.client(await firm.person("Анна"), phone=PHONE)
    number = firm.ids["Анна"]
    await says(firm, forwarded(number, "Это я"), forwarded(number, PHONE, "edited_message"))
    (task,) = await seen.tasks(firm, client)
    assert task.text == f"Это я\n✏️ {PHONE}"


@pytest.mark.parametrize("change", [{}, {"location": {"latitude": 1.0, "longitude": 2.0}}])
async def test_what_says_the_same_changes_nothing(firm: Firm, change: Json) -> None:
    client = await firm.client(await firm.person("Анна"), phone=PHONE)
    number = firm.ids["Анна"]
    await says(firm, forwarded(number, PHONE), forwarded(number, PHONE, "edited_message", **change))
    (task,) = await seen.tasks(firm, client)
    assert task.text == PHONE
    assert await reworded(firm, client) == []


async def test_what_is_worked_off_stays_and_opens_nothing(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, phone=PHONE)
    number = firm.ids["Анна"]
    await says(firm, forwarded(number, PHONE))
    (task,) = await seen.tasks(firm, client)
    async with firm.act(anna) as act:
        await finish_task(act, task.id, Outcome.HANDLED)
    await says(firm, forwarded(number, f"{PHONE} и ещё", "edited_message"))
    (task,) = await seen.tasks(firm, client)
    assert task.text == PHONE


async def test_what_nobody_has_brought_is_no_inbound(firm: Firm) -> None:
    await firm.person("Анна")
    await says(firm, forwarded(firm.ids["Анна"], PHONE, "edited_message"))
    async with firm.work() as work:
        assert list(await work.session.scalars(select(Arrival))) == []
