"""Pauses and locks: asked for, given, ended by time and by what happens (R5)."""

from datetime import date, datetime

import pytest

from bot.handlers.gaps import reprieves as screens
from bot.method.core.refusals import Invalid, NotFound, NotNow, Stale
from bot.method.core.terms import GapClose, PoolReason, Role, TaskStatus
from bot.method.gaps.reprieve import ReprieveEnd, ReprieveKind, ReprieveReason, ReprieveState
from bot.method.inbound.matching import MessageSender
from bot.models import Reprieve
from bot.services.core.undo import take_back
from bot.services.deals import deals
from bot.services.gaps.reprieve_endings import lift, running
from bot.services.gaps.reprieves import grant, refuse, set_reprieve, to_reprieve, until_typed
from bot.services.inbound.inbound import Message, receive
from bot.services.pool import handing_out, losing, reactivation, releasing
from bot.services.pool.handover import hand_over
from bot.services.tasks.tasks import When, plan_task
from bot.views.taps.gaps import AskReprieve, GrantReprieve, RefuseReprieve
from tests.builders import MOSCOW, Firm
from tests.service import seen
from tests.service.chats import TAP, behind, chat, in_one_message, sent, text
from tests.service.running import run_job

PAUSE, LOCK = ReprieveKind.PAUSE, ReprieveKind.LOCK
LATER, KEY = ReprieveReason.CALL_LATER, ReprieveReason.KEY_CLIENT
MARCH = date(2027, 3, 1)


async def team(firm: Firm) -> tuple[int, int, int]:
    """Igor the head, Anna of his team, and a client of hers without a task."""
    number = await firm.team()
    igor = await firm.person("Игорь Ропов", Role.HEAD, number)
    anna = await firm.person("Анна Петрова", Role.MANAGER, number)
    return igor, anna, await firm.client(anna, phone="+79161234567")


async def asked(firm: Firm, anna: int, client: int, until: date = MARCH) -> int:
    async with firm.act(anna) as act:
        made = await set_reprieve(act, client, PAUSE, until, LATER)
        assert made.line.state is ReprieveState.ASKED
        return made.line.reprieve_id


async def paused(firm: Firm, igor: int, anna: int, client: int, until: date = MARCH) -> int:
    number = await asked(firm, anna, client, until)
    async with firm.act(igor) as act:
        assert (await grant(act, number)).line.state is ReprieveState.RUNNING
    return number


async def days_pass(firm: Firm, days: int) -> None:
    """The ladder by the hour of working days; whatever is said is delivered."""
    for _ in range(days):
        for hours in (4, 5, 15):
            firm.moved(hours=hours)
            await run_job(firm, "nudges")


async def reprieve(firm: Firm, number: int) -> Reprieve:
    async with firm.work() as work:
        return await work.session.get_one(Reprieve, number)


async def test_a_request_holds_nothing_until_the_head_has_said_yes(firm: Firm) -> None:
    igor, anna, client = await team(firm)
    number = await asked(firm, anna, client)
    (gap,) = await seen.gaps(firm, client)
    assert gap.closed_at is None
    assert gap.next_step_at is not None
    assert "Анна Петрова просит паузу" in text(await sent(firm, "reprieve_asked"))
    async with firm.act(igor) as act:
        await grant(act, number)
    (gap,) = await seen.gaps(firm, client)
    assert (gap.close_reason, gap.next_step_at) == (GapClose.PAUSED, None)
    row = await seen.client(firm, client)
    assert (row.paused_until, row.gap_since, row.recheck_at) == (MARCH, None, None)
    firm.moved(minutes=2)
    assert "Игорь Ропов даёт паузу: Ромашка" in text(await sent(firm, "reprieve_decided"))
    assert await sent(firm, "reprieve_asked") is None


@pytest.mark.parametrize("given", [True, False])
async def test_the_other_heads_request_says_what_was_decided(firm: Firm, given: bool) -> None:
    igor, anna, client = await team(firm)
    async with firm.act(igor) as act:
        same_team = act.actor.team_id
    other = await firm.person("Вера Ропова", Role.HEAD, same_team)
    number = await asked(firm, anna, client)
    await in_one_message(firm, other)
    async with firm.act(igor) as act:
        await (grant(act, number) if given else refuse(act, number))
    told = await sent(firm, "reprieve_settled")
    assert told is not None and told.instead == 7
    assert ("Пауза дана" if given else "Пауза не дана") in text(told)
    assert "Решение: Игорь Ропов" in text(told)
    assert len(told.rows) == 1


async def test_no_is_told_and_the_gap_goes_on(firm: Firm) -> None:
    igor, anna, client = await team(firm)
    number = await asked(firm, anna, client)
    async with chat(firm, igor) as ctx:
        screen = await screens.refuse(TAP, RefuseReprieve(number), ctx)
    assert "Пауза не дана: Ромашка" in text(screen)
    assert (await seen.gaps(firm, client))[0].closed_at is None
    firm.moved(minutes=2)
    assert "не даёт паузу" in text(await sent(firm, "reprieve_decided"))
    await asked(firm, anna, client)


