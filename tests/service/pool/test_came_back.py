"""A client of the pool writes by himself: who is offered it, and who takes it (R6, R9)."""

import asyncio

import pytest

from bot.method.clients.cards import Arrived, CameBack, HeadTold
from bot.method.core.refusals import Stale
from bot.method.core.terms import ClientStatus, Direction, PoolReason
from bot.method.inbound.matching import MessageSender
from bot.services.inbound.came_back import take
from bot.services.inbound.inbound import Message, receive
from bot.services.pool import handing_out, releasing
from tests.builders import Firm
from tests.service import seen
from tests.service.pooled import people

PHONE = "+79161234567"


async def pooled(firm: Firm, owner: int) -> int:
    client = await firm.client(owner, phone=PHONE)
    async with firm.act(owner) as act:
        await releasing.release(act, client, PoolReason.NOT_ACTIVE)
    return client


async def writes(firm: Firm, to: int, key: str = "1") -> object:
    """The client's message is forwarded to the bot by this person."""
    async with firm.act(to) as act:
        sender = MessageSender(phones=(PHONE,), name="Ромашка")
        return await receive(act, Message(sender, "Хочу заказать", act.now, key))


async def test_it_is_offered_and_taken_with_what_it_wrote(firm: Firm) -> None:
    _, anna, boris = await people(firm)
    client = await pooled(firm, anna)
    offer = await writes(firm, boris)
    assert isinstance(offer, CameBack)
    assert (await seen.client(firm, client)).status is ClientStatus.POOL
    async with firm.act(boris) as act:
        assert isinstance(await take(act, offer.arrival_id), Arrived)
    row = await seen.client(firm, client)
    assert (row.status, row.owner_id, row.attempts) == (ClientStatus.ACTIVE, boris, 1)
    directions = sorted(task.direction for task in await seen.tasks(firm, client))
    assert directions == [Direction.INBOUND, Direction.OUTBOUND]
    with pytest.raises(Stale, match="arrival-done"):
        async with firm.act(boris) as act:
            await take(act, offer.arrival_id)


async def test_who_let_it_go_is_told_that_the_head_decides(firm: Firm) -> None:
    head, anna, _ = await people(firm)
    client = await pooled(firm, anna)
    assert await writes(firm, anna) == HeadTold(lost=False)
    assert (await seen.client(firm, client)).status is ClientStatus.POOL
    assert [row.user_id for row in await seen.messages(firm, "returning")] == [head]
    firm.moved(days=31)
    assert isinstance(await writes(firm, anna, "2"), CameBack)


async def test_who_lets_it_go_after_the_offer_does_not_take_it_by_the_old_button(
    firm: Firm,
) -> None:
    head, anna, boris = await people(firm)
    client = await pooled(firm, anna)
    offer = await writes(firm, boris)
    assert isinstance(offer, CameBack)
    async with firm.act(head) as act:
        await handing_out.assign(act, client, boris)
    async with firm.act(boris) as act:
        await releasing.release(act, client, PoolReason.NO_ANSWER)
    async with firm.act(boris) as act:
        assert await take(act, offer.arrival_id) == HeadTold(lost=False)
    assert (await seen.client(firm, client)).owner_id is None
    assert [row.user_id for row in await seen.messages(firm, "returning")] == [head]


async def test_of_two_who_take_it_at_once_one_wins(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await pooled(firm, anna)
    offers = {person: await writes(firm, person, str(person)) for person in (boris, head)}

    async def takes(person: int, offer: object) -> None:
        assert isinstance(offer, CameBack)
        async with firm.act(person) as act:
            await take(act, offer.arrival_id)

    done = await asyncio.gather(*(takes(*one) for one in offers.items()), return_exceptions=True)
    assert sorted(type(one).__name__ for one in done) == ["NoneType", "Stale"]
    assert len(await seen.attempts(firm, client)) == 1
