"""Two heads of one team: who decides second sees what the first has decided (R5)."""

from types import SimpleNamespace
from typing import cast

import pytest
from aiogram.types import Message

from bot.handlers.gaps import gaps
from bot.handlers.pool import handover, lost, pool
from bot.method.core.refusals import NotNow
from bot.method.core.terms import ClientStatus, PoolReason, Role
from bot.method.gaps.cards import DecidedBefore
from bot.models import User
from bot.services.core.undo import take_back
from bot.services.gaps.decisions import decided_of_client, give_day
from bot.services.pool.handover import hand_over
from bot.services.tasks.tasks import When, plan_task
from bot.views.taps.gaps import GiveDay
from bot.views.taps.nav import AskHandOver, AskLost, AskRelease
from bot.views.taps.pool import AskLostWhy, CallLost, HandOverTo, Release
from tests.builders import Firm
from tests.service import seen
from tests.service.chats import TAP, behind, chat, sent, text
from tests.service.running import run_job

SEEN = "✋ 5 минут назад: дан день — Ольга Смирнова"


async def two_heads(firm: Firm) -> tuple[int, int, int, int]:
    """Olga, Igor, Anna of their team, and a client of hers without a task."""
    team = await firm.team()
    olga = await firm.person("Ольга Смирнова", Role.HEAD, team)
    igor = await firm.person("Игорь Ропов", Role.HEAD, team)
    anna = await firm.person("Анна Петрова", Role.MANAGER, team)
    return olga, igor, anna, await firm.client(anna)


async def test_a_second_day_is_given_only_by_who_has_seen_the_first(firm: Firm) -> None:
    olga, igor, _, client = await two_heads(firm)
    async with chat(firm, olga) as ctx:
        assert "время" in text(await gaps.day(TAP, GiveDay(client), ctx))
    firm.moved(minutes=5)
    async with firm.act(igor) as act:
        with pytest.raises(NotNow, match="decided-before"):
            await give_day(act, client)
    async with chat(firm, igor) as ctx:
        screen = await gaps.day(TAP, GiveDay(client), ctx)
        assert SEEN in text(screen)
        assert "Время давали уже 1 раз" in text(screen)
        assert behind(screen, "🕐") == GiveDay(client, sure=True)
    firm.moved(days=1)
    async with chat(firm, igor) as ctx:
        await gaps.day(TAP, GiveDay(client, sure=True), ctx)
    async with chat(firm, olga) as ctx:
        screen = await gaps.day(TAP, GiveDay(client), ctx)
        assert "только что: дан день — Игорь Ропов" in text(screen)
        assert "Время давали уже 2 раза" in text(screen)


async def test_the_same_tapped_twice_is_one_day(firm: Firm) -> None:
    olga, _, _, client = await two_heads(firm)
    for _ in range(2):
        async with chat(firm, olga) as ctx:
            screen = await gaps.day(TAP, GiveDay(client), ctx)
    async with chat(firm, olga) as ctx:
        await gaps.day(TAP, GiveDay(client), ctx)
    assert "время" in text(screen)
    assert len(await seen.messages(firm, "day_given")) == 1
    async with chat(firm, olga) as ctx:
        screen = await handover.ask(TAP, AskHandOver(client), ctx)
        assert "Время давали уже 1 раз" in text(screen)
        assert "✋" not in text(screen)


async def test_a_list_that_was_opened_before_the_first_decision_tells_of_it(firm: Firm) -> None:
    olga, igor, anna, client = await two_heads(firm)
    async with firm.work() as work:
        team = (await work.session.get_one(User, anna)).team_id
    boris = await firm.person("Борис", Role.MANAGER, team)
    async with chat(firm, igor) as ctx:
        opened = behind(await handover.ask(TAP, AskHandOver(client), ctx), "Борис")
        assert isinstance(opened, HandOverTo)
        assert not opened.seen
    async with firm.act(olga) as act:
        await give_day(act, client)
    firm.moved(minutes=5)
    async with chat(firm, igor) as ctx:
        screen = await handover.hand_over(TAP, opened, ctx)
        assert SEEN in text(screen)
        again = behind(screen, "Борис")
        assert isinstance(again, HandOverTo)
        assert again.seen
    assert (await seen.client(firm, client)).owner_id == anna
    async with chat(firm, igor) as ctx:
        await handover.hand_over(TAP, again, ctx)
    assert (await seen.client(firm, client)).owner_id == boris


