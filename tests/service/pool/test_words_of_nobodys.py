"""What a client writes while nobody has him is an inbound of whoever gets him (R6, R7, R9)."""

import pytest
from sqlalchemy import select

from bot.method.clients.cards import Arrived, CameBack, HeadTold, LostClient
from bot.method.core.refusals import NotFound, Stale
from bot.method.core.terms import ClientStatus, Direction, Event, Role, TaskStatus
from bot.method.inbound.matching import MessageSender
from bot.models import Task, TimelineEntry
from bot.services.core.undo import take_back
from bot.services.inbound.came_back import take
from bot.services.inbound.inbound import receive
from bot.services.inbound.messages import ReturningMessage
from bot.services.inbound.notices import returning
from bot.services.inbound.together import Message
from bot.services.inbound.unanswered import put_away
from bot.services.pool import handing_out, losing
from bot.services.pool.attempts import attempt_card
from bot.services.pool.messages import HandedOverMessage
from bot.services.pool.notices import handed_over
from tests.builders import Firm
from tests.service import seen
from tests.service.pool.test_came_back import PHONE, pooled
from tests.service.pooled import AGAIN, assign, hand_out, people


async def writes(firm: Firm, to: int, text: str = "Хочу заказать", key: str = "1") -> object:
    async with firm.act(to) as act:
        sender = MessageSender(phones=(PHONE,), name="Ромашка")
        return await receive(act, Message(sender, text, act.now, key))


async def inbounds(firm: Firm, client: int) -> list[Task]:
    tasks = await seen.tasks(firm, client)
    return [task for task in tasks if task.direction is Direction.INBOUND]


async def history(firm: Firm, client: int) -> list[object]:
    """What the client has written, as the history has it."""
    async with firm.work() as work:
        query = select(TimelineEntry).where(
            TimelineEntry.client_id == client, TimelineEntry.event == Event.INBOUND
        )
        rows = await work.session.scalars(query.order_by(TimelineEntry.id))
        return [row.data["text"] for row in rows]


async def lost(firm: Firm, head: int, owner: int) -> int:
    client = await firm.client(owner, phone=PHONE)
    async with firm.act(head) as act:
        await losing.lose(act, client)
    return client


async def about(firm: Firm) -> ReturningMessage:
    (row,) = await seen.messages(firm, "returning")
    return ReturningMessage(**row.payload)


