"""What a client writes between his going and its being taken back is his owner's (R5, R7, R9)."""

from datetime import timedelta

import pytest

from bot.method.clients.cards import CameBack, HeadTold
from bot.method.core.refusals import Stale
from bot.method.core.terms import ClientStatus, PoolReason, TaskStatus
from bot.method.inbound.intake.event import CallEnd
from bot.method.people.parting import PartingKind, PartingWay
from bot.services.gaps.reconcile import reconcile
from bot.services.inbound.came_back import take
from bot.services.people import parting, parting_plan
from bot.services.people.parting_plan import Wish
from bot.services.pool import losing, releasing
from bot.services.pool.handover import hand_over
from bot.views.taps.base import pack
from bot.views.taps.undo import Undo
from tests.builders import Firm
from tests.service import accounts, seen
from tests.service.chats import in_one_message, sent, text
from tests.service.gateway import Listener, gateway, tapped
from tests.service.inbound.test_intake_notices import comes
from tests.service.pool.test_came_back import PHONE, pooled
from tests.service.pool.test_long_hand_out import said
from tests.service.pool.test_words_of_nobodys import history, inbounds, writes
from tests.service.pooled import assign, people


class Gone:
    """Anna's client has gone to the pool or is lost: by herself, or by Igor's decision."""

    def __init__(self, firm: Firm) -> None:
        self.firm = firm

    async def ready(self, how: str = "released") -> "Gone":
        firm = self.firm
        self.head, self.anna, self.boris = await people(firm)
        self.client = await firm.client(self.anna, phone=PHONE)
        await self.goes(how)
        return self

    async def goes(self, how: str) -> None:
        self.by = self.anna if how == "released" else self.head
        async with self.firm.act(self.by) as act:
            if how == "lost":
                await losing.lose(act, self.client)
            elif how == "parted":
                wish = Wish(self.anna, PartingKind.HAND_OVER, PartingWay.POOL)
                assert await parting.carry_out(act, await parting_plan.planned(act, wish))
            else:
                own = how == "released"
                reason = PoolReason.NOT_ACTIVE if own else PoolReason.HEAD_DECIDED
                await releasing.release(act, self.client, reason)
        self.step = self.firm.last_step or 0
        self.firm.moved(seconds=20)

    async def comes_back(self) -> str:
        """By the button; what the screen says."""
        telegram, who = Listener(), "Анна" if self.by == self.anna else "Игорь"
        async with gateway(self.firm, telegram) as door:
            # Numbers go on where another gateway of the story ended.
            door.last = self.firm.ids.setdefault("update", 0)
            await door.stores(tapped(self.firm.ids[who], pack(Undo(self.step))))
            assert await door.deals() == (0, 0)
            self.firm.ids["update"] = door.last
        client = await seen.client(self.firm, self.client)
        assert (client.status, client.owner_id) == (ClientStatus.ACTIVE, self.anna)
        async with self.firm.work() as work:
            assert not await reconcile(work, self.client)
        return said(telegram)[-1]


WROTE = "Пока не было ответственного, пришло сообщение"


async def test_the_owner_has_the_words_and_the_head_is_not_asked_any_more(firm: Firm) -> None:
    gone = await Gone(firm).ready()
    assert await writes(firm, gone.anna) == HeadTold(lost=False)
    await in_one_message(firm, gone.head)
    assert "Решите, кому достанется клиент" in text(await sent(firm, "returning"))
    assert WROTE in await gone.comes_back()
    (task,) = await inbounds(firm, gone.client)
    assert (task.owner_id, task.status) == (gone.anna, TaskStatus.OPEN)
    assert task.text == "Хочу заказать"
    told = await sent(firm, "return_settled")
    assert told is not None and told.instead == 7
    assert "Ответственный уже есть, входящее передано" in text(told)
    assert [button.label for row in told.rows for button in row] == ["👤 Карточка"]
    assert await seen.messages(firm, "inbound") == [], "Anna has just read it"


async def test_what_was_not_sent_yet_asks_for_nothing(firm: Firm) -> None:
    gone = await Gone(firm).ready()
    await writes(firm, gone.anna)
    await gone.comes_back()
    told = await sent(firm, "returning")
    assert told is not None and "Ответственный уже есть" in text(told)
    assert await sent(firm, "return_settled") is None


async def test_a_colleague_who_was_offered_the_client_reads_whose_he_is(firm: Firm) -> None:
    gone = await Gone(firm).ready()
    offer = await writes(firm, gone.boris)
    assert isinstance(offer, CameBack)
    assert WROTE in await gone.comes_back()
    assert [task.owner_id for task in await inbounds(firm, gone.client)] == [gone.anna]
    async with firm.act(gone.boris) as act:
        with pytest.raises(Stale, match="arrival-taken"):
            await take(act, offer.arrival_id)
    assert await seen.messages(firm, "return_settled") == [], "no head was asked"