async def test_a_question_that_was_opened_before_the_first_decision_tells_of_it(
    firm: Firm,
) -> None:
    olga, igor, anna, client = await two_heads(firm)
    async with chat(firm, igor) as ctx:
        lose = behind(await lost.ask_lost(TAP, AskLost(client), ctx), "☠️")
        release = behind(await pool.ask_release(TAP, AskRelease(client), ctx), "📥")
        assert (lose, release) == (CallLost(client), Release(client, PoolReason.HEAD_DECIDED))
        await lost.ask_why(TAP, AskLostWhy(client), ctx)
    async with firm.act(olga) as act:
        await give_day(act, client)
    firm.moved(minutes=5)
    said = cast(Message, SimpleNamespace(text="закрылись"))
    async with chat(firm, igor) as ctx:
        lost_again = await lost.call_lost(TAP, CallLost(client), ctx)
        typed = await lost.lost_because(said, AskLostWhy(client), ctx)
        released = await pool.release(TAP, Release(client, PoolReason.HEAD_DECIDED), ctx)
        for screen in (lost_again, typed, released):
            assert SEEN in text(screen)
    assert (await seen.client(firm, client)).owner_id == anna
    assert behind(lost_again, "✏️") == AskLostWhy(client, seen=True)
    sure = behind(released, "📥")
    assert sure == Release(client, PoolReason.HEAD_DECIDED, seen=True)
    async with chat(firm, igor) as ctx:
        await pool.release(TAP, cast(Release, sure), ctx)
    assert (await seen.client(firm, client)).status is ClientStatus.POOL
    async with chat(firm, igor) as ctx:
        assert behind(lost_again, "☠️") == CallLost(client, seen=True)
        await lost.call_lost(TAP, CallLost(client, seen=True), ctx)
    assert (await seen.client(firm, client)).status is ClientStatus.LOST


async def test_every_way_to_another_decision_shows_it(firm: Firm) -> None:
    olga, igor, anna, client = await two_heads(firm)
    async with firm.act(olga) as act:
        await give_day(act, client)
    firm.moved(minutes=5)
    async with chat(firm, igor) as ctx:
        for screen in (
            await handover.ask(TAP, AskHandOver(client), ctx),
            await lost.ask_lost(TAP, AskLost(client), ctx),
            await pool.ask_release(TAP, AskRelease(client), ctx),
        ):
            assert SEEN in text(screen)
    async with firm.act(anna) as act:
        assert await decided_of_client(act, client) == DecidedBefore()


async def test_a_task_and_another_owner_are_decisions_as_well(firm: Firm) -> None:
    olga, igor, _, client = await two_heads(firm)
    boris = await firm.person("Борис Сидоров", Role.MANAGER, 1)
    async with firm.act(olga) as act:
        await hand_over(act, client, boris)
    firm.moved(minutes=2)
    async with chat(firm, igor) as ctx:
        screen = await gaps.day(TAP, GiveDay(client), ctx)
        assert "2 минуты назад: передано — Ольга Смирнова" in text(screen)
    async with firm.act(olga) as act:
        await plan_task(act, client, None, When(firm.in_days(2)))
    async with chat(firm, igor) as ctx:
        screen = await pool.ask_release(TAP, AskRelease(client), ctx)
        assert "только что: поставлено дело — Ольга Смирнова" in text(screen)


async def test_what_was_taken_back_is_no_decision(firm: Firm) -> None:
    olga, igor, _, client = await two_heads(firm)
    async with firm.act(olga) as act:
        await give_day(act, client)
    async with firm.act(olga) as act:
        assert firm.last_step is not None
        await take_back(act, firm.last_step)
    async with chat(firm, igor) as ctx:
        screen = await handover.ask(TAP, AskHandOver(client), ctx)
        assert "✋" not in text(screen)
        assert "Время давали" not in text(screen)


async def test_the_escalation_about_one_client_says_it(firm: Firm) -> None:
    olga, _, _, client = await two_heads(firm)
    for hours in (1, 7):
        firm.moved(hours=hours)
        await run_job(firm, "nudges")
    async with firm.act(olga) as act:
        await give_day(act, client)
    told = {row.user_id for row in await seen.messages(firm, "escalation")}
    shown = [text(await sent(firm, "escalation", number)) for number in range(2)]
    assert len(told) == 2
    assert all("Время давали уже 1 раз" in one for one in shown)
    assert sum("дан день — Ольга Смирнова" in one for one in shown) == 1