async def test_assigned_by_the_head_it_is_the_new_owners_first(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await pooled(firm, anna)
    assert await writes(firm, anna) == HeadTold(lost=False)
    assert await history(firm, client) == ["Хочу заказать"]
    message = await about(firm)
    async with firm.act(head) as act:
        notice = await returning(act, message)
        assert notice is not None
        assert (notice.status, notice.text) == (ClientStatus.POOL, "Хочу заказать")
    await assign(firm, head, client, boris)
    (task,) = await inbounds(firm, client)
    assert (task.owner_id, task.text, task.status) == (boris, "Хочу заказать", TaskStatus.OPEN)
    assert await history(firm, client) == ["Хочу заказать"]
    async with firm.act(boris) as act:
        card = await attempt_card(act, act.actor, client)
        assert card is not None and (card.inbound_id, card.wrote) == (task.id, "Хочу заказать")
    async with firm.act(head) as act:
        decided = await returning(act, message)
        assert decided is not None and decided.status is ClientStatus.ACTIVE


async def test_what_joins_within_the_minute_comes_along(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await pooled(firm, anna)
    await writes(firm, anna)
    firm.moved(seconds=20)
    assert await writes(firm, anna, "И доставку", "2") == HeadTold(lost=False)
    assert await history(firm, client) == ["Хочу заказать", "И доставку"]
    await assign(firm, head, client, boris)
    (task,) = await inbounds(firm, client)
    assert task.text == "Хочу заказать\nИ доставку"
    assert len(await seen.messages(firm, "returning")) == 1


async def test_a_lost_client_is_restored_with_what_he_wrote(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await lost(firm, head, anna)
    assert await writes(firm, boris) == HeadTold(lost=True)
    assert await writes(firm, head, "Алло", "2") == LostClient(client)
    firm.moved(days=40)
    async with firm.act(boris) as act:
        # Somebody else writes much later: what waits is not tidied away.
        await receive(act, Message(MessageSender(name="Кто-то"), "Да?", act.now, "3"))
    async with firm.act(head) as act:
        await losing.restore(act, client, anna, AGAIN)
    assert [task.text for task in await inbounds(firm, client)] == ["Хочу заказать\nАлло"]
    async with firm.act(anna) as act:
        notice = await handed_over(act, HandedOverMessage(client, head))
        assert notice is not None and notice.inbound_id is not None


async def test_by_way_of_the_pool_and_the_hand_out(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await lost(firm, head, anna)
    await writes(firm, boris)
    async with firm.act(head) as act:
        await losing.restore(act, client)
    assert await inbounds(firm, client) == []
    async with firm.act(head) as act:
        planned = await handing_out.preview(act, 1, boris)
        await hand_out(act, 1, boris, planned.plan.mark)
    assert [task.owner_id for task in await inbounds(firm, client)] == [boris]


async def test_taken_back_within_the_minute_it_waits_again(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await pooled(firm, anna)
    await writes(firm, anna)
    await assign(firm, head, client, boris)
    assert firm.last_step is not None
    async with firm.act(head) as act:
        await take_back(act, firm.last_step)
    assert await inbounds(firm, client) == []
    assert (await seen.client(firm, client)).status is ClientStatus.POOL
    await assign(firm, head, client, boris)
    assert [task.text for task in await inbounds(firm, client)] == ["Хочу заказать"]


async def test_whoever_takes_him_sees_the_inbound_and_no_second_message(firm: Firm) -> None:
    _, anna, boris = await people(firm)
    client = await pooled(firm, anna)
    offer = await writes(firm, boris)
    assert isinstance(offer, CameBack)
    async with firm.act(boris) as act:
        made = await take(act, offer.arrival_id)
    (task,) = await inbounds(firm, client)
    assert isinstance(made, Arrived) and made.task_id == task.id
    assert await seen.messages(firm, "reactivation") == []
    assert await history(firm, client) == ["Хочу заказать"]


async def test_who_does_not_want_him_leaves_him_to_the_head(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await pooled(firm, anna)
    offer = await writes(firm, boris)
    assert isinstance(offer, CameBack)
    async with firm.act(boris) as act:
        assert await put_away(act, offer.arrival_id) == HeadTold(lost=False, declined=True)
    with pytest.raises(Stale):
        async with firm.act(boris) as act:
            await put_away(act, offer.arrival_id)
    assert [row.user_id for row in await seen.messages(firm, "returning")] == [head]
    await assign(firm, head, client, boris)
    assert [task.owner_id for task in await inbounds(firm, client)] == [boris]


async def test_the_button_of_who_was_too_late_says_who_has_him(firm: Firm) -> None:
    _head, anna, boris = await people(firm)
    vera = await firm.person("Вера Седова", Role.MANAGER)
    client = await pooled(firm, anna)
    offers = [await writes(firm, person, "Хочу", str(person)) for person in (boris, vera)]
    first, second = offers
    assert isinstance(first, CameBack) and isinstance(second, CameBack)
    async with firm.act(vera) as act:
        await take(act, second.arrival_id)
    assert [task.text for task in await inbounds(firm, client)] == ["Хочу\nХочу"]
    with pytest.raises(Stale, match="arrival-taken") as refused:
        async with firm.act(boris) as act:
            await take(act, first.arrival_id)
    assert refused.value.facts == {"name": "Седова"}
    with pytest.raises(NotFound):
        async with firm.act(anna) as act:
            await take(act, first.arrival_id)
