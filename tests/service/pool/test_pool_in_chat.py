"""What is shown and sent around gaps and the pool, as things stand at that moment."""

from typing import Any

import pytest
from aiogram.filters import CommandObject

from bot.handlers.core.refusals import refused
from bot.handlers.gaps import gaps
from bot.handlers.pool import again, handover, lost, pool
from bot.method.core.refusals import NotFound, Stale
from bot.method.core.terms import ClientStatus, PoolReason, Role
from bot.method.pool.again import AgainReason, AgainWay
from bot.services.pool import losing, reactivation, releasing
from bot.services.pool.handing_out import assign
from bot.services.pool.handover import hand_over
from bot.services.tasks.tasks import When, plan_task
from bot.telegram.context import Context
from bot.views.screen import Screen
from bot.views.taps import pool as taps
from bot.views.taps.base import pack
from bot.views.taps.gaps import GiveDay
from bot.views.taps.nav import (
    AskHandOver,
    AskLost,
    AskRelease,
    Decide,
    OpenPool,
    OpenTask,
    OpenTeamGaps,
)
from bot.views.taps.people import AskTransfer
from tests.builders import Firm
from tests.service import seen
from tests.service.chats import TAP, TYPED, behind, chat, sent, text
from tests.service.pooled import AGAIN, cut_off
from tests.service.running import run_job

WHY = AgainReason.BY_MISTAKE


async def people(firm: Firm) -> tuple[int, int, int]:
    """A head with two managers in a team."""
    team = await firm.team()
    head = await firm.person("Игорь Ропов", Role.HEAD, team)
    anna = await firm.person("Анна Петрова", Role.MANAGER, team)
    return head, anna, await firm.person("Борис Сидоров", Role.MANAGER, team)


async def let_go(firm: Firm, owner: int, name: str = "Ромашка") -> int:
    client = await firm.client(owner, name, phone="+79161234567")
    async with firm.act(owner) as act:
        await releasing.release(act, client, PoolReason.NOT_ACTIVE)
    return client


async def test_from_the_escalation_to_another_owner(firm: Firm) -> None:
    head, anna, _ = await people(firm)
    client = await firm.client(anna)
    for hours in (1, 7):
        firm.moved(hours=hours)
        await run_job(firm, "nudges")
    assert "Напоминание" in text(await sent(firm, "nudge"))
    escalation = await sent(firm, "escalation")
    assert "Анна Петрова, уже 8 ч" in text(escalation)
    assert escalation is not None
    async with chat(firm, head) as ctx:
        asked = behind(escalation, "🔀")
        assert asked == AskHandOver(client)
        screen = await handover.ask(TAP, AskHandOver(client), ctx)
        tap = behind(screen, "Борис")
        assert isinstance(tap, taps.HandOverTo)
        screen = await handover.hand_over(TAP, tap, ctx)
        assert screen.toast == "Передано"
        assert "Ответственный: Борис" in text(screen)
        assert isinstance(behind(screen, "👀"), OpenTeamGaps)
    assert "Ромашка: новый ответственный — Борис" in text(await sent(firm, "client_taken"))
    assert "Игорь Ропов передаёт вам клиента: Ромашка" in text(await sent(firm, "handed_over"))
    assert await sent(firm, "nudge") is None
    assert await sent(firm, "escalation") is None


async def test_a_day_given_is_told_unless_a_task_was_planned_meanwhile(firm: Firm) -> None:
    head, anna, _ = await people(firm)
    client = await firm.client(anna)
    async with chat(firm, head) as ctx:
        screen = await gaps.decide(TAP, Decide(client), ctx)
        assert "что решаем" in text(screen)
        screen = await gaps.day(TAP, GiveDay(client), ctx)
    assert "завтра в 18:00" in text(screen)
    assert "РОП даёт время: Ромашка" in text(await sent(firm, "day_given"))
    async with firm.act(anna) as act:
        await plan_task(act, client, None, When(firm.in_days(1)))
    assert await sent(firm, "day_given") is None


async def test_the_escalation_about_somebody_gone_leads_to_handing_all_over(firm: Firm) -> None:
    _, anna, boris = await people(firm)
    for owner in (anna, boris):
        await firm.client(owner)
    async with firm.act(await firm.person("Ольга", Role.ADMIN)) as act:
        await cut_off(act, anna)
    for hours in (1, 7):
        firm.moved(hours=hours)
        await run_job(firm, "nudges")
    said = await sent(firm, "escalation", 0)
    assert said is not None and text(said).count("доступ закрыт") == 1
    assert behind(said, "🔀 Передать клиентов: Анна Петрова") == AskTransfer(anna)


