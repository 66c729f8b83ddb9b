"""Whatever kind of message is forwarded: its words are in the inbound, its phone finds the client,
and no update is parked for its decoration."""

import pytest
from sqlalchemy import select

from bot.models import Arrival
from bot.models.task import Task
from tests.builders import Firm
from tests.messages import KINDS, PHONE, Json
from tests.service.gateway import Listener, chat, gateway, sender

STAMP = 1_422_450_181


def forwarded(user_id: int, content: Json, origin: Json) -> Json:
    message = {"message_id": 5, "date": STAMP, "chat": chat(user_id), "from": sender(user_id)}
    return {"message": message | {"forward_origin": origin | {"date": STAMP}} | content}


async def test_the_words_of_every_kind_arrive(firm: Firm) -> None:
    oleg = await firm.client(await firm.person("Анна"), "Олег", phone="+79161234567")
    number = firm.ids["Анна"]
    updates = [
        forwarded(number, content, {"type": "hidden_user", "sender_user_name": f"Гость {kind}"})
        for kind, (content, _) in KINDS.items()
    ]
    async with gateway(firm, Listener()) as gate:
        await gate.stores(*updates)
        assert await gate.deals() == (0, 0)
    async with firm.work() as work:
        arrivals = (await work.session.scalars(select(Arrival).order_by(Arrival.id))).all()
        tasks = (await work.session.scalars(select(Task).order_by(Task.id))).all()
    expected = [words for _, words in KINDS.values()]
    waiting = [words for words in expected if PHONE not in words]
    assert [one.text for one in arrivals if one.client_id is None] == waiting
    assert {task.client_id for task in tasks} == {oleg}
    said = "\n".join(task.text for task in tasks)
    assert [words in said for words in expected if PHONE in words] == [True, True]


async def test_of_an_origin_that_nobody_knows(firm: Firm) -> None:
    await firm.person("Анна")
    unknown = {"type": "hologram", "hologram": {"id": 1}}
    async with gateway(firm, Listener()) as gate:
        await gate.stores(forwarded(firm.ids["Анна"], KINDS["rich message"][0], unknown))
        assert await gate.deals() == (0, 0)
    async with firm.work() as work:
        (arrival,) = (await work.session.scalars(select(Arrival))).all()
    assert arrival.sender["phones"] == ["+79161234567"]


async def test_an_answer_to_another_chat_is_the_comment_of_what_it_answers(firm: Firm) -> None:
    oleg = await firm.client(await firm.person("Анна"), "Олег", phone="+79161234567")
    number = firm.ids["Анна"]
    message = {"message_id": 5, "date": STAMP, "chat": chat(number), "from": sender(number)}
    guest = {"type": "hidden_user", "sender_user_name": "Гость", "date": STAMP - 60}
    answer = {
        "text": "просит скидку",
        "external_reply": {"origin": guest},
        "quote": {"text": f"Беру, {PHONE}", "position": 0, "is_manual": True},
    }
    async with gateway(firm, Listener()) as gate:
        await gate.stores({"message": message | answer})
        assert await gate.deals() == (0, 0)
    async with firm.work() as work:
        (task,) = (await work.session.scalars(select(Task))).all()
        (arrival,) = (await work.session.scalars(select(Arrival))).all()
    assert (task.client_id, task.text) == (oleg, f"Беру, {PHONE}")
    assert arrival.comment == "просит скидку"
    assert arrival.arrived_at.timestamp() == STAMP - 60


def answer(user_id: int, reply: Json, **more: Json) -> Json:
    """Anna answers something of another chat in the chat with the bot."""
    message = {"message_id": 5, "date": STAMP, "chat": chat(user_id), "from": sender(user_id)}
    said = {"text": "просит скидку", "external_reply": reply, "quote": QUOTE}
    return {"message": message | said | more}


QUOTE: Json = {"text": f"Беру, {PHONE}", "position": 0}
HOLOGRAM: Json = {"type": "hologram", "date": STAMP}


@pytest.mark.parametrize(
    "reply", [{"origin": HOLOGRAM}, {"origin": {"type": "user"}}, {"chat": 5}, {"dice": "нет"}]
)
async def test_an_answer_to_whom_nobody_knows_keeps_the_words(firm: Firm, reply: Json) -> None:
    oleg = await firm.client(await firm.person("Анна"), "Олег", phone="+79161234567")
    async with gateway(firm, Listener()) as gate:
        await gate.stores(answer(firm.ids["Анна"], reply))
        assert await gate.deals() == (0, 0)
    async with firm.work() as work:
        (task,) = (await work.session.scalars(select(Task))).all()
        (arrival,) = (await work.session.scalars(select(Arrival))).all()
    assert (task.client_id, task.text) == (oleg, f"Беру, {PHONE}")
    assert arrival.comment == "просит скидку"


async def test_an_answer_to_the_bot_itself_is_a_line(firm: Firm) -> None:
    await firm.person("Анна")
    bot = {"type": "user", "sender_user": {"id": 1, "is_bot": True, "first_name": "Бот"}}
    async with gateway(firm, Listener()) as gate:
        await gate.stores(answer(firm.ids["Анна"], {"origin": bot | {"date": STAMP}}))
        assert await gate.deals() == (0, 0)
    async with firm.work() as work:
        assert (await work.session.scalars(select(Arrival))).all() == []


async def test_a_quotation_in_a_forward_is_kept_and_is_not_the_senders(firm: Firm) -> None:
    await firm.client(await firm.person("Анна"), "Олег", phone="+79161234567")
    guest = {"type": "hidden_user", "sender_user_name": "Гость"}
    content = {"text": "Да, давайте", "quote": QUOTE, "external_reply": {"origin": HOLOGRAM}}
    async with gateway(firm, Listener()) as gate:
        await gate.stores(forwarded(firm.ids["Анна"], content, guest))
        assert await gate.deals() == (0, 0)
    async with firm.work() as work:
        (arrival,) = (await work.session.scalars(select(Arrival))).all()
    assert arrival.text == f"❝ Беру, {PHONE}\nДа, давайте"
    assert arrival.client_id is None and arrival.sender["phones"] == []


@pytest.mark.parametrize("rubbish", ["да", 5, [], {"type": 7}, {"type": "user", "sender_user": 1}])
async def test_rubbish_behind_a_forward_holds_up_nothing(firm: Firm, rubbish: Json) -> None:
    await firm.person("Анна")
    number = firm.ids["Анна"]
    guest = {"type": "hidden_user", "sender_user_name": "Гость"}
    behind = forwarded(number, {"text": "Раз"}, guest)
    behind["message"] |= {"forward_origin": rubbish, "contact": rubbish, "document": rubbish}
    async with gateway(firm, Listener()) as gate:
        await gate.stores(forwarded(number, {"text": "Два"}, guest), behind)
        assert await gate.deals() == (0, 0)
