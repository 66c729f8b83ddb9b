"""What a tick looks for: statements that are built once, each off an index of its own."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    ColumnElement,
    Date,
    Integer,
    Select,
    and_,
    bindparam,
    or_,
    select,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from bot.method.core.terms import Direction, Role, TaskStatus
from bot.method.people.vacation import Told
from bot.method.pool.attempts import ReactivationStatus
from bot.models.base import UtcDateTime
from bot.models.client import Client
from bot.models.gap import Gap
from bot.models.pool import Reactivation
from bot.models.task import Task
from bot.models.user import NOT_TOLD, User

_NOW = bindparam("now", type_=UtcDateTime())
_LATEST = bindparam("latest", type_=Date)
_LIMIT = bindparam("limit", type_=Integer)


Looks = tuple[Select[tuple[int]], Select[tuple[int]]]


def _daily(due_at: InstrumentedAttribute[datetime | None], *whose: ColumnElement[bool]) -> Looks:
    """Those for whom it has not been worked out yet, and those for whom it is past. Apart: an
    index of some people only serves no OR on SQLite."""
    active = select(User.id).where(User.active.is_(True), *whose)
    return active.where(due_at.is_(None)), active.where(due_at <= _NOW)


DIGESTS, EVENINGS = _daily(User.digest_due_at), _daily(User.evening_due_at)
REPORTS = _daily(User.report_due_at, User.role.in_(Role.leaders()))
_DIGESTS, _EVENINGS, _REPORTS = union_all(*DIGESTS), union_all(*EVENINGS), union_all(*REPORTS)
VACATIONS = (
    select(User)
    .where(
        User.active.is_(True),
        NOT_TOLD,
        or_(
            User.away_told.is_(None),
            and_(User.away_told == Told.SOON, User.away_from <= _LATEST),
            and_(User.away_told == Told.BEGAN, User.away_until < _LATEST),
        ),
    )
    .order_by(User.away_until, User.id)
)
RECHECKS = (
    select(Client.id).where(Client.recheck_at <= _NOW).order_by(Client.recheck_at).limit(_LIMIT)
)
_TASK_IS_DUE = Task.status == TaskStatus.OPEN, Task.remind_at <= _NOW
TASKS = select(Task.id).where(*_TASK_IS_DUE)
"""Of both directions: so few inbounds are open that a database would rather look through all."""
_REMINDERS = (
    TASKS.where(Task.direction == Direction.OUTBOUND).order_by(Task.remind_at).limit(_LIMIT)
)
ATTEMPTS = (
    select(Reactivation.client_id)
    .where(Reactivation.status == ReactivationStatus.OPEN, Reactivation.verdict_by <= _NOW)
    .order_by(Reactivation.verdict_by)
    .limit(_LIMIT)
)
_GAP_IS_DUE = Gap.closed_at.is_(None), Gap.next_step_at <= _NOW
GAPS = select(Gap.id).where(*_GAP_IS_DUE)
_TEAMS = (
    select(User.team_id)
    .join(Gap, Gap.owner_id == User.id)
    .where(*_GAP_IS_DUE)
    .union(
        select(User.team_id)
        .join(Task, Task.owner_id == User.id)
        .where(*_TASK_IS_DUE, Task.direction == Direction.INBOUND)
    )
)


def moments(now: datetime) -> dict[str, object]:
    """What the looks of this moment (UTC) are given: no local date is later than `latest`."""
    return {"now": now, "latest": (now.astimezone(UTC) + timedelta(days=1)).date()}


async def due_for_digest(session: AsyncSession, now: datetime) -> Sequence[int]:
    """Active people whose digest is due, or whose next one has not been worked out yet."""
    return (await session.scalars(_DIGESTS, {"now": now})).all()


async def due_for_evening(session: AsyncSession, now: datetime) -> Sequence[int]:
    """The same for the evening check and the midnight after it."""
    return (await session.scalars(_EVENINGS, {"now": now})).all()


async def due_for_report(session: AsyncSession, now: datetime) -> Sequence[int]:
    """The same of heads and admins for the report about their people."""
    return (await session.scalars(_REPORTS, {"now": now})).all()


async def vacations_to_look_at(session: AsyncSession, now: datetime) -> Sequence[User]:
    """Active people of whose vacation somebody may have to be told, wherever they are."""
    return (await session.scalars(VACATIONS, moments(now))).all()


async def clients_to_recheck(session: AsyncSession, now: datetime, limit: int) -> Sequence[int]:
    """Clients whose verdict may have changed by time alone, the longest due first."""
    return (await session.scalars(RECHECKS, {"now": now, "limit": limit})).all()


async def reminders_due(session: AsyncSession, now: datetime, limit: int) -> Sequence[int]:
    """Open timed tasks whose next reminder is due, the longest due first."""
    return (await session.scalars(_REMINDERS, {"now": now, "limit": limit})).all()


async def overdue_attempts(session: AsyncSession, now: datetime, limit: int) -> Sequence[int]:
    """Clients whose open attempt has had no verdict in time."""
    return (await session.scalars(ATTEMPTS, {"now": now, "limit": limit})).all()


async def teams_to_tell(session: AsyncSession, now: datetime) -> Sequence[int | None]:
    """Teams (None: people without one) with an open gap whose next step is due at `now`, or with
    an open inbound that somebody is to be told of."""
    return (await session.scalars(_TEAMS, {"now": now})).all()