async def test_a_second_head_sees_that_it_is_decided(firm: Firm) -> None:
    igor, anna, client = await team(firm)
    number = await paused(firm, igor, anna, client)
    for decide in (grant, refuse):
        async with firm.act(igor) as act:
            with pytest.raises(Stale, match="reprieve-decided"):
                await decide(act, number)


async def test_the_head_needs_no_request_and_a_manager_locks_nobody(firm: Firm) -> None:
    igor, anna, client = await team(firm)
    async with firm.act(igor) as act:
        made = await set_reprieve(act, client, PAUSE, MARCH, LATER)
        assert made.line.state is ReprieveState.RUNNING
    async with firm.act(anna) as act:
        with pytest.raises(NotFound):
            await set_reprieve(act, client, LOCK, MARCH, KEY)
    other = await firm.person("Чужой", Role.MANAGER, await firm.team("Опт"))
    async with firm.act(other) as act:
        with pytest.raises(NotFound):
            await set_reprieve(act, client, PAUSE, MARCH, LATER)
    async with firm.act(anna) as act:
        with pytest.raises(NotFound):
            await grant(act, made.line.reprieve_id)


async def test_what_falls_into_the_pause_is_taken_off_and_what_comes_later_stays(
    firm: Firm,
) -> None:
    igor, anna, client = await team(firm)
    async with firm.act(anna) as act:
        await plan_task(act, client, None, When(firm.in_days(3)))
        await plan_task(act, client, None, When(firm.in_days(20)))
    async with firm.act(igor) as act:
        made = await set_reprieve(act, client, PAUSE, firm.in_days(13), LATER)
        assert made.cancelled == 1
    states = [task.status for task in await seen.tasks(firm, client)]
    assert states == [TaskStatus.CANCELLED, TaskStatus.OPEN]
    async with firm.act(igor) as act:
        await take_back(act, firm.last_step or 0)
    states = [task.status for task in await seen.tasks(firm, client)]
    assert states == [TaskStatus.OPEN, TaskStatus.OPEN]
    assert (await seen.client(firm, client)).paused_until is None


async def test_at_its_date_it_returns_with_a_task_and_both_are_told_once(firm: Firm) -> None:
    igor, anna, client = await team(firm)
    await paused(firm, igor, anna, client)
    firm.clock.set(datetime(2027, 2, 28, 23, 59, tzinfo=MOSCOW))
    assert (await run_job(firm, "reprieves"))["reprieves"] == 0
    firm.clock.set(datetime(2027, 3, 1, 0, 1, tzinfo=MOSCOW))
    for count in (1, 0):
        assert (await run_job(firm, "reprieves"))["reprieves"] == count
        await run_job(firm, "recheck")
    row = await seen.client(firm, client)
    assert (row.paused_until, row.gap_since, row.next_due) == (None, None, MARCH)
    (task,) = await seen.tasks(firm, client)
    assert (task.due_on, task.owner_id) == (MARCH, anna)
    told = await seen.messages(firm, "reprieve_over")
    assert sorted(message.user_id for message in told) == sorted([igor, anna])
    assert len(await seen.gaps(firm, client)) == 1


@pytest.mark.parametrize("way", ["hand_over", "release", "lose", "buy"])
async def test_what_moves_the_client_ends_the_pause_and_says_so_by_itself(
    firm: Firm, way: str
) -> None:
    igor, anna, client = await team(firm)
    number = await paused(firm, igor, anna, client)
    boris = await firm.person("Борис", Role.MANAGER, None)
    async with firm.act(igor) as act:
        if way == "hand_over":
            await hand_over(act, client, boris)
        elif way == "release":
            await releasing.release(act, client, PoolReason.HEAD_DECIDED)
        elif way == "lose":
            await losing.lose(act, client)
        else:
            firm.moved(minutes=1)
    if way == "buy":
        async with firm.act(anna) as act:
            await deals.wants_to_buy(act, client, When(firm.in_days(2)))
    why = {"hand_over": ReprieveEnd.REASSIGNED, "buy": ReprieveEnd.DEAL_OPENED}
    row = await reprieve(firm, number)
    assert (row.state, row.why_ended) == (ReprieveState.OVER, why.get(way, ReprieveEnd.LEFT))
    assert (await seen.client(firm, client)).paused_until is None
    firm.moved(minutes=5)
    await run_job(firm, "reprieves")
    assert not await seen.messages(firm, "reprieve_over")


async def test_a_deal_that_is_open_again_ends_the_pause(firm: Firm) -> None:
    igor, anna, client = await team(firm)
    async with firm.act(anna) as act:
        await deals.wants_to_buy(act, client, When(firm.in_days(2)))
        await releasing.release(act, client, PoolReason.NOT_ACTIVE)
    firm.moved(days=40)
    async with firm.act(igor) as act:
        await handing_out.assign(act, client, anna)
    number = await paused(firm, igor, anna, client)
    async with firm.act(anna) as act:
        await reactivation.returned(act, client)
    assert (await reprieve(firm, number)).why_ended is ReprieveEnd.DEAL_OPENED
    assert (await seen.client(firm, client)).paused_until is None
    assert (await seen.gaps(firm, client))[-1].closed_at is None


