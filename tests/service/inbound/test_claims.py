"""Nobody's inbound is offered to people until somebody takes it, else the head decides (R9)."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.method.core.choices import OfferTo
from bot.method.core.refusals import NotFound, NotNow
from bot.method.core.terms import ClientStatus, Outcome, PoolReason, Role, TaskStatus
from bot.method.inbound.claim_cards import Claimed, OfferNotice, OfferOver, OfferRefused
from bot.method.inbound.intake.event import CallEnd, IntakeChannel
from bot.models import User
from bot.services.clients.merging import merge
from bot.services.company.duty import choose_duty, duty_choice
from bot.services.core.messages import Ending
from bot.services.inbound.claims import notices
from bot.services.inbound.claims.messages import OfferMessage, OfferOverMessage
from bot.services.people.access import activate, deactivate
from bot.services.people.blocked import blocked
from bot.services.people.roles import set_role
from bot.services.pool.handover import hand_over
from bot.services.pool.releasing import release
from bot.services.tasks.tasks import finish_task
from bot.telegram.render.rendering import render
from bot.views.words import Words
from tests.builders import Firm, at
from tests.service import seen
from tests.service.chats import in_one_message
from tests.service.offers import asked, comes, heads_told, later, refuses, takes
from tests.service.running import end_messages, run_job
from tests.service.sales import PHONE, WEEK, Sales, person, rules


async def test_all_who_are_there_are_asked_and_the_first_has_it(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await comes(firm, name="Иван")
    assert await asked(firm) == [(sales.anna, "24 09:00"), (sales.boris, "24 09:00")]
    assert await heads_told(firm) == []
    firm.moved(minutes=5)
    assert await takes(firm, sales.boris) == Claimed(1)
    assert await takes(firm, sales.anna) == OfferOver("Борис Сидоров", "Иван")
    (task,) = await seen.tasks(firm, 1)
    client = await seen.client(firm, 1)
    assert (task.owner_id, client.owner_id, task.status) == (sales.boris,) * 2 + (TaskStatus.OPEN,)
    due = firm.clock.now() + timedelta(hours=4) - timedelta(minutes=5)
    assert task.deadline_at == due, "late is counted from when it came"
    assert [row.user_id for row in await seen.messages(firm, "offer_over")] == [sales.anna]
    firm.moved(minutes=20)
    async with firm.act(sales.boris) as act:
        await finish_task(act, 1, Outcome.HANDLED)
    (task,) = await seen.tasks(firm, 1)
    assert task.reaction_minutes == 25


async def test_two_taps_at_once_make_one_owner(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await comes(firm, name="Иван")
    async with asyncio.timeout(60):
        both = await asyncio.gather(takes(firm, sales.anna), takes(firm, sales.boris))
    (winner,) = [made for made in both if isinstance(made, Claimed)]
    (loser,) = [made for made in both if isinstance(made, OfferOver)]
    owner = (await seen.client(firm, 1)).owner_id
    assert winner.task_id == 1 and owner in (sales.anna, sales.boris)
    assert loser.taker == (await person(firm, owner)).name


async def test_silence_leads_to_the_next_in_turn_and_to_the_head(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await comes(firm)
    await end_messages(firm)
    await later(firm, 14)
    assert len(await asked(firm)) == 2
    await later(firm, 1)
    assert (await asked(firm))[2:] == [(sales.anna, "24 09:15")]
    assert await heads_told(firm) == []
    await later(firm, 15)
    assert await heads_told(firm) == [sales.head]


async def test_the_only_head_hears_of_it(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await rules(firm, offer_refusals="1")
    await comes(firm)
    await later(firm, 16)
    assert await heads_told(firm) == [sales.head]
    async with firm.act(sales.head) as act:
        screen = await render(act, "intake", {"task": 1, "record": 1}, Words("ru"))
    assert screen is not None and "Взять пока некому" in screen.text
    assert isinstance(await takes(firm, sales.anna), Claimed), "an old button still takes it"


async def test_refusals_of_all_do_not_wait(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await comes(firm)
    assert await refuses(firm, sales.anna) == OfferRefused(1, PHONE)
    assert len(await asked(firm)) == 2
    await refuses(firm, sales.boris)
    assert (await asked(firm))[2:] == [(sales.stranger, "24 09:00")], "the other team's turn"
    await refuses(firm, sales.stranger)
    assert await heads_told(firm) == [sales.head]


async def test_at_night_it_waits_for_the_morning_and_nobody_is_woken(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    at(firm, 24, 22)
    await comes(firm, "1", name="Первый", phone="+79160000001")
    firm.moved(minutes=1)
    await comes(firm, "2", name="Второй", phone="+79160000002")
    await later(firm, 60)
    assert await asked(firm) == [] and await heads_told(firm) == []
    at(firm, 25, 9)
    await run_job(firm, "offers")
    assert await asked(firm) == [(who, "25 09:00") for who in (sales.anna, sales.boris)] * 2
    claims = [row.payload["claim"] for row in await seen.messages(firm, "offer")]
    assert claims == [1, 1, 2, 2], "the oldest first"


async def test_nobody_who_may_not_is_asked_and_the_head_has_it_within_a_minute(
    firm: Firm,
) -> None:
    sales = await Sales(firm).hire()
    await sales.goes(sales.anna, None, replace(WEEK, first=firm.in_days(0)))
    async with firm.work() as work:
        await blocked(work, await work.session.get_one(User, sales.boris))
    await rules(firm, portfolio_ceiling="1")
    await firm.client(sales.stranger, "Полный")
    await comes(firm)
    assert await asked(firm) == []
    await later(firm, 1)
    assert await asked(firm) == [] and await heads_told(firm) == [sales.head]


async def test_who_comes_back_is_offered_what_the_head_still_has(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    for who in (sales.anna, sales.boris, sales.stranger):
        await sales.goes(who, None, replace(WEEK, first=firm.in_days(0)))
    await comes(firm, "1", phone="+79160000001")
    await comes(firm, "2", phone="+79160000002")
    await later(firm, 1)
    assert len(await heads_told(firm)) == 2 and await asked(firm) == []
    async with firm.act(sales.head) as act:
        await finish_task(act, 2, Outcome.HANDLED)
    at(firm, 7, 9, month=12)
    await run_job(firm, "offers")
    assert {who for who, _ in await asked(firm)} == {sales.anna, sales.boris}
    assert {row.payload["claim"] for row in await seen.messages(firm, "offer")} == {1}
    assert await takes(firm, sales.anna) == Claimed(1)


async def test_the_rule_may_be_the_head_turns_or_the_manager_on_duty(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await rules(firm, offer_to=OfferTo.HEAD)
    await comes(firm, "1", phone="+79160000001")
    assert await heads_told(firm) == [sales.head] and await asked(firm) == []
    await rules(firm, offer_to=OfferTo.TURN)
    for number in ("2", "3", "4"):
        firm.moved(minutes=1)
        await comes(firm, number, phone=f"+7916000000{number}")
    turns = [who for who, _ in await asked(firm)]
    assert turns == [sales.anna, sales.boris, sales.stranger]
    await rules(firm, offer_to=OfferTo.DUTY)
    async with firm.act(sales.admin) as act:
        await choose_duty(act, sales.boris)
    await comes(firm, "5", phone="+79160000005")
    assert (await asked(firm))[-1][0] == sales.boris
    with pytest.raises(NotFound):
        async with firm.act(sales.admin) as act:
            await choose_duty(act, sales.head)


async def test_who_is_no_manager_any_more_or_was_dismissed_is_not_on_duty(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    async with firm.act(sales.admin) as act:
        await choose_duty(act, sales.boris)
        assert (await duty_choice(act)).name == "Борис Сидоров"
        await set_role(act, sales.boris, Role.HEAD)
        assert (await duty_choice(act)).name is None
        await set_role(act, sales.boris, Role.MANAGER)
        assert (await duty_choice(act)).name == "Борис Сидоров"
        await deactivate(act, sales.boris)
        assert (await duty_choice(act)).name is None
        await activate(act, sales.boris)
        assert (await duty_choice(act)).name is None


async def test_a_client_of_the_pool_is_an_attempt_of_who_takes_him(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    client = await firm.client(sales.boris, phone=PHONE)
    async with firm.act(sales.boris) as act:
        await release(act, client, PoolReason.NOT_ACTIVE)
    firm.moved(minutes=5)
    await comes(firm)
    await comes(firm, "2", text="Вы где?")
    assert await asked(firm) == [(sales.anna, "24 09:05")], "who let him go is not asked"
    async with firm.act(sales.anna) as act:
        notice = await notices.offered(act, OfferMessage(1, 1))
    assert isinstance(notice, OfferNotice) and notice.back
    assert notice.reported.text == "Цена?\nВы где?"
    firm.moved(minutes=4)
    taken = await takes(firm, sales.anna)
    assert isinstance(taken, Claimed)
    found = await seen.client(firm, client)
    assert (found.status, found.owner_id) == (ClientStatus.ACTIVE, sales.anna)
    task = next(task for task in await seen.tasks(firm, client) if task.id == taken.task_id)
    assert task.deadline_at == firm.clock.now() + timedelta(hours=4) - timedelta(minutes=4)
    await run_job(firm, "reconcile")
    assert await heads_told(firm) == []


async def test_more_of_the_same_is_said_with_the_offer(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await comes(firm, name="Иван")
    await comes(firm, "2", text="И доставка")
    assert len(await asked(firm)) == 2 and await heads_told(firm) == []
    async with firm.act(sales.anna) as act:
        screen = await render(act, "offer", {"claim": 1, "round": 1}, Words("ru"))
    assert screen is not None and "Цена?\nИ доставка" in screen.text
    assert "Иван" in screen.text


async def test_what_the_head_settles_is_not_to_be_taken(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await comes(firm, name="Иван")
    async with firm.act(sales.head) as act:
        await hand_over(act, 1, sales.stranger)
    assert await takes(firm, sales.anna) == OfferOver("Вера Чужая", "Иван")
    async with firm.act(sales.boris) as act:
        assert await render(act, "offer", {"claim": 1, "round": 1}, Words("ru")) is None
    await later(firm, 15)
    assert len(await asked(firm)) == 2 and await heads_told(firm) == []
    over = {row.user_id for row in await seen.messages(firm, "offer_over")}
    assert over == {sales.anna, sales.boris}


@pytest.mark.parametrize("into_the_new_card", [False, True])
async def test_a_client_whom_the_head_has_known_before_is_not_given_away(
    firm: Firm, into_the_new_card: bool
) -> None:
    sales = await Sales(firm).hire()
    known = await firm.client(sales.head, "Давний")
    firm.moved(minutes=1)
    await comes(firm, name="Иван")
    await end_messages(firm)
    kept, gone = (2, known) if into_the_new_card else (known, 2)
    async with firm.act(sales.head) as act:
        await merge(act, kept, gone, 0)
    name = (await seen.client(firm, kept)).name
    assert await takes(firm, sales.anna) == OfferOver("Игорь Ропов", name)
    assert (await seen.client(firm, kept)).owner_id == sales.head
    await later(firm, 16)
    assert {row.user_id for row in await seen.messages(firm, "offer_over")} == {
        sales.anna,
        sales.boris,
    }


async def test_two_new_cards_of_one_client_are_one_offer(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await comes(firm, "1", name="Иван", phone="+79160000001")
    firm.moved(minutes=1)
    await comes(firm, "2", name="Иван П", phone="+79160000002")
    async with firm.act(sales.head) as act:
        await merge(act, 2, 1, 0)
    assert isinstance(await takes(firm, sales.anna, 1), Claimed)
    assert isinstance(await takes(firm, sales.boris, 2), OfferOver)
    assert (await seen.client(firm, 2)).owner_id == sales.anna


async def test_who_was_not_asked_or_is_full_can_not_take_it(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await comes(firm)
    for wrong in (sales.stranger, sales.head):
        with pytest.raises(NotFound):
            await takes(firm, wrong)
        with pytest.raises(NotFound):
            await refuses(firm, wrong)
    with pytest.raises(NotFound):
        await takes(firm, sales.anna, 99)
    await rules(firm, portfolio_ceiling="1")
    await firm.client(sales.anna, "Другой")
    with pytest.raises(NotNow):
        await takes(firm, sales.anna)


async def test_who_can_not_be_told_is_not_waited_for(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await rules(firm, offer_to=OfferTo.TURN)
    await comes(firm)
    await end_messages(firm, Ending.REFUSED, to=sales.anna)
    await run_job(firm, "offers")
    assert [who for who, _ in await asked(firm)] == [sales.anna, sales.boris]


async def test_the_time_counts_from_when_the_offer_was_seen(firm: Firm) -> None:
    await Sales(firm).hire()
    await comes(firm)
    firm.moved(minutes=10)
    await end_messages(firm)
    await later(firm, 14)
    assert len(await asked(firm)) == 2
    await later(firm, 1)
    assert len(await asked(firm)) == 3


async def test_the_offers_of_the_others_say_who_has_it(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    for number in ("1", "2"):
        await comes(firm, number, name=f"Клиент {number}", phone=f"+7916000000{number}")
    await in_one_message(firm, sales.boris)
    await takes(firm, sales.anna)
    async with firm.act(sales.boris) as act:
        about = OfferOverMessage(1, 1)
        screen = await render(act, about.kind, {"claim": 1, "round": 1}, Words("ru"))
    assert screen is not None and screen.instead == 7
    assert "<b>Клиент 1</b> — взято: Анна Петрова" in screen.text
    labels = [button.label for row in screen.rows for button in row]
    assert "🙋 Беру: Клиент 2" in labels and "🙋 Беру: Клиент 1" not in labels
    async with firm.act(sales.anna) as act:
        unsent = await render(act, about.kind, {"claim": 1, "round": 1}, Words("ru"))
    assert unsent is None, "what was never sent is not edited"


async def test_a_missed_call_that_names_a_manager_is_offered_to_nobody(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await comes(firm, channel=IntakeChannel.CALL, call=CallEnd.MISSED, manager="Анна Петрова")
    assert await asked(firm) == [] and await heads_told(firm) == [sales.anna]
