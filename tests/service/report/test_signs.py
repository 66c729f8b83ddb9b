"""Signs of work for show: whose they are, who reads them, and what was talked about (R12)."""

import asyncio
from datetime import date, timedelta

import pytest

from bot.method.core.refusals import NotFound
from bot.method.core.terms import Outcome, Role
from bot.method.report.numbers import Share
from bot.method.report.periods import ReportPeriod
from bot.method.report.signs import EXAMPLES, SignKind
from bot.models import Client, Task, TimelineEntry
from bot.services.core.undo import take_back
from bot.services.report import signs
from bot.services.report.week import week_notes
from bot.services.tasks.comments import comment_client
from bot.services.tasks.tasks import When, finish_task, no_answer, plan_task
from tests.builders import Firm, at
from tests.service import seen

FAST = SignKind.FAST


async def hurried(firm: Firm, owner: int, count: int = 20) -> list[int]:
    """So many talks noted one after the other; the clients."""
    clients = await firm.clients(owner, count, due=firm.in_days(0))
    for client in clients:
        firm.clock.move(timedelta(seconds=3))
        task = (await seen.tasks(firm, client))[0].id
        async with firm.act(owner) as act:
            await finish_task(act, task, Outcome.TALKED)
    return clients


async def said(firm: Firm, reader: int, person: int | None = None) -> dict[SignKind, Share]:
    async with firm.act(reader) as act:
        found = await signs.person_signs(act, person)
        return {sign.kind: sign.share for sign in found.signs}


async def test_the_head_and_the_manager_read_the_same(firm: Firm) -> None:
    team = await firm.team()
    anna = await firm.person("Анна", Role.MANAGER, team)
    head = await firm.person("Олег", Role.HEAD, team)
    assert await said(firm, anna) == {}
    await hurried(firm, anna)
    expected = {FAST: Share(20, 20), SignKind.NO_COMMENTS: Share(20, 20)}
    assert await said(firm, anna) == expected
    assert await said(firm, head, anna) == await said(firm, anna)