async def test_an_inbound_ends_it_and_both_hear_of_it_once(firm: Firm) -> None:
    igor, anna, client = await team(firm)
    number = await paused(firm, igor, anna, client)
    firm.moved(days=1)
    async with firm.act(anna) as act:
        sender = MessageSender(phones=("+79161234567",), name="Ромашка")
        await receive(act, Message(sender, "Перезвоните", act.now, "1"))
    assert (await reprieve(firm, number)).why_ended is ReprieveEnd.INBOUND
    assert (await seen.gaps(firm, client))[-1].closed_at is None
    firm.moved(minutes=5)
    for _ in range(2):
        await run_job(firm, "reprieves")
    told = await seen.messages(firm, "reprieve_over")
    assert sorted(message.user_id for message in told) == sorted([igor, anna])
    async with firm.act(igor) as act:
        with pytest.raises(NotNow, match="pause-inbound"):
            await to_reprieve(act, client, PAUSE)


async def test_it_is_lifted_by_hand_and_the_clock_begins_then(firm: Firm) -> None:
    igor, anna, client = await team(firm)
    number = await paused(firm, igor, anna, client)
    firm.moved(days=10)
    async with firm.act(igor) as act:
        page = await running(act, PAUSE)
        assert [(line.client_name, line.whose) for line in page.lines] == [
            ("Ромашка", "Анна Петрова")
        ]
        await lift(act, number)
    first, second = await seen.gaps(firm, client)
    assert first.close_reason is GapClose.PAUSED
    assert second.opened_at == firm.clock.now()
    firm.moved(minutes=5)
    await run_job(firm, "reprieves")
    (told,) = await seen.messages(firm, "reprieve_over")
    assert told.user_id == anna
    async with firm.act(anna) as act:
        assert not (await running(act, PAUSE)).total
        with pytest.raises(Stale, match="reprieve-over"):
            await lift(act, number)


async def test_a_date_is_within_a_year_and_a_day_off_gives_way(firm: Firm) -> None:
    igor, _, client = await team(firm)
    async with firm.act(igor) as act:
        for days in (0, -1):
            with pytest.raises(Invalid, match="reprieve-past"):
                await set_reprieve(act, client, PAUSE, firm.in_days(days), LATER)
        with pytest.raises(NotNow, match="reprieve-too-far"):
            await set_reprieve(act, client, PAUSE, firm.in_days(366), LATER)
        assert await until_typed(act, client, PAUSE, "1 марта") == MARCH
        made = await set_reprieve(act, client, PAUSE, date(2027, 3, 6), LATER)
        assert made.line.until == date(2027, 3, 9)


async def test_the_same_twice_is_once(firm: Firm) -> None:
    igor, anna, client = await team(firm)
    first, second = [await asked(firm, anna, client) for _ in range(2)]
    assert first == second
    third = await asked(firm, anna, client, date(2027, 4, 1))
    assert third != first
    assert (await reprieve(firm, first)).why_ended is ReprieveEnd.REPLACED
    assert len(await seen.messages(firm, "reprieve_asked")) == 2
    async with firm.act(igor) as act:
        with pytest.raises(Stale, match="reprieve-decided"):
            await grant(act, first)


async def test_a_lock_keeps_the_client_out_of_the_automatic_pool_only(firm: Firm) -> None:
    igor, anna, client = await team(firm)
    until = firm.in_days(20)
    async with firm.act(igor) as act:
        await set_reprieve(act, client, LOCK, until, KEY)
    await days_pass(firm, 12)
    row = await seen.client(firm, client)
    assert row.owner_id == anna
    (gap,) = await seen.gaps(firm, client)
    assert gap.escalated_at is not None
    await days_pass(firm, 12)
    assert (await seen.client(firm, client)).owner_id is None
    assert (await seen.client(firm, client)).locked_until is None


async def test_a_request_in_a_chat(firm: Firm) -> None:
    igor, anna, client = await team(firm)
    async with chat(firm, anna) as ctx:
        screen = await screens.ask(TAP, AskReprieve(client), ctx)
        screen = await screens.ask_why(TAP, behind(screen, "Март"), ctx)
        screen = await screens.choose(TAP, behind(screen, "Просит"), ctx)
    assert "Запрос у РОПа. Клиент: Ромашка" in text(screen)
    request = await sent(firm, "reprieve_asked")
    assert request is not None
    tap = behind(request, "✅")
    assert isinstance(tap, GrantReprieve)
    async with chat(firm, igor) as ctx:
        assert "На паузе: Ромашка" in text(await screens.grant(TAP, tap, ctx))
