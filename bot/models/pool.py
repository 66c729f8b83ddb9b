"""The pool: former clients with no owner, and the attempts to bring them back (R5, R6)."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.method.terms import PoolReason, ReactivationStatus
from bot.models.base import Base, Id, Word

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
    verdict_by: Mapped[datetime] = mapped_column(index=True)
    ended_at: Mapped[datetime | None]


async def open_stay(session: AsyncSession, client_id: int) -> PoolEntry | None:
    """The client's present stay in the pool."""
    query = select(PoolEntry).where(PoolEntry.client_id == client_id, PoolEntry.left_at.is_(None))
    return (await session.scalars(query.order_by(PoolEntry.id.desc()).limit(1))).first()


async def open_reactivation(session: AsyncSession, client_id: int) -> Reactivation | None:
    """The client's present attempt."""
    query = select(Reactivation).where(
        Reactivation.client_id == client_id,
        Reactivation.status == ReactivationStatus.OPEN,
    )
    return (await session.scalars(query)).first()
