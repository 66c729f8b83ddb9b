"""Statements that are put into words once say and bring the same as SQLAlchemy's own."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pkgutil import iter_modules
from typing import cast

import pytest
from sqlalchemy import Table, bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

import bot.models
from bot.db import Database
from bot.method.core.terms import Direction, TaskStatus
from bot.models.base import insert_new
from bot.models.changes import RECORDED
from bot.models.inbox import InboxUpdate
from bot.models.prepared import PreparedStatement
from bot.models.task import Task
from bot.models.undo import UndoStep
from tests.builders import Firm

NOW = datetime(2026, 11, 24, 6, 0, 0, 5, tzinfo=UTC)
_TASKS = (
    select(Task.id, Task.direction, Task.due_on, Task.created_at, Task.title)
    .where(Task.owner_id == bindparam("owner_id"), Task.status == TaskStatus.OPEN)
    .where(Task.direction.in_([Direction.OUTBOUND, Direction.INBOUND]))
    .where(Task.created_at <= bindparam("until"), Task.moves < 3)
    .order_by(Task.id)
    .limit(bindparam("most"))
)
_STEPS = cast(Table, UndoStep.__table__)


async def test_values_and_rows_go_through_their_types(firm: Firm) -> None:
    anna = await firm.person("Анна")
    for name in ("Ромашка", "Лютик", "Мак"):
        await firm.client(anna, name, due=firm.in_days(1))
    look = PreparedStatement(_TASKS)
    async with firm.work() as work:
        for most in (2, 1, 9):
            values = {"owner_id": anna, "until": work.now, "most": most}
            rows = (await work.session.execute(_TASKS, values)).all()
            assert list(await look.rows(work.session, values)) == [tuple(row) for row in rows]
            assert len(rows) == min(most, 3)
        assert isinstance(rows[0].direction, Direction)
        values["until"] = work.now - timedelta(days=1)
        assert await look.first(work.session, values) is None


async def test_it_sees_what_the_session_has_not_written_yet(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, "Ромашка", due=firm.in_days(1))
    look = PreparedStatement(_TASKS)
    async with firm.work() as work:
        values = {"owner_id": anna, "until": work.now, "most": 9}
        task = (await work.session.scalars(select(Task))).one()
        task.title = "Счёт"
        assert (await look.rows(work.session, values))[0][-1] == "Счёт"
        with work.session.no_autoflush:
            task.title = "Договор"
            assert (await look.rows(work.session, values))[0][-1] == "Счёт"


async def test_changes_and_what_they_return(firm: Firm) -> None:
    anna = await firm.person("Анна")
    add = PreparedStatement(insert(_STEPS).returning(_STEPS.c.id, _STEPS.c.subject))
    mark = PreparedStatement(
        update(_STEPS).where(_STEPS.c.id == bindparam("step")).values(used_at=bindparam("at"))
    )
    values = {"user_id": anna, "code": "plan", "made_at": NOW, "subject": {"до": [1, None]}}
    async with firm.work() as work:
        ((number, subject),) = await add.rows(work.session, values | {"changes": {}})
        assert subject == {"до": [1, None]}
        assert await mark.rows(work.session, {"step": number, "at": NOW}) == ()
    async with firm.work() as work:
        step = await work.session.get_one(UndoStep, number)
        assert (step.made_at, step.used_at, step.subject) == (NOW, NOW, {"до": [1, None]})


async def test_an_error_is_one_of_the_database(firm: Firm) -> None:
    add = PreparedStatement(insert(_STEPS))
    values = {"user_id": 999, "code": "plan", "made_at": NOW, "subject": {}, "changes": {}}
    with pytest.raises(IntegrityError):
        async with firm.work() as work:
            await add.rows(work.session, values)
    async with firm.work() as work:
        assert (await work.session.scalars(select(UndoStep))).all() == []


async def test_what_can_not_be_put_into_words_once(firm: Firm) -> None:
    several = select(Task.id).where(Task.id.in_(bindparam("ids", expanding=True)))
    with_default = insert(cast(Table, Task.__table__))
    async with firm.work() as work:
        with pytest.raises(TypeError, match="a list of its own length"):
            await PreparedStatement(several).rows(work.session, {"ids": [1, 2]})
        with pytest.raises(TypeError, match="can not be prepared"):
            await PreparedStatement(with_default).rows(work.session, {"client_id": 1})


async def test_one_new_row_is_as_many(database: Database) -> None:
    """With what stands where nothing is given, and once under its key."""

    def row(number: int) -> dict[str, object]:
        return {"update_id": number, "chat_id": 1, "raw": "{}", "received_at": NOW}

    async with database.transaction() as session:
        assert await insert_new(session, InboxUpdate, [row(1)], "update_id") == [1]
        assert await insert_new(session, InboxUpdate, [row(1)], "update_id") == []
        both = await insert_new(session, InboxUpdate, [row(1), row(2)], "update_id")
        assert both == [2]
        kept = (await session.scalars(select(InboxUpdate).order_by(InboxUpdate.id))).all()
        assert [(update.update_id, update.tries) for update in kept] == [(1, 0), (2, 0)]
        assert kept[0].received_at == NOW


def test_none_changes_what_undo_watches() -> None:
    """What goes past the mapper is seen by nobody who listens to it."""
    watched = {table.__tablename__ for table in RECORDED}
    changed = {statement.changes for statement in _all_prepared()}
    assert {InboxUpdate.__tablename__, UndoStep.__tablename__} <= changed
    assert not changed & watched
    of_task = PreparedStatement(update(Task).values(title=None))
    assert of_task.changes in watched


def _all_prepared() -> Iterator[PreparedStatement]:
    for found in iter_modules(bot.models.__path__, "bot.models."):
        for value in vars(import_module(found.name)).values():
            if isinstance(value, PreparedStatement):
                yield value
