"""What a tick looks for: statements that are built once, each off an index of its own."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Integer, Select, bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from bot.method.core.terms import Direction, Role, TaskStatus
from bot.method.pool.attempts import ReactivationStatus
from bot.models.base import UtcDateTime
from bot.models.client import Client
from bot.models.gap import Gap
from bot.models.pool import Reactivation
from bot.models.task import Task
from bot.models.user import User

_NOW = bindparam("now", type_=UtcDateTime())
_LIMIT = bindparam("limit", type_=Integer)


def _daily(due_at: InstrumentedAttribute[datetime | None]) -> Select[tuple[int]]:
    due = or_(due_at.is_(None), due_at <= _NOW)
    return select(User.id).where(User.active.is_(True), due)


_DIGESTS, _EVENINGS = _daily(User.digest_due_at), _daily(User.evening_due_at)
_REPORTS = _daily(User.report_due_at).where(User.role.in_(Role.leaders()))
_RECHECKS = (
    select(Client.id).where(Client.recheck_at <= _NOW).order_by(Client.recheck_at).limit(_LIMIT)
)
_REMINDERS = (
    select(Task.id)
    .where(
        Task.status == TaskStatus.OPEN,
        Task.remind_at <= _NOW,
        Task.direction == Direction.OUTBOUND,
    )
    .order_by(Task.remind_at)
    .limit(_LIMIT)
)
_ATTEMPTS = (
    select(Reactivation.client_id)
    .where(Reactivation.status == ReactivationStatus.OPEN, Reactivation.verdict_by <= _NOW)
    .order_by(Reactivation.verdict_by)
    .limit(_LIMIT)
)
_TEAMS = (
    select(User.team_id)
    .join(Gap, Gap.owner_id == User.id)
    .where(Gap.closed_at.is_(None), Gap.next_step_at <= _NOW)
    .union(
        select(User.team_id)
        .join(Task, Task.owner_id == User.id)
        .where(
            Task.status == TaskStatus.OPEN,
            Task.direction == Direction.INBOUND,
            Task.remind_at <= _NOW,
        )
    )
)


async def due_for_digest(session: AsyncSession, now: datetime) -> Sequence[int]:
    """Active people whose digest is due, or whose next one has not been worked out yet."""
    return (await session.scalars(_DIGESTS, {"now": now})).all()


async def due_for_evening(session: AsyncSession, now: datetime) -> Sequence[int]:
    """The same for the evening check and the midnight after it."""
    return (await session.scalars(_EVENINGS, {"now": now})).all()


async def due_for_report(session: AsyncSession, now: datetime) -> Sequence[int]:
    """The same of heads and admins for the report about their people."""
    return (await session.scalars(_REPORTS, {"now": now})).all()


async def clients_to_recheck(session: AsyncSession, now: datetime, limit: int) -> Sequence[int]:
    """Clients whose verdict may have changed by time alone, the longest due first."""
    return (await session.scalars(_RECHECKS, {"now": now, "limit": limit})).all()


async def reminders_due(session: AsyncSession, now: datetime, limit: int) -> Sequence[int]:
    """Open timed tasks whose next reminder is due, the longest due first."""
    return (await session.scalars(_REMINDERS, {"now": now, "limit": limit})).all()


async def overdue_attempts(session: AsyncSession, now: datetime, limit: int) -> Sequence[int]:
    """Clients whose open attempt has had no verdict in time."""
    return (await session.scalars(_ATTEMPTS, {"now": now, "limit": limit})).all()


async def teams_to_tell(session: AsyncSession, now: datetime) -> Sequence[int | None]:
    """Teams (None: people without one) with an open gap whose next step is due at `now`, or with
    an open inbound that somebody is to be told of."""
    return (await session.scalars(_TEAMS, {"now": now})).all()
