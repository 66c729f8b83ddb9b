"""Rows written and read by statements of our own are what the mapper would have made of them."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from sqlalchemy import event, func, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.orm.unitofwork import UOWTransaction

from bot.db import Database
from bot.method.core.terms import Direction, Event, GapReason, TaskKind
from bot.models import writing
from bot.models.client import Client, ContactPoint, points_of_client
from bot.models.dossier import dossier_of_client
from bot.models.gap import Gap
from bot.models.task import Task
from bot.models.timeline import TimelineEntry
from bot.models.user import User
from tests.builders import Firm
from tests.service.seen import counted

_TABLES = ("users", "clients", "contact_points", "tasks", "gaps", "timeline")


@contextmanager
def planned_by_mapper() -> Iterator[list[UOWTransaction]]:
    """The flushes that were left to the mapper."""
    plans: list[UOWTransaction] = []

    def note(session: Session, plan: UOWTransaction) -> None:
        plans.append(plan)

    event.listen(Session, "after_flush", note)
    try:
        yield plans
    finally:
        event.remove(Session, "after_flush", note)


async def _stored(database: Database) -> list[list[str]]:
    """All rows, without the numbers that the database gives."""
    async with database.reading() as session:
        found = [
            (await session.execute(text(f"SELECT * FROM {name} ORDER BY id"))).all()
            for name in _TABLES
        ]
        return [
            [repr([v for v in row if type(v) is not int]).replace("Вера", "Анна") for row in rows]
            for rows in found
        ]


async def _work_some(firm: Firm, session: AsyncSession) -> None:
    now = firm.clock.now()
    client = (await session.scalars(select(Client).order_by(Client.id.desc()).limit(1))).one()
    anna = await session.get_one(User, client.owner_id)
    session.add(_task(client, anna, firm, title=None))
    await session.flush()
    anna.form, anna.round = {"name": "date", "of": [1, None]}, None
    client.gap_since, client.next_due = now, None
    gap = Gap(client_id=client.id, owner_id=anna.id, reason=GapReason.NO_TASK, opened_at=now)
    session.add_all([_task(client, anna, firm, title="Счёт"), gap])
    session.add(
        TimelineEntry(client_id=client.id, event=Event.TASK_DONE, at=now, data={"до": None})
    )
    await session.flush()
    gap.closed_at, anna.form, anna.locale = now + timedelta(hours=1), None, anna.locale


def _task(client: Client, owner: User, firm: Firm, **more: Any) -> Task:
    return Task(
        client_id=client.id,
        owner_id=owner.id,
        direction=Direction.OUTBOUND,
        kind=TaskKind.CALL,
        due_on=firm.in_days(2),
        created_at=firm.clock.now(),
        **more,
    )


async def test_what_is_written_is_what_the_mapper_writes(firm: Firm) -> None:
    ours: list[list[str]] = []
    for name, by_mapper in (("Анна", False), ("Вера", True)):
        left = patch.object(writing, "_MOST", 0)
        with planned_by_mapper() as plans, left if by_mapper else nullcontext():
            await firm.client(await firm.person(name), "Ромашка", due=firm.in_days(1))
            async with firm.database.transaction() as session:
                await _work_some(firm, session)
        assert bool(plans) is by_mapper
        stored = await _stored(firm.database)
        if by_mapper:
            assert stored == [rows * 2 for rows in ours]
        ours = stored


async def test_a_row_that_is_written_goes_on(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, "Ромашка", due=firm.in_days(1))
    async with firm.database.transaction() as session:
        owner, row = await session.get_one(User, anna), await session.get_one(Client, client)
        task = _task(row, owner, firm)
        session.add(task)
        await session.flush()
        assert task in session
        assert (task.title, task.moves) == (None, 0)
        assert await session.get(Task, task.id) is task
        with counted(firm.database) as statements:
            await session.flush()
            task.moves = 1
            await session.flush()
        assert len(statements) == 1
    async with firm.database.reading() as session:
        assert (await session.get_one(Task, task.id)).moves == 1


async def test_nobody_goes_on_with_half_of_it(firm: Firm) -> None:
    """Not even who takes no notice of the error."""
    anna = await firm.person("Анна")
    client = await firm.client(anna, "Ромашка", due=firm.in_days(1))
    async with firm.database.transaction() as session:
        owner, row = await session.get_one(User, anna), await session.get_one(Client, client)
        row.name = "Лютик"
        wrong = _task(row, owner, firm)
        wrong.deal_id = 999
        session.add(wrong)
        with pytest.raises(IntegrityError):
            await session.flush()
    async with firm.database.reading() as session:
        assert (await session.get_one(Client, client)).name == "Ромашка"


async def test_a_row_that_has_gone_is_not_written(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, "Ромашка", phone="+79161234567")
    async with firm.database.transaction() as session:
        point = (await session.scalars(select(ContactPoint))).one()
        await session.execute(text("DELETE FROM contact_points"))
        point.extension = "12"
        with pytest.raises(StaleDataError):
            await session.flush()
    async with firm.database.reading() as session:
        assert len((await session.scalars(select(ContactPoint))).all()) == 1


async def test_what_is_not_plain_is_left_to_the_mapper(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, "Ромашка", phone="+79161234567")
    async with firm.database.transaction() as session:
        point = (await session.scalars(select(ContactPoint))).one()
        with planned_by_mapper() as plans:
            point.extension = func.lower("12")
            await session.flush()
            async with session.begin_nested():
                point.extension = "13"
            await session.delete(point)
            await session.flush()
    assert len(plans) == 3


async def test_a_row_is_read_as_one_object(firm: Firm) -> None:
    anna = await firm.person("Анна")
    number = await firm.client(anna, "Ромашка", phone="+79161234567", due=firm.in_days(1))
    async with firm.database.transaction() as session:
        client = await session.get_one(Client, number)
        client.name = "Лютик"
        dossier = await dossier_of_client(session, number)
        assert dossier is not None
        assert dossier.client is client
        assert (client.name, dossier.owner) == ("Лютик", await session.get_one(User, anna))
        assert dossier.tasks == (await session.scalars(select(Task))).all()
        assert (dossier.deals, dossier.gaps) == ([], [])
        (point,) = await points_of_client(session, number)
        assert point is (await points_of_client(session, number))[0]
        # As if somebody else had done it.
        await session.execute(text("UPDATE clients SET name = 'Мак'"))
        assert (await dossier_of_client(session, number)) is not None
        assert client.name == "Мак"
        assert client not in session.dirty
