"""Chats of departments: who may link one, whose day it hears, and when that ends (R12)."""

import pytest

from bot.method.core.refusals import NotFound
from bot.method.core.terms import Outcome, Role
from bot.method.report.group_cards import DayTotals
from bot.models import GroupChat, User
from bot.services.report import groups
from bot.services.report.messages import TotalsMessage
from bot.services.tasks.tasks import finish_task
from tests.builders import Firm, at
from tests.service import seen
from tests.service.pooled import people
from tests.service.running import decide

CHAT = -4001


async def linked(firm: Firm, by: int, chat: int = CHAT) -> int:
    async with firm.act(by) as act:
        return (await groups.link(act, chat, "Отдел")).group_id


async def totals(firm: Firm, group: int, day: int = 24) -> DayTotals | None:
    """What the chat would hear now."""
    on = firm.clock.now().date()
    assert on.day == day
    async with firm.database.reading() as session:
        keeper = (await session.get_one(GroupChat, group)).keeper_id
    async with firm.act(keeper) as act:
        return await groups.totals(act, TotalsMessage(group, CHAT, on))


async def test_managers_link_nothing(firm: Firm) -> None:
    _, anna, _ = await people(firm)
    with pytest.raises(NotFound, match="command"):
        await linked(firm, anna)


async def test_the_totals_are_those_of_the_own_people_alone(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    other = await firm.team("Опт")
    await firm.person("Олег", Role.HEAD, other)
    lena = await firm.person("Лена", Role.MANAGER, other)
    done = await firm.client(anna, due=firm.in_days(0))
    await firm.client(anna, due=firm.in_days(0))
    await firm.client(boris)
    await firm.client(lena)
    (task,) = await seen.tasks(firm, done)
    async with firm.act(anna) as act:
        await finish_task(act, task.id, Outcome.TALKED)
    group = await linked(firm, head)
    at(firm, 24, 18)
    found = await totals(firm, group)
    assert found is not None
    assert [(one.name, one.done, one.left, one.uncovered) for one in found.lines] == [
        ("Анна", 1, 1, 1),
        ("Борис", 0, 0, 1),
    ]
    whole = await linked(firm, await firm.person("Ольга", Role.ADMIN), CHAT - 1)
    found = await totals(firm, whole)
    assert found is not None
    assert [one.name for one in found.lines] == ["Анна", "Борис", "Лена"]


async def test_once_a_working_evening_of_the_keeper(firm: Firm) -> None:
    head, anna, _ = await people(firm)
    await firm.client(anna)
    await linked(firm, head)
    counts = []
    for day, hour in ((23, 17), (23, 18), (23, 19), (24, 18), (28, 18), (29, 18), (30, 19)):
        at(firm, day, hour)
        counts.append((await decide(firm, "groups"))["groups"])
    assert counts == [0, 1, 0, 1, 0, 0, 1]
    assert {row.user_id for row in await seen.messages(firm, "totals")} == {head}


async def test_an_admin_keeps_the_chat_of_a_head_who_has_gone(firm: Firm) -> None:
    head, anna, _ = await people(firm)
    admin = await firm.person("Ольга", Role.ADMIN)
    await firm.client(anna)
    await linked(firm, head)
    async with firm.work() as work:
        (await work.session.get_one(User, head)).active = False
    at(firm, 23, 18)
    await decide(firm, "groups")
    (row,) = await seen.messages(firm, "totals")
    assert row.user_id == admin


async def test_a_chat_that_is_lost_is_told_once_and_may_come_back(firm: Firm) -> None:
    head, anna, _ = await people(firm)
    admin = await firm.person("Ольга", Role.ADMIN)
    await firm.client(anna)
    group = await linked(firm, head)
    for _ in range(2):
        async with firm.work() as work:
            await groups.lost(work, CHAT)
    assert [row.user_id for row in await seen.messages(firm, "group_ended")] == [admin]
    at(firm, 23, 18)
    assert (await decide(firm, "groups"))["groups"] == 0
    assert await linked(firm, head) == group
    async with firm.act(admin) as act:
        (line,) = await groups.groups(act)
        assert (line.team, line.keeper) == ("Продажи", "Игорь")
        assert await groups.unlink(act, group) == "Отдел"
    async with firm.act(admin) as act:
        with pytest.raises(NotFound, match="group"):
            await groups.unlink(act, group)


async def test_a_supergroup_takes_the_link_along_once(firm: Firm) -> None:
    head, anna, _ = await people(firm)
    await firm.client(anna)
    group = await linked(firm, head)
    for _ in range(2):
        async with firm.work() as work:
            await groups.moved(work, CHAT, -1000)
    async with firm.database.reading() as session:
        assert (await session.get_one(GroupChat, group)).chat_id == -1000
