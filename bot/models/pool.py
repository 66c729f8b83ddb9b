"""The pool: former clients with no owner, and the attempts to bring them back (R5, R6)."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, bindparam, distinct, exists, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.method.core.terms import Event, PoolReason
from bot.method.pool.attempts import ReactivationStatus
from bot.method.pool.leave import LeaveState
from bot.models.base import Base, Id, Word
from bot.models.leave_request import LeaveRequest
from bot.models.timeline import TimelineEntry

_OPEN = text("status = 'open'")


class PoolEntry(Base):
    """One stay in the pool; `from_user_id` let the client go and does not get it back soon."""

    __tablename__ = "pool_entries"
    __table_args__ = (Index("ix_pool_entries_client", "client_id", "entered_at"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"))
    from_user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    reason: Mapped[PoolReason] = mapped_column(Word(PoolReason))
    comment: Mapped[str | None] = mapped_column(String(300))
    entered_at: Mapped[datetime]
    left_at: Mapped[datetime | None]


class Reactivation(Base):
    """One attempt: who, since when, first touch and verdict by when (UTC), and how it ended."""

    __tablename__ = "reactivations"
    __table_args__ = (
        Index(
            "uq_reactivations_open",
            "client_id",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
        Index("ix_reactivations_user", "user_id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_reactivations_verdict", "verdict_by", sqlite_where=_OPEN, postgresql_where=_OPEN),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    attempt: Mapped[int]
    status: Mapped[ReactivationStatus] = mapped_column(
        Word(ReactivationStatus), default=ReactivationStatus.OPEN
    )
    started_at: Mapped[datetime]
    first_touch_by: Mapped[datetime]
    verdict_by: Mapped[datetime]
    ended_at: Mapped[datetime | None]


async def open_stay(session: AsyncSession, client_id: int) -> PoolEntry | None:
    """The client's present stay in the pool."""
    query = select(PoolEntry).where(PoolEntry.client_id == client_id, PoolEntry.left_at.is_(None))
    return (await session.scalars(query.order_by(PoolEntry.id.desc()).limit(1))).first()


_OPEN_OF_CLIENT = select(Reactivation).where(
    Reactivation.client_id == bindparam("client_id"),
    Reactivation.status == ReactivationStatus.OPEN,
)


async def open_reactivation(session: AsyncSession, client_id: int) -> Reactivation | None:
    """The client's present attempt."""
    return (await session.scalars(_OPEN_OF_CLIENT, {"client_id": client_id})).first()


async def open_attempts_of(
    session: AsyncSession, client_ids: Sequence[int]
) -> Sequence[Reactivation]:
    """The present attempts of these clients, by their numbers."""
    query = select(Reactivation).where(
        Reactivation.client_id.in_(client_ids), Reactivation.status == ReactivationStatus.OPEN
    )
    return (await session.scalars(query.order_by(Reactivation.id))).all()


async def who_let_go(
    session: AsyncSession, client_ids: Sequence[int], since: datetime
) -> Mapping[int, frozenset[int]]:
    """Everybody who let each client go since then, not only the last one."""
    query = select(PoolEntry.client_id, PoolEntry.from_user_id).where(
        PoolEntry.client_id.in_(client_ids),
        PoolEntry.entered_at > since,
        PoolEntry.from_user_id.is_not(None),
    )
    found: dict[int, set[int]] = {}
    for client_id, user_id in (await session.execute(query)).all():
        found.setdefault(client_id, set()).add(user_id)
    return {client_id: frozenset(people) for client_id, people in found.items()}


async def open_attempts_by_user(session: AsyncSession) -> Mapping[int, int]:
    """How many reactivations each person has open."""
    query = (
        select(Reactivation.user_id, func.count())
        .where(Reactivation.status == ReactivationStatus.OPEN)
        .group_by(Reactivation.user_id)
    )
    return dict([row._tuple() for row in (await session.execute(query)).all()])


async def taken_since(session: AsyncSession, user_id: int, since: datetime, but: int) -> int:
    """How many clients the person has taken by himself since then, whatever became of them: one
    that was given back, or the taking of it taken back, counts as well. `but` this client."""
    query = select(func.count(distinct(TimelineEntry.client_id))).where(
        TimelineEntry.actor_id == user_id,
        TimelineEntry.event == Event.REACTIVATION,
        TimelineEntry.at >= since,
        TimelineEntry.client_id != but,
        TimelineEntry.data["to"].as_integer() == user_id,
    )
    return await session.scalar(query) or 0


async def released_since(session: AsyncSession, user_id: int, since: datetime) -> int:
    """How many clients the person has let go by hand since then, without asking a head."""
    by_hand = PoolEntry.reason.in_(PoolReason.of_owner())
    granted = exists().where(
        LeaveRequest.client_id == PoolEntry.client_id,
        LeaveRequest.decided_at == PoolEntry.entered_at,
        LeaveRequest.state == LeaveState.GRANTED,
    )
    query = select(func.count()).where(
        PoolEntry.from_user_id == user_id, PoolEntry.entered_at >= since, by_hand, ~granted
    )
    return await session.scalar(query) or 0
