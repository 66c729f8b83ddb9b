"""Deals; an active deal is an open one."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.method.terms import DealStatus, LossReason
from bot.models.base import Base, Id, Word
from bot.models.client import Client


class Deal(Base):
    """A deal of a client; it belongs to whoever owns the client.

    `amount` is in minor units of `currency`. `next_due`, `gap_since`, `recheck_at` are kept as
    on the client (R3). A deal without a title is shown by the client's name.
    """

    __tablename__ = "deals"
    __table_args__ = (
        Index(
            "ix_deals_open",
            "client_id",
            sqlite_where=text("status = 'open'"),
            postgresql_where=text("status = 'open'"),
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    title: Mapped[str | None] = mapped_column(String(200))
    status: Mapped[DealStatus] = mapped_column(Word(DealStatus), default=DealStatus.OPEN)
    stage: Mapped[str | None] = mapped_column(String(64))
    amount: Mapped[int | None] = mapped_column(BigInteger)
    currency: Mapped[str | None] = mapped_column(String(3))
    loss_reason: Mapped[LossReason | None] = mapped_column(Word(LossReason))
    next_due: Mapped[date | None]
    gap_since: Mapped[datetime | None]
    recheck_at: Mapped[datetime | None]
    source_key: Mapped[str | None] = mapped_column(String(120), index=True)
    created_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]


async def last_lost_to_pool(session: AsyncSession, client_id: int) -> Sequence[Deal]:
    """The deals that were closed together when the client went to the pool with them."""
    lost = (Deal.client_id == client_id) & (Deal.loss_reason == LossReason.POOL)
    last = select(func.max(Deal.closed_at)).where(lost).scalar_subquery()
    return (await session.scalars(select(Deal).where(lost, Deal.closed_at == last))).all()


async def open_deals(
    session: AsyncSession, owner_id: int, offset: int, limit: int
) -> Sequence[tuple[Deal, Client]]:
    """The owner's open deals: those without a task first, then the largest."""
    query = (
        select(Deal, Client)
        .join(Client, Client.id == Deal.client_id)
        .where(Deal.status == DealStatus.OPEN, Client.owner_id == owner_id)
        .order_by(Deal.gap_since.is_(None), func.coalesce(Deal.amount, 0).desc(), Deal.id)
    )
    return [
        row._tuple() for row in (await session.execute(query.offset(offset).limit(limit))).all()
    ]


async def count_open_deals(session: AsyncSession, owner_id: int) -> int:
    """How many open deals the owner has."""
    query = select(func.count(Deal.id)).join(Client, Client.id == Deal.client_id)
    query = query.where(Deal.status == DealStatus.OPEN, Client.owner_id == owner_id)
    return await session.scalar(query) or 0