@pytest.mark.parametrize("how", ["by_head", "lost", "parted"])
async def test_the_owner_is_told_of_what_a_head_has_taken_back(firm: Firm, how: str) -> None:
    gone = await Gone(firm).ready(how)
    await writes(firm, gone.boris)
    assert WROTE not in await gone.comes_back()
    (task,) = await inbounds(firm, gone.client)
    (row,) = await seen.messages(firm, "inbound")
    assert (row.user_id, row.payload["task"], task.owner_id) == (gone.anna, task.id, gone.anna)
    assert "входящее для вас" in text(await sent(firm, "inbound"))
    await in_one_message(firm, gone.head)
    if how == "lost":
        # Igor reads in his own question, too, that it is settled.
        told = await sent(firm, "return_settled")
        assert told is not None and "Ответственный уже есть" in text(told)


async def test_a_call_of_that_minute_is_the_owners_as_well(firm: Firm) -> None:
    gone = await Gone(firm).ready("lost")
    await comes(firm, call=CallEnd.MISSED)
    await in_one_message(firm, gone.head)
    assert "Решите" in text(await sent(firm, "intake_return"))
    await gone.comes_back()
    assert [task.owner_id for task in await inbounds(firm, gone.client)] == [gone.anna]
    told = await sent(firm, "return_settled")
    assert told is not None and "Ответственный уже есть" in text(told)


async def test_it_joins_what_was_open_before(firm: Firm) -> None:
    gone = await Gone(firm).ready()
    await gone.comes_back()
    await writes(firm, gone.anna, "Пришлите счёт")
    (before,) = await inbounds(firm, gone.client)
    await gone.goes("released")
    await writes(firm, gone.anna, "И договор", "2")
    assert WROTE in await gone.comes_back()
    (task,) = await inbounds(firm, gone.client)
    assert (task.id, task.text) == (before.id, "Пришлите счёт\nИ договор")
    assert (task.status, task.deadline_at) == (TaskStatus.OPEN, before.deadline_at)


async def test_what_is_written_in_the_owners_account_is_an_inbound_again(firm: Firm) -> None:
    sales, number, client = await accounts.anna(firm)
    async with firm.act(sales.anna) as act:
        await releasing.release(act, client, PoolReason.NOT_ACTIVE)
    step = firm.last_step or 0
    chat = accounts.Chat(firm)
    await accounts.told(firm, chat.writes("Мы передумали"))
    assert await accounts.inbounds(firm, client) == []
    await accounts.told(firm, tapped(number, pack(Undo(step))))
    (task,) = await accounts.inbounds(firm, client)
    assert (task.owner_id, task.text) == (sales.anna, "Мы передумали")
    firm.clock.move(timedelta(minutes=1))
    await accounts.told(firm, chat.writes("Ждём счёт"))
    (task,) = await accounts.inbounds(firm, client)
    assert task.text == "Мы передумали\nЖдём счёт"


async def test_what_came_to_the_other_owner_goes_back_with_the_client(firm: Firm) -> None:
    gone = await Gone(firm).ready()
    await gone.comes_back()
    gone.by = gone.head
    async with firm.act(gone.head) as act:
        await hand_over(act, gone.client, gone.boris)
    gone.step = firm.last_step or 0
    firm.moved(seconds=20)
    await writes(firm, gone.boris)
    await gone.comes_back()
    assert {task.owner_id for task in await seen.tasks(firm, gone.client)} == {gone.anna}
    (row,) = await seen.messages(firm, "inbound")
    assert row.user_id == gone.anna
    assert "входящее для вас" in text(await sent(firm, "inbound"))


@pytest.mark.parametrize("way", ["forwarded", "over HTTP"])
async def test_what_came_to_who_has_him_no_more_waits_for_the_next_owner(
    firm: Firm, way: str
) -> None:
    head, anna, boris = await people(firm)
    client = await pooled(firm, anna)
    await assign(firm, head, client, boris)
    step = firm.last_step or 0
    firm.moved(seconds=20)
    if way == "forwarded":
        await writes(firm, boris)
    else:
        await comes(firm)
    async with gateway(firm, Listener()) as door:
        await door.stores(tapped(101, pack(Undo(step))))
        assert await door.deals() == (0, 0)
    assert (await seen.client(firm, client)).status is ClientStatus.POOL
    assert {task.status for task in await seen.tasks(firm, client)} == {TaskStatus.CANCELLED}
    async with firm.work() as work:
        assert not await reconcile(work, client)
    kind = "returning" if way == "forwarded" else "intake_return"
    assert "Решите, кому достанется клиент" in text(await sent(firm, kind))
    before = await history(firm, client)
    await assign(firm, head, client, boris)
    task = next(each for each in await inbounds(firm, client) if each.status is TaskStatus.OPEN)
    assert task.owner_id == boris
    assert way == "over HTTP" or task.text == "Хочу заказать"
    assert await history(firm, client) == before, "it stands there already"
