"""An inbound of a client whose owner would not hear of it: who does, and what is said (R9)."""

from datetime import date

import pytest

from bot.method.clients.cards import Arrived, ColleaguesClient, PassedOn
from bot.method.core.absence import Absence, InPlace, WhyAbsent
from bot.method.core.refusals import Stale
from bot.method.core.terms import Outcome, Role
from bot.method.inbound.matching import MessageSender, SenderSource
from bot.models import User
from bot.services.core.messages import Ending
from bot.services.inbound.inbound import pass_on, receive
from bot.services.inbound.messages import AbsentInboundMessage
from bot.services.inbound.notices import brought_for_absent
from bot.services.inbound.together import Message
from bot.services.people.blocked import blocked
from bot.services.pool.handover import hand_over
from bot.services.tasks.tasks import finish_task
from tests.builders import Firm, at
from tests.service import seen
from tests.service.pooled import cut_off
from tests.service.running import end_messages
from tests.service.sales import PHONE, Sales, tick

MONDAY = date(2026, 11, 30)
UNTIL = date(2026, 12, 4)
SENDERS = {
    "a forward": MessageSender(phones=(PHONE,), name="Ромашка"),
    "a contact": MessageSender(telegram_id=900, phones=(PHONE,), name="Ромашка"),
    "a call": MessageSender(phones=(PHONE,), name="Ромашка", source=SenderSource.TYPED),
}


async def hired(firm: Firm) -> tuple[Sales, int]:
    """Boris has a client."""
    sales = await Sales(firm).hire()
    return sales, await firm.client(sales.boris, phone=PHONE)


async def goes(firm: Firm, sales: Sales, who: int, stands_in: int | None = None) -> None:
    await sales.goes(who, stands_in)
    at(firm, 30, 10)
    await tick(firm)


async def blocks(firm: Firm, who: int) -> None:
    async with firm.work() as work:
        await blocked(work, await work.session.get_one(User, who))


async def leaves(firm: Firm, sales: Sales, who: int) -> None:
    async with firm.act(sales.admin) as act:
        await cut_off(act, who)


async def passes(firm: Firm, who: int, sender: MessageSender = SENDERS["a forward"]) -> PassedOn:
    async with firm.act(who) as act:
        held = await receive(act, Message(sender, "Пришлите счёт", act.now, "1"))
    assert isinstance(held, ColleaguesClient) and held.arrival_id is not None
    async with firm.act(who) as act:
        passed = await pass_on(act, held.arrival_id)
    assert isinstance(passed, PassedOn)
    return passed


async def told(firm: Firm) -> list[int]:
    """Who is told in the owner's place."""
    return [row.user_id for row in await seen.messages(firm, "inbound_absent")]


@pytest.mark.parametrize("way", SENDERS)
async def test_on_vacation_the_head_hears_at_once_and_the_sender_reads_so(
    firm: Firm, way: str
) -> None:
    sales, client = await hired(firm)
    await goes(firm, sales, sales.boris)
    passed = await passes(firm, sales.stranger, SENDERS[way])
    absence = Absence("Сидоров", WhyAbsent.VACATION, InPlace.HEAD, ("Игорь Ропов",), MONDAY, UNTIL)
    assert passed == PassedOn("Сидоров", absence)
    assert await told(firm) == [sales.head]
    (row,) = await seen.messages(firm, "inbound_absent")
    assert row.not_before == firm.clock.now()
    # The owner hears of it too, once he is back.
    (own,) = await seen.messages(firm, "inbound")
    assert own.user_id == sales.boris and own.not_before.date() == date(2026, 12, 7)
    (task,) = await seen.tasks(firm, client)
    async with firm.act(sales.head) as act:
        notice = await brought_for_absent(act, AbsentInboundMessage(task.id, sales.stranger))
    assert notice is not None
    assert (notice.client_id, notice.from_name, notice.text) == (
        client,
        "Вера Чужая",
        "Пришлите счёт",
    )
    assert notice.absence is not None and notice.absence.name == "Борис Сидоров"


async def test_a_substitute_hears_and_the_sender_reads_who(firm: Firm) -> None:
    sales, _ = await hired(firm)
    await goes(firm, sales, sales.boris, sales.anna)
    passed = await passes(firm, sales.stranger)
    assert passed.absence is not None
    assert (passed.absence.place, passed.absence.names) == (InPlace.SUBSTITUTE, ("Анна Петрова",))
    assert await told(firm) == []
    assert [row.user_id for row in await seen.messages(firm, "inbound")] == [sales.anna]


