"""Deals: each keeps its own coverage, tasks go where they belong (R2, R3)."""

from datetime import timedelta

import pytest

from bot.method.core.refusals import Invalid, NotFound, NotNow, Stale
from bot.method.core.terms import CancelReason, DealStatus, Event, GapReason, Outcome, TaskStatus
from bot.method.deals.cards import DealDraft
from bot.models.dossier import Dossier, dossier_of_client
from bot.models.timeline import timeline_page
from bot.services.clients.clients import client_card
from bot.services.clients.history import client_history, deal_history
from bot.services.core.coverage import recompute_coverage
from bot.services.core.rights import require_client
from bot.services.day import day
from bot.services.deals.cards import deal_card, set_sum
from bot.services.deals.deals import close_deal, move_to_subject, open_deal, wants_to_buy
from bot.services.tasks.calendar_file import task_file
from bot.services.tasks.deal_draft import (
    ask_draft,
    draft_of,
    drop_draft,
    keep_sum,
    keep_title,
    kept_draft,
)
from bot.services.tasks.tasks import When, finish_task, plan_task
from tests.builders import Firm
from tests.service import seen


async def reasons(firm: Firm, client: int) -> dict[int | None, GapReason]:
    """Why each deal (None: the client itself) is without a task now."""
    async with firm.work() as work:
        dossier = await dossier_of_client(work.session, client)
        assert dossier is not None
        return {gap.deal_id: gap.reason for gap in dossier.gaps}


async def two_deals(firm: Firm, owner: int, client: int) -> Dossier:
    async with firm.act(owner) as act:
        dossier = await require_client(act, client)
        await open_deal(act, dossier, title="Сайт")
        await open_deal(act, dossier, title="Реклама")
        await recompute_coverage(act, dossier)
        return dossier


async def test_of_several_deals_people_are_told_which(firm: Firm) -> None:
    """In the list of the day, on the card of the client and in the history; of one deal not."""
    anna = await firm.person("Анна")
    one, other = await firm.client(anna), await firm.client(anna)
    async with firm.act(anna) as act:
        made = await wants_to_buy(act, other, When(firm.in_days(0)), title="Сайт")
        assert (await day.planned(act, made.dossier, made.task)).deal_title == "Сайт"
    site, ads = (deal.id for deal in (await two_deals(firm, anna, one)).deals)
    for deal in (site, ads):
        async with firm.act(anna) as act:
            await plan_task(act, one, deal, When(firm.in_days(0)))
    async with firm.act(anna) as act:
        lines = await day.day_lines(act)
        assert [line.deal_title for line in lines] == [None, "Сайт", "Реклама"]
        card = await day.task_card(act, lines[1].task_id)
        assert (card.line.deal_title, card.deal and card.deal.title) == ("Сайт", "Сайт")
        titles = [line.deal_title for line in (await client_card(act, one)).tasks]
        assert sorted(filter(None, titles)) == ["Реклама", "Сайт"]
        told = (await client_history(act, one, 0)).touches
        assert [touch.deal for touch in told] == ["Реклама", "Сайт", "Реклама", "Сайт"]
        assert {touch.deal for touch in (await client_history(act, other, 0)).touches} == {None}
        assert {touch.deal for touch in (await deal_history(act, site, 0)).touches} == {None}
    await finished(firm, anna, lines[1].task_id)
    async with firm.act(anna) as act:
        assert (await day.task_card(act, lines[2].task_id)).touches[0].deal == "Сайт"
        await close_deal(act, ads, DealStatus.WON)
        assert {touch.deal for touch in (await client_history(act, one, 0)).touches} == {None}


async def finished(firm: Firm, person: int, task_id: int) -> None:
    async with firm.act(person) as act:
        await finish_task(act, task_id, Outcome.TALKED)


async def test_a_purchase_makes_the_reminders_of_the_contact_pointless(firm: Firm) -> None:
    """R11: what stands on the contact goes with the reason, and the answer says which."""
    anna = await firm.person("Анна")
    client = await firm.client(anna, due=firm.in_days(14))
    (reminder,) = await seen.tasks(firm, client)
    async with firm.act(anna) as act:
        opened = await wants_to_buy(act, client, When(firm.in_days(2)))
    assert [task.id for task in opened.cancelled] == [reminder.id]
    tasks = {task.id: task for task in await seen.tasks(firm, client)}
    assert tasks[reminder.id].status is TaskStatus.CANCELLED
    assert tasks[reminder.id].cancel_reason is CancelReason.OBSOLETE
    planned = tasks[opened.task.id]
    assert (planned.status, planned.deal_id) == (TaskStatus.OPEN, opened.deal.id)
    assert (await seen.client(firm, client)).next_due == firm.in_days(2)


