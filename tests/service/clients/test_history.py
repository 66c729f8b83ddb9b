"""The timeline as it is read: names, one deal's own, voices; and what the day's score counts."""

from zoneinfo import ZoneInfo

import pytest

from bot.method.core.refusals import Invalid, NotFound
from bot.method.core.terms import DealStatus, Event, Outcome, Role
from bot.method.tasks.voices import Voice
from bot.services.clients.clients import client_card
from bot.services.clients.history import client_history, deal_history, voice_said
from bot.services.core.cards import last_contact
from bot.services.core.undo import take_back
from bot.services.deals.deals import close_deal, wants_to_buy
from bot.services.pool.handover import hand_over
from bot.services.tasks.comments import comment
from bot.services.tasks.tasks import When, finish_task, move_task
from tests.builders import Firm


async def test_owners_are_named_also_who_left(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    olga = await firm.person("Ольга", Role.ADMIN)
    client = await firm.client(anna)
    async with firm.act(olga) as act:
        await hand_over(act, client, boris)
    async with firm.act(boris) as act:
        newest = (await client_history(act, client, 0)).touches[0]
    assert (newest.event, newest.actor) == (Event.OWNER_CHANGED, "Ольга")
    assert (newest.data["before"], newest.data["after"]) == ("Анна", "Борис")


async def test_a_deal_has_its_own_history(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, due=firm.in_days(1))
    async with firm.act(anna) as act:
        deal = (await wants_to_buy(act, client, When(firm.in_days(3)))).deal.id
    async with firm.act(anna) as act:
        whole = await client_history(act, client, 0)
        own = await deal_history(act, deal, 99)
    assert [touch.event for touch in own.touches] == [Event.TASK_PLANNED, Event.DEAL_OPENED]
    assert (own.page, own.pages, own.deal_id) == (0, 1, deal)
    assert len(whole.touches) > len(own.touches)


async def test_a_voice_is_kept_and_heard_by_those_who_may_see_the_client(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    client = await firm.client(anna, due=firm.in_days(0))
    async with firm.act(anna) as act:
        await comment(act, 1, "", Voice("FILE-7", 12))
    async with firm.act(anna) as act:
        entry = (await client_history(act, client, 0)).touches[0]
        said = await voice_said(act, entry.entry_id)
    assert (said.data["voice"], said.data["seconds"], said.actor) == ("FILE-7", 12, "Анна")
    for person, number in ((boris, entry.entry_id), (anna, entry.entry_id - 1), (anna, 999)):
        with pytest.raises(NotFound):
            async with firm.act(person) as act:
                await voice_said(act, number)
    with pytest.raises(Invalid):
        async with firm.act(anna) as act:
            await comment(act, 1, " ")


async def test_cards_begin_with_the_last_contact_that_was_not_taken_back(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, due=firm.in_days(0))
    async with firm.act(anna) as act:
        await comment(act, 1, "Просил счёт")
    for days in (1, 2, 3):
        firm.moved(minutes=5)
        async with firm.act(anna) as act:
            await move_task(act, 1, When(firm.in_days(days)))
    firm.moved(minutes=5)
    async with firm.act(anna) as act:
        await finish_task(act, 1, Outcome.TALKED)
    step = firm.last_step or 0
    async with firm.act(anna) as act:
        before = (await client_card(act, client)).touches
    assert before[0].event is Event.TASK_DONE
    firm.moved(seconds=30)
    async with firm.act(anna) as act:
        await take_back(act, step)
    async with firm.act(anna) as act:
        shown = (await client_card(act, client)).touches
        last = await last_contact(act, client, ZoneInfo("Europe/Moscow"))
    assert [touch.event for touch in shown] == [
        Event.COMMENT,
        Event.TASK_MOVED,
        Event.TASK_MOVED,
    ]
    assert last is not None and last.data["text"] == "Просил счёт"


async def test_a_deal_closed_at_a_task_ends_that_task(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna)
    async with firm.act(anna) as act:
        made = await wants_to_buy(act, client, When(firm.in_days(0)))
        deal, task = made.deal.id, made.task.id
    async with firm.act(anna) as act:
        await close_deal(act, deal, DealStatus.WON, task_id=task)
    async with firm.act(anna) as act:
        events = [touch.event for touch in (await client_history(act, client, 0)).touches]
    assert events[:2] == [Event.DEAL_CLOSED, Event.TASK_DONE]
    assert Event.TASK_CANCELLED not in events


async def test_moves_say_from_where(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, due=firm.in_days(0))
    async with firm.act(anna) as act:
        await move_task(act, 1, When(firm.in_days(2)))
    async with firm.act(anna) as act:
        newest = (await client_history(act, client, 0)).touches[0]
        await finish_task(act, 1, Outcome.TALKED)
    assert newest.data["before"] == firm.in_days(0).isoformat()
    assert newest.data["after"] == firm.in_days(2).isoformat()
