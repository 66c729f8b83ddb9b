"""What a leader has chosen in the pool: clients that are ticked, and what was looked for (R6)."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, String, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.models.base import Base


class PoolPick(Base):
    """A tick on a client, for its present stay in the pool; `picked_at` is UTC."""

    __tablename__ = "pool_picks"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), primary_key=True)
    picked_at: Mapped[datetime]


class PoolSearch(Base):
    """What somebody has looked for in the pool last, as it was typed."""

    __tablename__ = "pool_searches"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), primary_key=True)
    typed: Mapped[str] = mapped_column(String(100))


async def pick(
    session: AsyncSession, user_id: int, client_ids: Sequence[int], at: datetime
) -> None:
    """Tick these clients; those that are ticked already stay so."""
    for client_id in client_ids:
        await session.merge(PoolPick(user_id=user_id, client_id=client_id, picked_at=at))


async def unpick(
    session: AsyncSession, user_id: int, client_ids: Sequence[int] | None = None
) -> None:
    """Take the ticks off these clients, or off all."""
    query = delete(PoolPick).where(PoolPick.user_id == user_id)
    if client_ids is not None:
        query = query.where(PoolPick.client_id.in_(client_ids))
    await session.execute(query)


async def picked_of(
    session: AsyncSession, user_id: int, client_ids: Sequence[int]
) -> frozenset[int]:
    """Those of the clients that are ticked."""
    query = select(PoolPick.client_id).where(
        PoolPick.user_id == user_id, PoolPick.client_id.in_(client_ids)
    )
    return frozenset(await session.scalars(query))