async def test_several_deals_of_a_client_are_covered_each_by_itself(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna)
    site, ads = (deal.id for deal in (await two_deals(firm, anna, client)).deals)
    assert await reasons(firm, client) == {site: GapReason.NO_TASK, ads: GapReason.NO_TASK}
    async with firm.act(anna) as act:
        dossier, _ = await plan_task(act, client, site, When(firm.in_days(3)))
        assert dossier.client.gap_since is not None
        assert dossier.client.next_due == firm.in_days(3)
    assert await reasons(firm, client) == {ads: GapReason.NO_TASK}
    async with firm.act(anna) as act:
        dossier, _ = await plan_task(act, client, ads, When(firm.in_days(2)))
        assert dossier.client.gap_since is None
        assert dossier.client.next_due == firm.in_days(2)
        assert [deal.next_due for deal in dossier.deals] == [firm.in_days(3), firm.in_days(2)]


async def test_a_task_goes_to_the_deal_and_back_by_hand(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, due=firm.in_days(3))
    async with firm.act(anna) as act:
        dossier = await require_client(act, client)
        deal = (await open_deal(act, dossier)).id
        await recompute_coverage(act, dossier)
    assert await reasons(firm, client) == {deal: GapReason.TASK_ON_CONTACT}
    for _ in range(2):
        async with firm.act(anna) as act:
            dossier, task = await move_to_subject(act, 1, deal)
    assert (task.deal_id, task.moves, task.due_on) == (deal, 0, firm.in_days(3))
    assert await reasons(firm, client) == {}
    async with firm.act(anna) as act:
        dossier, task = await move_to_subject(act, 1, None)
        assert task.deal_id is None
    assert await reasons(firm, client) == {deal: GapReason.TASK_ON_CONTACT}
    async with firm.work() as work:
        page = await timeline_page(work.session, client, 0, 9, frozenset({Event.TASK_PUT}))
        assert [entry.data["to"] for entry, _ in page] == ["client", "deal"]


async def test_a_date_too_far_for_the_deal_is_said_by_its_gap(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, due=firm.in_days(25))
    deal = (await two_deals(firm, anna, client)).deals[0].id
    async with firm.act(anna) as act:
        await move_to_subject(act, 1, deal)
    assert (await reasons(firm, client))[deal] is GapReason.BEYOND_HORIZON


async def test_a_task_is_put_on_an_open_deal_of_its_own_client_only(firm: Firm) -> None:
    anna = await firm.person("Анна")
    first = await firm.client(anna, due=firm.in_days(3))
    other = await firm.client(anna, "Василёк")
    foreign = (await two_deals(firm, anna, other)).deals[0].id
    for deal in (foreign, 999):
        with pytest.raises(Stale):
            async with firm.act(anna) as act:
                await move_to_subject(act, 1, deal)
    assert await reasons(firm, first) == {}


async def test_a_sum_is_kept_as_it_was_meant(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna)
    deal = (await two_deals(firm, anna, client)).deals[0].id
    for typed, kept in (("1,2 млн", (120_000_000, "RUB")), ("$3k", (300_000, "USD"))):
        async with firm.act(anna) as act:
            await set_sum(act, deal, typed)
        async with firm.act(anna) as act:
            facts = (await deal_card(act, deal)).deal
            assert (facts.amount, facts.currency) == kept
    with pytest.raises(Invalid):
        async with firm.act(anna) as act:
            await set_sum(act, deal, "дорого")


async def test_what_is_typed_about_a_deal_waits_for_its_date(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    client, other = await firm.client(anna), await firm.client(anna, "Василёк")
    async with firm.act(anna) as act:
        await ask_draft(act, "title", client, None)
        assert kept_draft(act, client) == {}
        keep_title(act, client, " Новый  сайт ")
    async with firm.act(anna) as act:
        await ask_draft(act, "sum", client, None)
        keep_sum(act, client, "250 тыс")
    async with firm.act(anna) as act:
        act.actor.form = {"name": "date"} | kept_draft(act, client)
    async with firm.act(anna) as act:
        assert draft_of(act, client) == DealDraft("Новый сайт", 25_000_000, "RUB")
        assert draft_of(act, other) == DealDraft()
        drop_draft(act)
        assert draft_of(act, client) == DealDraft()
    with pytest.raises(NotFound):
        async with firm.act(boris) as act:
            await ask_draft(act, "sum", client, None)


async def test_the_calendar_file_is_of_ones_own_timed_task(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    client = await firm.client(anna)
    at = firm.clock.now().replace(hour=12)
    async with firm.act(anna) as act:
        await plan_task(act, client, None, When(firm.in_days(1), at + timedelta(days=1)))
        await plan_task(act, client, None, When(firm.in_days(2)))
    async with firm.act(anna) as act:
        content = await task_file(act, 1, "звонок: Ромашка", "bot")
        assert b"UID:task-1@bot" in content
        assert b"DURATION:PT15M" in content
    with pytest.raises(NotNow):
        async with firm.act(anna) as act:
            await task_file(act, 2, "звонок", "bot")
    with pytest.raises(NotFound):
        async with firm.act(boris) as act:
            await task_file(act, 1, "звонок", "bot")