async def test_what_was_taken_back_is_no_sign(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await hurried(firm, anna, 15)
    assert FAST in await said(firm, anna)
    for step in firm.steps[-8:]:
        async with firm.act(anna) as act:
            await take_back(act, step)
    assert FAST not in await said(firm, anna)


async def test_two_heads_who_have_talked_at_once_are_one_talk(firm: Firm) -> None:
    team = await firm.team()
    anna = await firm.person("Анна", Role.MANAGER, team)
    heads = [await firm.person(name, Role.HEAD, team) for name in ("Олег", "Вера")]

    async def talks(head: int) -> None:
        async with firm.act(head) as act:
            await signs.put_aside(act, anna, FAST)

    async with asyncio.TaskGroup() as both:
        for head in heads:
            both.create_task(talks(head))
    async with firm.act(heads[0]) as act:
        assert len((await signs.person_signs(act, anna)).aside) == 1


async def test_four_weeks_later_it_is_gone(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await hurried(firm, anna)
    firm.clock.move(timedelta(days=27))
    assert FAST in await said(firm, anna)
    firm.clock.move(timedelta(days=1))
    assert await said(firm, anna) == {}


async def test_examples_come_page_by_page(firm: Firm) -> None:
    anna = await firm.person("Анна")
    clients = await hurried(firm, anna)
    async with firm.act(anna) as act:
        first = await signs.sign_examples(act, anna, SignKind.NO_COMMENTS)
        last = await signs.sign_examples(act, anna, SignKind.NO_COMMENTS, 99)
        gone = await signs.sign_examples(act, anna, SignKind.HORIZON, 3)
    assert (len(first.lines), first.pages, last.page) == (EXAMPLES, 4, 3)
    assert first.lines[0].case.client_id == clients[-1]
    assert first.lines[0].client_name == "Клиент 20"
    assert (gone.lines, gone.page, gone.pages) == ((), 0, 1)


async def test_what_was_talked_about_waits_a_month_and_comes_back(firm: Firm) -> None:
    team = await firm.team()
    anna = await firm.person("Анна", Role.MANAGER, team)
    head = await firm.person("Олег", Role.HEAD, team)
    await hurried(firm, anna)
    async with firm.act(head) as act:
        found = await signs.put_aside(act, anna, FAST)
        again = await signs.put_aside(act, anna, FAST)
    assert FAST not in {sign.kind for sign in found.signs}
    assert [(aside.kind, aside.by) for aside in again.aside] == [(FAST, "Олег")]
    assert FAST not in await said(firm, anna)
    async with firm.act(head) as act:
        back = await signs.bring_back(act, anna, FAST)
    assert back.aside == ()
    assert FAST in await said(firm, head, anna)
    async with firm.act(head) as act:
        await signs.put_aside(act, anna, FAST)
    firm.clock.move(timedelta(days=31))
    await hurried(firm, anna)
    assert FAST in await said(firm, head, anna)
    async with firm.act(head) as act:
        assert (await signs.put_aside(act, anna, FAST)).aside


async def test_nobody_puts_aside_what_is_asked_of_himself(firm: Firm) -> None:
    team = await firm.team()
    anna = await firm.person("Анна", Role.MANAGER, team)
    head = await firm.person("Олег", Role.HEAD, team)
    with pytest.raises(NotFound):
        async with firm.act(anna) as act:
            await signs.put_aside(act, anna, FAST)
    await hurried(firm, head)
    async with firm.act(head) as act:
        found = await signs.put_aside(act, head, FAST)
    assert not found.may_talk
    assert FAST in {sign.kind for sign in found.signs}


async def test_a_team_is_asked_about_by_who_leads_it(firm: Firm) -> None:
    ours, theirs = await firm.team("Продажи"), await firm.team("Закупки")
    anna = await firm.person("Анна", Role.MANAGER, ours)
    head = await firm.person("Олег", Role.HEAD, ours)
    other = await firm.person("Инна", Role.HEAD, theirs)
    admin = await firm.person("Игорь", Role.ADMIN)
    await hurried(firm, anna)
    lists = {}
    for reader in (head, other, admin):
        async with firm.act(reader) as act:
            lists[reader] = [line.name for line in (await signs.team_signs(act)).people]
    assert lists == {head: ["Анна"], other: [], admin: ["Анна"]}
    with pytest.raises(NotFound):
        async with firm.act(anna) as act:
            await signs.team_signs(act)
    with pytest.raises(NotFound):
        async with firm.act(other) as act:
            await signs.person_signs(act, anna)


async def test_the_week_has_a_line_and_the_day_has_none(firm: Firm) -> None:
    team = await firm.team()
    anna = await firm.person("Анна", Role.MANAGER, team)
    head = await firm.person("Олег", Role.HEAD, team)
    await hurried(firm, anna)
    async with firm.act(head) as act:
        week = await week_notes(act, ReportPeriod.LAST_WEEK)
        day = await week_notes(act, ReportPeriod.LAST_DAY)
    assert [line.name for line in week.signs] == ["Анна"]
    assert day.signs == ()
    async with firm.act(head) as act:
        for kind in SignKind:
            await signs.put_aside(act, anna, kind)
        assert (await week_notes(act, ReportPeriod.LAST_WEEK)).signs == ()


async def test_a_comment_of_the_day_is_a_note(firm: Firm) -> None:
    anna = await firm.person("Анна")
    clients = await hurried(firm, anna)
    for number, client in enumerate(clients[:5]):
        async with firm.act(anna) as act:
            await comment_client(act, client, f"Ждёт счёт {number}")
    assert SignKind.NO_COMMENTS not in await said(firm, anna)


async def test_the_last_day_is_that_of_the_client_s_horizon(firm: Firm) -> None:
    """Thirty days ahead is a Thursday here, fourteen a Tuesday."""
    at(firm, 24, 10)
    anna = await firm.person("Анна")
    for day, client in enumerate(await firm.clients(anna, 15)):
        firm.clock.move(timedelta(minutes=10))
        last = date(2026, 12, 24) if day < 9 else date(2026, 12, 8)
        async with firm.act(anna) as act:
            await plan_task(act, client, None, When(last))
    assert (await said(firm, anna))[SignKind.HORIZON] == Share(9, 15)


async def tried(firm: Firm, owner: int, client: int, count: int) -> None:
    """So many tries, which no task of the rules may have: written as the timeline has them."""
    for _ in range(count):
        firm.clock.move(timedelta(hours=1))
        async with firm.act(owner) as act:
            act.session.add(
                TimelineEntry(
                    client_id=client, actor_id=owner, event="no_answer", at=act.now, data={}
                )
            )


async def test_never_reached_is_who_was_tried_and_is_still_the_person_s(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    clients = [await firm.client(anna, f"Клиент {n}", due=firm.in_days(9)) for n in range(6)]
    for client in clients:
        await tried(firm, anna, client, 6)
    assert (await said(firm, anna))[SignKind.UNREACHED] == Share(6, 6)
    talk, letter = [(await seen.tasks(firm, client))[0].id for client in clients[:2]]
    async with firm.act(anna) as act:
        await finish_task(act, talk, Outcome.TALKED)
        await finish_task(act, letter, Outcome.WROTE)
        (await act.session.get_one(Client, clients[2])).owner_id = boris
    assert (await said(firm, anna))[SignKind.UNREACHED] == Share(4, 6)


async def test_a_try_is_an_outcome_as_well(firm: Firm) -> None:
    anna = await firm.person("Анна")
    for client in await firm.clients(anna, 15, due=firm.in_days(0)):
        firm.clock.move(timedelta(seconds=5))
        task: Task = (await seen.tasks(firm, client))[0]
        async with firm.act(anna) as act:
            await no_answer(act, task.id, When(firm.in_days(1)))
    assert (await said(firm, anna))[FAST].part >= 14
