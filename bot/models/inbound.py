"""Open inbound tasks: of a client, and those that wait too long (R9)."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.method.core.terms import Direction, TaskStatus
from bot.models.task import FoundTask, Task, task_rows
from bot.models.user import User

LateRow = tuple[FoundTask, User]

_OPEN = (Task.status == TaskStatus.OPEN, Task.direction == Direction.INBOUND)


async def open_inbound_of(session: AsyncSession, client_id: int) -> Task | None:
    """The client's open inbound that has waited longest."""
    query = select(Task).where(*_OPEN, Task.client_id == client_id).order_by(Task.id).limit(1)
    return (await session.scalars(query)).first()


async def planned_before(session: AsyncSession, inbound: Task) -> Task | None:
    """The earliest open task that was planned with the client before this inbound was worked off;
    not that of a reactivation, which has a verdict of its own."""
    query = select(Task).where(
        Task.client_id == inbound.client_id,
        Task.status == TaskStatus.OPEN,
        Task.direction == Direction.OUTBOUND,
        Task.reactivation_id.is_(None),
        Task.created_at < inbound.closed_at,
    )
    return (await session.scalars(query.order_by(Task.due_on, Task.id).limit(1))).first()


async def late_inbound(
    session: AsyncSession, team_id: int | None, now: datetime, limit: int
) -> Sequence[tuple[Task, User]]:
    """The team's, the longest due first, with their owners; what somebody works on is skipped."""
    query = (
        select(Task, User)
        .join(User, User.id == Task.owner_id)
        .where(*_OPEN, Task.remind_at <= now, User.team_id == team_id)
        .order_by(Task.remind_at, Task.id)
        .limit(limit)
        .with_for_update(of=Task, skip_locked=True)
    )
    return [row._tuple() for row in (await session.execute(query)).all()]


async def late_of_owner(session: AsyncSession, owner_id: int, now: datetime) -> Sequence[Task]:
    """The owner's open inbound that has waited longer than its deadline, locked."""
    query = select(Task).where(*_OPEN, Task.owner_id == owner_id, Task.deadline_at <= now)
    return (await session.scalars(query.order_by(Task.id).with_for_update())).all()


async def inbound_with_owners(
    session: AsyncSession, task_ids: Sequence[int]
) -> Sequence[tuple[Task, User]]:
    """Those of the given inbound tasks that are still open, locked, with their owners."""
    if not task_ids:
        return []
    query = select(Task, User).join(User, User.id == Task.owner_id)
    query = query.where(*_OPEN, Task.id.in_(task_ids)).order_by(Task.id)
    query = query.with_for_update(of=Task)
    return [row._tuple() for row in (await session.execute(query)).all()]


async def inbound_rows(session: AsyncSession, task_ids: Sequence[int]) -> Sequence[LateRow]:
    """Those of the given inbound tasks that are still open, the longest waiting first."""
    query = (
        task_rows()
        .add_columns(User)
        .join(User, User.id == Task.owner_id)
        .where(*_OPEN, Task.id.in_(task_ids))
        .order_by(Task.arrived_at, Task.id)
    )
    rows = [row._tuple() for row in (await session.execute(query)).all()]
    return [(row[:-1], row[-1]) for row in rows]
