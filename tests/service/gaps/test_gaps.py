"""Clients without a task: who sees them, who is told when, what the head may decide (R5)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.jobs.job import Counts
from bot.method.clients.cards import Arrived
from bot.method.core.places import ClientAt
from bot.method.core.refusals import NotFound, Stale
from bot.method.core.terms import ClientStatus, GapStep, Outcome, Role
from bot.method.gaps.ladder import Step
from bot.method.imports.rows import ImportRow
from bot.method.inbound.matching import MessageSender
from bot.models import Client, OutboxMessage
from bot.services.deals.deals import wants_to_buy
from bot.services.gaps import escalation
from bot.services.gaps.decisions import give_day
from bot.services.gaps.neglect import gaps_for_message, gaps_of_client, own_gaps, team_gaps
from bot.services.inbound.inbound import Message, receive
from bot.services.tasks.asking import next_step
from bot.services.tasks.tasks import When, finish_task, plan_task
from tests.builders import MOSCOW, Firm, at
from tests.service import seen
from tests.service.imports.test_importing import bring_in
from tests.service.running import run_job


async def sales(firm: Firm) -> tuple[int, int]:
    """A head with one manager in a team."""
    team = await firm.team()
    head = await firm.person("Игорь Ропов", Role.HEAD, team)
    return head, await firm.person("Анна Петрова", Role.MANAGER, team)


async def tick(firm: Firm) -> Counts:
    return await run_job(firm, "nudges")


def due(rows: Sequence[OutboxMessage]) -> list[tuple[int, str]]:
    """To whom and when, in Moscow time."""
    return [(row.user_id, f"{row.not_before.astimezone(MOSCOW):%d %H:%M}") for row in rows]


async def test_nudge_after_an_hour_and_escalation_after_eight(firm: Firm) -> None:
    head, anna = await sales(firm)
    at(firm, 24, 9, 10)
    await firm.client(anna)
    at(firm, 24, 10, 9)
    assert await tick(firm) == {"nudged": 0, "escalated": 0, "pooled": 0}
    at(firm, 24, 10, 10)
    assert (await tick(firm))["nudged"] == 1
    assert (await tick(firm))["nudged"] == 0
    at(firm, 24, 17, 9)
    assert (await tick(firm))["escalated"] == 0
    at(firm, 24, 17, 10)
    assert (await tick(firm))["escalated"] == 1
    assert due(await seen.messages(firm, "nudge")) == [(anna, "24 10:10")]
    assert due(await seen.messages(firm, "escalation")) == [(head, "24 17:10")]


async def test_working_hours_only_and_the_night_does_not_count(firm: Firm) -> None:
    head, anna = await sales(firm)
    at(firm, 24, 15)
    await firm.client(anna)
    at(firm, 24, 16)
    await tick(firm)
    at(firm, 25, 13, 59)
    assert (await tick(firm))["escalated"] == 0
    at(firm, 25, 14)
    assert (await tick(firm))["escalated"] == 1
    assert due(await seen.messages(firm, "escalation")) == [(head, "25 14:00")]


async def writes_in(firm: Firm, who: int) -> int:
    """The client without a task has written: the inbound task."""
    async with firm.act(who) as act:
        sender = MessageSender(phones=("+79161234567",), name="Ромашка")
        made = await receive(act, Message(sender, "Перезвоните", act.now, "1"))
    assert isinstance(made, Arrived)
    return made.task_id


async def test_the_ladder_waits_for_an_open_inbound_until_its_deadline(firm: Firm) -> None:
    _, anna = await sales(firm)
    at(firm, 24, 9, 10)
    client = await firm.client(anna, phone="+79161234567")
    at(firm, 24, 9, 20)
    await writes_in(firm, anna)
    # At its deadline, 13:20, its owner is reminded of the inbound: an hour before the gap.
    for hour, minute, nudged in ((10, 10, False), (13, 20, False), (14, 19, False), (14, 20, True)):
        at(firm, 24, hour, minute)
        await tick(firm)
        (gap,) = await seen.gaps(firm, client)
        assert (gap.nudged_at is not None) is nudged, (hour, minute)


async def test_the_ladder_goes_on_once_the_inbound_is_done(firm: Firm) -> None:
    _, anna = await sales(firm)
    at(firm, 24, 9, 10)
    client = await firm.client(anna, phone="+79161234567")
    at(firm, 24, 9, 20)
    task = await writes_in(firm, anna)
    at(firm, 24, 10)
    async with firm.act(anna) as act:
        await finish_task(act, task, Outcome.HANDLED)
    for hour, minute, nudged in ((10, 59, False), (11, 0, True)):
        at(firm, 24, hour, minute)
        await tick(firm)
        (gap,) = await seen.gaps(firm, client)
        assert (gap.nudged_at is not None) is nudged, (hour, minute)


async def test_an_unknown_step_raises_and_takes_the_client_from_nobody(
    firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, anna = await sales(firm)
    client_id = await firm.client(anna)
    at(firm, 27, 18)
    unknown: Any = "somewhere"
    monkeypatch.setattr(escalation, "step_of", lambda work, *_: Step(unknown, work.now))
    with pytest.raises(AssertionError, match="somewhere"):
        async with firm.work() as work:
            await escalation.push_team(work, (await escalation.teams_to_push(work))[0])
    assert await tick(firm) == {"nudged": 0, "escalated": 0, "pooled": 0}
    client = await seen.client(firm, client_id)
    assert (client.owner_id, client.status) == (anna, ClientStatus.ACTIVE)


async def test_several_gaps_are_one_message(firm: Firm) -> None:
    _, anna = await sales(firm)
    for name in ("Ромашка", "Котов", "Белова"):
        await firm.client(anna, name)
    at(firm, 24, 10)
    assert (await tick(firm))["nudged"] == 3
    (message,) = await seen.messages(firm, "nudge")
    assert len(message.payload["gaps"]) == 3


async def test_a_message_tells_only_what_is_still_so(firm: Firm) -> None:
    _, anna = await sales(firm)
    clients = [await firm.client(anna, name) for name in ("Ромашка", "Котов")]
    at(firm, 24, 10)
    await tick(firm)
    (message,) = await seen.messages(firm, "nudge")
    async with firm.act(anna) as act:
        await plan_task(act, clients[0], None, When(firm.in_days(2)))
    async with firm.act(anna) as act:
        page = await gaps_for_message(act, act.actor, message.payload["gaps"])
    assert [line.client_name for line in page.lines] == ["Котов"]


async def test_the_pool_counts_from_the_question_and_never_from_the_import(firm: Firm) -> None:
    """Nobody was asked: the gap is old, but the client does not vanish into the pool at night."""
    _, anna = await sales(firm)
    at(firm, 24, 9, 30)
    await bring_in(firm, anna, ImportRow(2, name="Ромашка"), ImportRow(3, name="Лютик"))
    async with firm.work() as work:
        client, other = await work.session.scalars(select(Client.id).order_by(Client.id))
    for day in (24, 25, 26):
        at(firm, day, 18)
        await tick(firm)
    at(firm, 27, 9, 30)
    async with firm.act(anna) as act:
        await next_step(act, client)
    (gap,) = await seen.gaps(firm, client)
    assert gap.asked_at == firm.clock.now() > gap.opened_at
    at(firm, 27, 18)
    # Five working days after the import are over on Tuesday, those after the question on Friday.
    for days in (0, 3, 1, 1, 1):
        firm.clock.move(timedelta(days=days))
        assert (await tick(firm))["pooled"] == 0
    assert (await seen.client(firm, client)).status is ClientStatus.ACTIVE
    firm.clock.move(timedelta(days=1))
    assert (await tick(firm))["pooled"] == 1
    assert (await seen.client(firm, client)).status is ClientStatus.POOL
    assert (await seen.client(firm, other)).status is ClientStatus.ACTIVE


async def test_the_countdown_shows_the_date_two_working_days_before(firm: Firm) -> None:
    _, anna = await sales(firm)
    client = await firm.client(anna)
    async with firm.act(anna) as act:
        await next_step(act, client)
    at(firm, 26, 12)
    async with firm.act(anna) as act:
        assert (await own_gaps(act, 0)).lines[0].pool_on is None
    at(firm, 27, 12)
    async with firm.act(anna) as act:
        assert (await own_gaps(act, 0)).lines[0].pool_on == firm.in_days(4)


async def test_the_largest_sum_comes_first_and_the_total_is_over_all_pages(firm: Firm) -> None:
    _, anna = await sales(firm)
    for n in range(10):
        client = await firm.client(anna, f"Клиент {n}")
        async with firm.act(anna) as act:
            when = When(firm.in_days(1))
            await wants_to_buy(act, client, when, amount=n * 100_00, currency="RUB")
    # Overdue past the grace of two working days: the task covers no more.
    firm.moved(days=7)
    await run_job(firm, "recheck")
    async with firm.act(anna) as act:
        first, last = await own_gaps(act, 0), await own_gaps(act, 1)
    assert [line.amount for line in first.lines] == [n * 100_00 for n in range(9, 1, -1)]
    assert (first.total, first.pages, len(last.lines)) == (10, 2, 2)
    assert first.sums == last.sums == {"RUB": 45 * 100_00}


async def test_a_head_sees_the_own_team_and_an_admin_everybody(firm: Firm) -> None:
    head, anna = await sales(firm)
    other = await firm.team("Сервис")
    boris = await firm.person("Борис", Role.MANAGER, other)
    await firm.person("Вера", Role.HEAD, other)
    admin = await firm.person("Ольга", Role.ADMIN)
    await firm.client(anna, "Ромашка")
    foreign = await firm.client(boris, "Котов")
    for person, names in ((head, {"Ромашка"}), (admin, {"Ромашка", "Котов"})):
        async with firm.act(person) as act:
            assert {line.client_name for line in (await team_gaps(act, 0)).lines} == names
    async with firm.act(head) as act:
        with pytest.raises(NotFound):
            await gaps_of_client(act, foreign)
    async with firm.act(anna) as act:
        with pytest.raises(NotFound):
            await team_gaps(act, 0)


async def test_the_only_head_decides_about_managers_without_a_team(firm: Firm) -> None:
    head = await firm.person("Игорь", Role.HEAD)
    anna = await firm.person("Анна", Role.MANAGER)
    client = await firm.client(anna)
    at(firm, 24, 10)
    await tick(firm)
    at(firm, 24, 17)
    await tick(firm)
    assert [row.user_id for row in await seen.messages(firm, "escalation")] == [head]
    async with firm.act(head) as act:
        assert (await gaps_of_client(act, client)).total == 1
        assert (await team_gaps(act, 0)).total == 1
        await give_day(act, client)
    await firm.person("Вера", Role.HEAD)
    async with firm.act(head) as act:
        with pytest.raises(NotFound):
            await give_day(act, client)


async def test_a_day_given_holds_the_ladder_and_comes_back_to_the_head(firm: Firm) -> None:
    head, anna = await sales(firm)
    client = await firm.client(anna)
    for hour in (10, 17):
        at(firm, 24, hour)
        await tick(firm)
    async with firm.act(head) as act:
        assert (await give_day(act, client)).until == datetime(2026, 11, 25, 18, tzinfo=MOSCOW)
    async with firm.act(head) as act:
        await give_day(act, client)
    assert len(await seen.messages(firm, "day_given")) == 1
    at(firm, 25, 17)
    assert (await tick(firm))["escalated"] == 0
    at(firm, 26, 9)
    assert (await tick(firm))["escalated"] == 1
    (gap,) = await seen.gaps(firm, client)
    assert gap.step is GapStep.ESCALATED


async def test_a_decision_about_a_planned_client_shows_the_fresh_card(firm: Firm) -> None:
    head, anna = await sales(firm)
    client = await firm.client(anna, due=firm.in_days(3))
    async with firm.act(head) as act:
        with pytest.raises(Stale) as refused:
            await give_day(act, client)
    assert refused.value.place == ClientAt(client)
