"""How each working day of each person ended (R10, R12)."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, ForeignKey, UniqueConstraint, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.method.core.terms import Direction, TaskStatus
from bot.models.base import Base, Id
from bot.models.client import Client
from bot.models.task import Task


class DayRecord(Base):
    """One person's working day by the local date: clean is no inbound and nothing due left.

    `left` tasks were open at the evening check (`at`, UTC), `done` were worked off that day. A
    day whose rest was worked off between the check and midnight is clean all the same.
    `subjects` are the deals and clients that wanted a plan at `measured_at` (UTC, the midnight in
    the end), `uncovered` those of them without one, `overdue` the outbound tasks left behind.
    """

    __tablename__ = "day_records"
    __table_args__ = (UniqueConstraint("user_id", "on", name="uq_day_records_user_on"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    on: Mapped[date]
    clean: Mapped[bool]
    left: Mapped[int]
    done: Mapped[int]
    at: Mapped[datetime]
    subjects: Mapped[int | None]
    uncovered: Mapped[int | None]
    overdue: Mapped[int | None]
    measured_at: Mapped[datetime | None]


async def has_clients(session: AsyncSession, user_id: int) -> bool:
    """Whether the person owns any client: else there is no day to judge."""
    query = select(Client.id).where(Client.owner_id == user_id).limit(1)
    return await session.scalar(query) is not None


async def record_of(session: AsyncSession, user_id: int, on: date) -> DayRecord | None:
    """This day of the person, if it has been recorded."""
    query = select(DayRecord).where(DayRecord.user_id == user_id, DayRecord.on == on)
    return (await session.scalars(query)).first()


async def last_record(session: AsyncSession, user_id: int) -> DayRecord | None:
    """The latest day of the person that has been recorded."""
    query = select(DayRecord).where(DayRecord.user_id == user_id).order_by(DayRecord.on.desc())
    return (await session.scalars(query.limit(1))).first()


async def count_caught_up(
    session: AsyncSession, user_id: int, on: date, since: datetime, until: datetime
) -> int:
    """Of those open at `since`, how many were closed before `until`; a task moved on is not."""
    closed = (Task.closed_at > since) & (Task.closed_at < until)
    return await _count(session, user_id, _of_day(on), Task.created_at <= since, closed)


async def count_done(session: AsyncSession, user_id: int, since: datetime, until: datetime) -> int:
    """How many tasks were worked off in this time."""
    done = (Task.closed_at >= since) & (Task.closed_at < until)
    return await _count(session, user_id, Task.status == TaskStatus.DONE, done)


async def done_by_owner(
    session: AsyncSession, owner_ids: Sequence[int], since: datetime, until: datetime
) -> dict[int, int]:
    """The same of many people; those without any are not in it."""
    done = (Task.closed_at >= since) & (Task.closed_at < until)
    query = (
        select(Client.owner_id, func.count())
        .join(Task, Task.client_id == Client.id)
        .where(Client.owner_id.in_(owner_ids), Task.status == TaskStatus.DONE, done)
        .group_by(Client.owner_id)
    )
    rows = (await session.execute(query)).all()
    return {owner_id: count for owner_id, count in rows if owner_id is not None}


def _of_day(on: date) -> ColumnElement[bool]:
    return or_(Task.direction == Direction.INBOUND, Task.due_on <= on)


async def _count(session: AsyncSession, owner_id: int, *which: ColumnElement[bool]) -> int:
    # Over the person's clients: closed tasks have an index by client only.
    clients = select(Client.id).where(Client.owner_id == owner_id)
    query = select(func.count()).select_from(Task).where(Task.client_id.in_(clients), *which)
    return await session.scalar(query) or 0
