"""The one task of a day that is to be taken next, and how many there are: a single statement.

It says in SQL what `bot.method.day.rounds.following` says of lines: a test holds the two together.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, String, and_, bindparam, case, cast, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction

from bot.method.core.terms import Direction, TaskStatus
from bot.method.day.rounds import SHORTLY
from bot.models.client import Client
from bot.models.deal import Deal
from bot.models.prepared import PreparedStatement
from bot.models.task import FoundTask, Task, task_rows


class place_in(GenericFunction[int]):  # noqa: N801 -- reads as a function of SQL
    """Where the second text stands in the first, from one; zero where it does not."""

    inherit_cache = True


@compiles(place_in)
def _place_in(element: place_in, compiler: SQLCompiler, **options: object) -> str:
    return f"instr({compiler.process(element.clauses, **options)})"


@compiles(place_in, "postgresql")
def _place_in_postgresql(element: place_in, compiler: SQLCompiler, **options: object) -> str:
    return f"strpos({compiler.process(element.clauses, **options)})"


async def next_of_day(
    session: AsyncSession, owner_id: int, now: datetime, today: date, skipped: Sequence[int] = ()
) -> tuple[int | None, int]:
    """The task of the owner's day to take at `now` (UTC) and the number of all of them; no task
    where each waits for its time. What was `skipped` comes last, in that order."""
    row = await _NEXT.first(session, _values(owner_id, now, today, skipped))
    if row is None:
        return None, 0
    task_id, waits, left = row
    return None if waits else task_id, left


async def next_row_of_day(
    session: AsyncSession, owner_id: int, now: datetime, today: date, skipped: Sequence[int]
) -> tuple[FoundTask | None, int]:
    """The same with all that a line shows of the task."""
    row = (await session.execute(_NEXT_ROW, _values(owner_id, now, today, skipped))).first()
    if row is None:
        return None, 0
    task, client, deal, several, waits, left = row._tuple()
    return None if waits else (task, client, deal, several), left


async def waiting_of_day(
    session: AsyncSession, owner_id: int, now: datetime, today: date
) -> Sequence[FoundTask]:
    """The tasks of the owner's day whose time has not come at `now` (UTC), in no order."""
    found = await session.execute(_WAITING, _values(owner_id, now, today, ()))
    return [row._tuple() for row in found.all()]


async def is_of_day(session: AsyncSession, owner_id: int, today: date, task_id: int) -> bool:
    """Whether the task is one of the owner's day."""
    values = {"owner_id": owner_id, "today": today, "task_id": task_id}
    return (await session.execute(_OF_DAY, values)).first() is not None


def _values(owner_id: int, now: datetime, today: date, skipped: Sequence[int]) -> dict[str, object]:
    return {
        "owner_id": owner_id,
        "today": today,
        "now": now,
        "shortly": now + SHORTLY,
        "skipped": "".join(f",{number}," for number in skipped),
    }


def _next(rows: Select[Any]) -> Select[Any]:
    """The first of these rows; each is of a task, its client and its deal."""
    today = bindparam("today", type_=Task.due_on.type)
    inbound = Task.direction == Direction.INBOUND
    timed = and_(Task.due_on == today, Task.due_at.is_not(None))
    waits = case((_waits(), 1), else_=0)
    return (
        rows.add_columns(waits.label("waits"), func.count().over().label("left"))
        .where(*_of_day())
        .order_by(
            waits,
            place_in(bindparam("skipped", type_=String), "," + cast(Task.id, String) + ","),
            case((inbound, 0), (timed, 1), (Task.due_on < today, 2), else_=3),
            case((inbound, Task.arrived_at)),
            case((and_(timed, ~inbound), Task.due_at)),
            case((~inbound, Task.due_on)),
            func.coalesce(Deal.amount, 0).desc(),
            case((Client.client_class.is_(None), 1), else_=0),
            Client.client_class,
            func.coalesce(Client.last_touch_at, Client.created_at),
            Task.id,
        )
        .limit(1)
    )


def _of_day() -> tuple[ColumnElement[bool], ...]:
    today = bindparam("today", type_=Task.due_on.type)
    return (
        Task.owner_id == bindparam("owner_id"),
        Task.status == TaskStatus.OPEN,
        or_(Task.direction == Direction.INBOUND, Task.due_on <= today),
    )


def _waits() -> ColumnElement[bool]:
    """Its time has not come: that to try again, or shortly before the one that was agreed."""
    later = or_(
        and_(Task.attempts > 0, Task.due_at > bindparam("now")),
        and_(Task.attempts == 0, Task.due_at > bindparam("shortly")),
    )
    return and_(Task.due_on.is_not(None), Task.due_at.is_not(None), later)


_NEXT = PreparedStatement(
    _next(
        select(Task.id)
        .join(Client, Client.id == Task.client_id)
        .outerjoin(Deal, Deal.id == Task.deal_id)
    )
)
_NEXT_ROW = _next(task_rows())
_WAITING = task_rows().where(*_of_day(), _waits())
_OF_DAY = select(Task.id).where(Task.id == bindparam("task_id"), *_of_day())