async def test_a_substitute_out_of_reach_is_none(firm: Firm) -> None:
    sales, _ = await hired(firm)
    await goes(firm, sales, sales.boris, sales.anna)
    await blocks(firm, sales.anna)
    assert (await passes(firm, sales.stranger)).absence is not None
    assert await told(firm) == [sales.head]


async def test_a_closed_access_and_a_blocked_bot(firm: Firm) -> None:
    sales, _ = await hired(firm)
    await blocks(firm, sales.boris)
    absence = (await passes(firm, sales.stranger)).absence
    assert absence is not None and absence.why is WhyAbsent.BLOCKED
    await leaves(firm, sales, sales.boris)
    firm.moved(hours=1)
    sender = SENDERS["a call"]
    async with firm.act(sales.stranger) as act:
        held = await receive(act, Message(sender, "Ещё раз", act.now, "2"))
        assert isinstance(held, ColleaguesClient) and held.arrival_id is not None
        passed = await pass_on(act, held.arrival_id)
    assert isinstance(passed, PassedOn) and passed.absence is not None
    assert (passed.absence.why, passed.absence.until) == (WhyAbsent.NO_ACCESS, None)
    # He is still to hear of the first one: that says both.
    assert await told(firm) == [sales.head]


async def test_a_block_that_shows_at_the_message_itself(firm: Firm) -> None:
    sales, _ = await hired(firm)
    assert (await passes(firm, sales.stranger)).absence is None
    assert await told(firm) == []
    await blocks(firm, sales.boris)
    await end_messages(firm, Ending.REFUSED, sales.boris)
    assert await told(firm) == [sales.head]
    await end_messages(firm, Ending.REFUSED, sales.head)
    assert await told(firm) == [sales.head, sales.admin]


async def test_where_the_head_is_away_too_the_admin_hears(firm: Firm) -> None:
    sales, _ = await hired(firm)
    await sales.goes(sales.head, None)
    await goes(firm, sales, sales.boris)
    absence = (await passes(firm, sales.stranger)).absence
    assert absence is not None
    assert (absence.place, absence.names) == (InPlace.ADMIN, ("Ольга",))
    assert await told(firm) == [sales.admin]


async def test_the_head_who_brings_it_reads_that_it_waits_for_him(firm: Firm) -> None:
    sales, _ = await hired(firm)
    await goes(firm, sales, sales.boris)
    async with firm.act(sales.head) as act:
        made = await receive(act, Message(SENDERS["a forward"], "Счёт", act.now, "1"))
    assert isinstance(made, Arrived) and made.absence is not None
    assert (made.absence.place, made.absence.names) == (InPlace.READER, ())
    assert await told(firm) == []


async def test_the_only_admin_is_away_and_owns_it_himself(firm: Firm) -> None:
    admin, vera = await firm.person("Ольга Админ", Role.ADMIN), await firm.person("Вера")
    await firm.client(admin, phone=PHONE)
    sales = Sales(firm)
    await sales.goes(admin, None)
    at(firm, 30, 10)
    absence = (await passes(firm, vera)).absence
    assert absence is not None and absence.place is InPlace.NOBODY
    assert [row.user_id for row in await seen.messages(firm, "inbound")] == [admin]


async def test_twice_is_once_and_what_is_worked_off_is_not_told(firm: Firm) -> None:
    sales, client = await hired(firm)
    await goes(firm, sales, sales.boris)
    async with firm.act(sales.stranger) as act:
        held = await receive(act, Message(SENDERS["a forward"], "Счёт", act.now, "1"))
        assert isinstance(held, ColleaguesClient) and held.arrival_id is not None
        await pass_on(act, held.arrival_id)
    with pytest.raises(Stale, match="arrival-done"):
        async with firm.act(sales.stranger) as act:
            await pass_on(act, held.arrival_id)
    assert await told(firm) == [sales.head]
    (task,) = await seen.tasks(firm, client)
    about = AbsentInboundMessage(task.id, sales.stranger)
    async with firm.act(sales.stranger) as act:
        assert await brought_for_absent(act, about) is None
    async with firm.act(sales.head) as act:
        await finish_task(act, task.id, Outcome.HANDLED)
        assert await brought_for_absent(act, about) is None


async def test_once_the_client_is_handed_over_its_new_owner_is_who_hears(firm: Firm) -> None:
    sales, client = await hired(firm)
    await leaves(firm, sales, sales.boris)
    await passes(firm, sales.stranger)
    async with firm.act(sales.head) as act:
        await hand_over(act, client, sales.anna)
    (task,) = await seen.tasks(firm, client)
    async with firm.act(sales.head) as act:
        assert await brought_for_absent(act, AbsentInboundMessage(task.id, sales.stranger)) is None