async def test_a_task_that_a_head_sets_is_told_to_its_owner(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await firm.client(anna)
    for who, title in ((anna, "Своё"), (head, "Срочно")):
        async with firm.act(who) as act:
            await plan_task(act, client, None, When(firm.in_days(1)), title=title)
    (row,) = await seen.messages(firm, "task_set")
    assert row.user_id == anna
    said = await sent(firm, "task_set")
    assert "Игорь Ропов ставит вам дело: Ромашка — Срочно, завтра" in text(said)
    (task,) = [one for one in await seen.tasks(firm, client) if one.title == "Срочно"]
    assert said is not None and behind(said, "📋") == OpenTask(task.id)
    async with firm.act(head) as act:
        await hand_over(act, client, boris)
    assert await sent(firm, "task_set", 0) is None


async def test_a_second_tap_on_hand_out_shows_what_is_left(firm: Firm) -> None:
    head, anna, _ = await people(firm)
    for n in range(3):
        await let_go(firm, anna, f"Клиент {n}")
    async with chat(firm, head) as ctx:
        command = CommandObject(command="pool_assign", args="2")
        shown = await pool.assign_many(TYPED, command, ctx)
        assert "Борис Сидоров 2" in text(shown)
        tap = behind(shown, "✅ Раздать 2")
        assert isinstance(tap, taps.HandOutNow)
    async with chat(firm, head) as ctx:
        assert "Роздано: 2" in text(await pool.hand_out(TAP, tap, ctx))
    with pytest.raises(Stale) as refusal:
        async with chat(firm, head) as ctx:
            await pool.hand_out(TAP, tap, ctx)
    async with chat(firm, head) as ctx:
        again = await refused(refusal.value, ctx)
    assert "Отстойник изменился" in text(again)
    assert "Борис Сидоров 1" in text(again)
    assert len(await seen.messages(firm, "reactivation")) == 2


async def test_the_attempt_from_the_message_to_the_next_step(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await let_go(firm, anna)
    async with firm.act(head) as act:
        await assign(act, client, boris)
    message = await sent(firm, "reactivation")
    assert "Реанимация, попытка 1 из 3, до вт 08.12" in text(message)
    assert "+7 916 123-45-67" in text(message)
    assert message is not None
    tap = behind(message, "✅ Вернул")
    assert isinstance(tap, taps.Returned)
    async with chat(firm, boris) as ctx:
        assert "Когда следующий контакт?" in text(await pool.returned(TAP, tap, ctx))
    assert await sent(firm, "reactivation") is None
    async with chat(firm, boris) as ctx:
        with pytest.raises(Stale):
            await pool.returned(TAP, tap, ctx)


async def test_a_released_client_is_told_only_where_somebody_else_decided(firm: Firm) -> None:
    head, anna, _ = await people(firm)
    own, taken = await firm.client(anna, "Ромашка"), await firm.client(anna, "Котов")
    async with chat(firm, anna) as ctx:
        screen = await pool.ask_release(TAP, AskRelease(own), ctx)
        tap = behind(screen, "😴 Не активный")
        assert isinstance(tap, taps.Release)
        assert "в отстойнике" in text(await pool.release(TAP, tap, ctx))
    assert await seen.messages(firm, "pooled") == []
    async with chat(firm, head) as ctx:
        tap = behind(await pool.ask_release(TAP, AskRelease(taken), ctx), "📥")
        assert isinstance(tap, taps.Release)
        await pool.release(TAP, tap, ctx)
    assert text(await sent(firm, "pooled")) == "📥 В отстойник: Котов — решение РОПа."


async def test_out_of_attempts_from_the_question_to_another_round(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await let_go(firm, anna)
    for _ in range(3):
        async with firm.act(head) as act:
            await assign(act, client, boris, AGAIN)
        async with firm.act(boris) as act:
            await reactivation.failed(act, client)
    question = await sent(firm, "exhausted")
    assert "Потерян окончательно?" in text(question)
    async with chat(firm, head) as ctx:
        # Nobody is named for it before the head has decided.
        asked = await pool.ask_assign(TAP, taps.AskAssign(client), ctx)
        assert text(asked) == text(question)
        tap = behind(asked, "♻️ Ещё круг")
        assert isinstance(tap, taps.AnotherRound)
        await lost.once_more(TAP, tap, ctx)
    assert await sent(firm, "exhausted") is None
    async with chat(firm, head) as ctx:
        assert "Кому отдать" in text(await pool.ask_assign(TAP, taps.AskAssign(client), ctx))


async def test_to_who_let_it_go_only_with_a_reason(firm: Firm) -> None:
    head, anna, _ = await people(firm)
    client = await let_go(firm, anna)
    async with chat(firm, head) as ctx:
        tap = behind(await pool.ask_assign(TAP, taps.AskAssign(client), ctx), "Анна")
        assert isinstance(tap, taps.Assign)
        asked = await pool.assign(TAP, tap, ctx)
        # A button of before, which asked for no reason, asks as well.
        before = taps.Assign(client, anna, sure=True)
        assert text(await pool.assign(TAP, before, ctx)) == text(asked)
        why = behind(asked, "🗣 Клиент сам просит")
    assert (await seen.client(firm, client)).status is ClientStatus.POOL
    assert isinstance(why, taps.GiveAgain)
    async with chat(firm, head) as ctx:
        assert "→ Анна Петрова" in text(await again.give(TAP, why, ctx))


async def test_lost_by_name_with_a_reason_and_back_to_a_person(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await firm.client(anna, "ООО «Ромашка»")
    await firm.client(anna, "Ромашка и сыновья")
    async with chat(firm, head) as ctx:
        command = CommandObject(command="lost", args="ромашка")
        choice = await lost.lost(TYPED, command, ctx)
        assert behind(choice, "⚪️ ООО") == AskLost(client)
        why = behind(await lost.ask_lost(TAP, AskLost(client), ctx), "✏️")
        assert isinstance(why, taps.AskLostWhy)
        await lost.ask_why(TAP, why, ctx)
        assert ctx.act.actor.form == {"name": "tap", "tap": pack(taps.AskLostWhy(client))}
        await losing.lose(ctx.act, client, "закрылись")
    assert "закрывает клиента как потерянного" in text(await sent(firm, "client_lost"))
    async with chat(firm, head) as ctx:
        command = CommandObject(command="restore", args=str(client))
        tap = behind(await lost.restore_named(TYPED, command, ctx), "Борис")
        assert isinstance(tap, taps.Restore)
        assert "→ Борис Сидоров" in text(await lost.restore(TAP, tap, ctx))
    assert (await seen.client(firm, client)).owner_id == boris


async def test_to_others_these_commands_do_not_exist(firm: Firm) -> None:
    _, anna, _ = await people(firm)
    client = await firm.client(anna)
    asked: tuple[tuple[Any, Any], ...] = (
        (pool.open_pool, OpenPool()),
        (pool.preview, taps.PreviewHandOut(5)),
        (pool.hand_out, taps.HandOutNow(5, None, 0)),
        (pool.ask_assign, taps.AskAssign(client)),
        (pool.assign, taps.Assign(client, anna, sure=True)),
        (lost.ask_lost, AskLost(client)),
        (lost.call_lost, taps.CallLost(client)),
        (lost.ask_restore, taps.AskRestore(client)),
        (lost.restore, taps.Restore(client, anna, sure=True)),
        (lost.once_more, taps.AnotherRound(client)),
        *((again.give, taps.GiveAgain(way, client, anna, WHY)) for way in AgainWay),
        (handover.ask, AskHandOver(client)),
        (handover.hand_over, taps.HandOverTo(client, anna, sure=True)),
        (gaps.open_team_gaps, OpenTeamGaps()),
        (gaps.decide, Decide(client)),
        (gaps.day, GiveDay(client)),
    )
    async with chat(firm, anna) as ctx:
        for handler, tap in asked:
            with pytest.raises(NotFound):
                await handler(TAP, tap, ctx)
        for named in (lost.lost, lost.restore_named):
            with pytest.raises(NotFound):
                await named(TYPED, CommandObject(command="lost", args="Ромашка"), ctx)


async def test_gaps_are_the_own_ones_for_a_manager_and_the_teams_for_a_head(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    await firm.client(anna, "Ромашка")
    await firm.client(boris, "Котов")
    async with chat(firm, anna) as ctx:
        own = text(await gaps.gaps(TYPED, ctx))
    assert "Ромашка" in own and "Котов" not in own
    async with chat(firm, head) as ctx:
        team = text(await gaps.gaps(TYPED, ctx))
    assert "Ромашка" in team and "Котов" in team


async def test_a_new_owner_is_asked_for_a_date_unless_it_has_gone_on(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await firm.client(anna)
    async with firm.act(head) as act:
        await hand_over(act, client, boris)
    message = await sent(firm, "handed_over")
    assert message is not None and "Когда следующий контакт?" in text(message)
    async with firm.act(head) as act:
        await hand_over(act, client, anna)
    assert await sent(firm, "handed_over", 0) is None


async def test_a_name_finds_who_gets_the_clients_and_several_are_a_choice(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    await firm.person("Глеб Сидоров", Role.MANAGER, 1)
    await firm.person("Сидоров Чужой", Role.MANAGER, await firm.team("Опт"))
    await firm.person("Вера", Role.HEAD, 2)
    client = await let_go(firm, anna)

    async def asks(ctx: Context, typed: str) -> Screen:
        return await pool.assign_many(TYPED, CommandObject(command="pool_assign", args=typed), ctx)

    async with chat(firm, head) as ctx:
        for typed in ("5 Борису Сидорову", "5 Борис", "Борис 5"):
            assert "Борис Сидоров" in text(await asks(ctx, typed))
        screen = await asks(ctx, "5 Сидоров")
        labels = [button.label for row in screen.rows for button in row]
        assert [one for one in labels if "Сидоров" in one] == [
            "Борис Сидоров · 0",
            "Глеб Сидоров · 0",
        ]
        tap = behind(screen, "Борис")
        assert isinstance(tap, taps.PreviewHandOut)
        screen = await pool.preview(TAP, tap, ctx)
        go = behind(screen, "✅")
        assert isinstance(go, taps.HandOutNow)
        assert go.person_id == boris
        await pool.hand_out(TAP, go, ctx)
        for nobody in ("5 Кузнецов", "5 Чужой"):
            with pytest.raises(NotFound, match="person"):
                await asks(ctx, nobody)
    assert (await seen.client(firm, client)).owner_id == boris
