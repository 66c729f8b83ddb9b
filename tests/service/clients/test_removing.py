"""A client added by mistake: taken back for a minute, later removed while nothing has happened."""

import pytest
from sqlalchemy import select

from bot.method.clients.cards import Created
from bot.method.core.places import MyDay
from bot.method.core.refusals import NotFound, Stale
from bot.method.core.terms import Outcome, Role, UndoableAction
from bot.models import Client, ContactPoint, Gap, Task, TimelineEntry
from bot.models.client_word import ClientWord
from bot.services.clients.clients import create_client, draft_of
from bot.services.clients.removing import remove, to_be_removed
from bot.services.clients.search import find
from bot.services.core.undo import take_back
from bot.services.planning import quick
from bot.services.tasks.comments import comment_client
from bot.services.tasks.tasks import When, finish_task, plan_task
from tests.builders import Firm

TABLES = (Client, ContactPoint, ClientWord, Gap, Task, TimelineEntry)


async def added(firm: Firm, person: int) -> int:
    async with firm.act(person) as act:
        made = await create_client(act, draft_of(act, "Орлов +7 903 123-45-67"))
        assert isinstance(made, Created)
        return made.client_id


async def left(firm: Firm) -> list[str]:
    async with firm.work() as work:
        return [
            table.__tablename__
            for table in TABLES
            if (await work.session.execute(select(table).limit(1))).first()
        ]


async def undo(firm: Firm, person: int, step: int) -> None:
    async with firm.act(person) as act:
        await take_back(act, step)


async def test_a_new_client_is_taken_back_with_everything(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    await added(firm, anna)
    step = firm.steps[-1]
    with pytest.raises(NotFound):
        await undo(firm, boris, step)
    firm.moved(seconds=59)
    async with firm.act(anna) as act:
        back = await take_back(act, step)
    assert (back.deed, back.before) == (UndoableAction.ADD_CLIENT, MyDay())
    assert await left(firm) == []
    with pytest.raises(Stale, match="undo-used"):
        await undo(firm, anna, step)
    await added(firm, anna)
    firm.moved(minutes=1)
    with pytest.raises(Stale, match="undo-late"):
        await undo(firm, anna, firm.steps[-1])


async def test_a_quick_line_takes_back_client_and_task_at_once(firm: Firm) -> None:
    anna = await firm.person("Анна")
    async with firm.act(anna) as act:
        read = await quick.begin(act, "Орлов +7 903 123-45-67 завтра звонок")
        assert read is not None
    async with firm.act(anna) as act:
        await quick.save(act, read.line_id)
    await undo(firm, anna, firm.steps[-1])
    assert await left(firm) == []


async def test_first_the_plan_then_the_client(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await added(firm, anna)
    step = firm.steps[-1]
    firm.moved(seconds=10)
    async with firm.act(anna) as act:
        await plan_task(act, client, None, When(firm.in_days(1)))
    plan = firm.steps[-1]
    with pytest.raises(Stale, match="undo-changed"):
        await undo(firm, anna, step)
    async with firm.act(anna) as act:
        assert (await take_back(act, plan)).earlier == step
    await undo(firm, anna, step)
    assert await left(firm) == []


async def test_what_was_said_in_between_keeps_the_client(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await added(firm, anna)
    step = firm.steps[-1]
    firm.moved(seconds=10)
    async with firm.act(anna) as act:
        await comment_client(act, client, "важный разговор")
    with pytest.raises(Stale, match="undo-changed"):
        await undo(firm, anna, step)
    assert "timeline" in await left(firm)


async def test_later_its_owner_removes_it_while_nothing_has_happened(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    igor = await firm.person("Игорь", Role.ADMIN)
    client = await added(firm, anna)
    firm.moved(hours=5)
    async with firm.act(anna) as act:
        await plan_task(act, client, None, When(firm.in_days(1)))
        read = await quick.begin(act, "Орлов через неделю счёт")
        assert read is not None and read.client_id == client
    for other in (boris, igor):
        with pytest.raises(NotFound):
            async with firm.act(other) as act:
                await remove(act, client)
    async with firm.act(anna) as act:
        assert await remove(act, client) == "Орлов"
    assert await left(firm) == []
    async with firm.act(anna) as act:
        assert (await find(act, "Орлов")).page.total == 0
    with pytest.raises(NotFound):
        async with firm.act(anna) as act:
            await remove(act, client)


async def test_a_client_somebody_has_worked_with_stays(firm: Firm) -> None:
    anna = await firm.person("Анна")
    called, noted = await added(firm, anna), await firm.client(anna, "Петров")
    firm.moved(minutes=5)
    async with firm.act(anna) as act:
        _, task = await plan_task(act, called, None, When(firm.in_days(0)))
        await comment_client(act, noted, "просил не звонить")
    async with firm.act(anna) as act:
        await finish_task(act, task.id, Outcome.TALKED)
    for client in (called, noted):
        with pytest.raises(Stale, match="client-in-work"):
            async with firm.act(anna) as act:
                await to_be_removed(act, client)
