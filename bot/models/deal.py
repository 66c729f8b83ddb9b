"""Deals; an active deal is an open one."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String, func, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.method.core.terms import DealStatus, LossReason
from bot.models.base import Base, Id, Word


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


async def titles_of_deals(
    session: AsyncSession, client_ids: Sequence[int]
) -> Sequence[tuple[int, str]]:
    """The names of these clients' deals, open or not, each with its client."""
    query = select(Deal.client_id, Deal.title).where(
        Deal.client_id.in_(client_ids), Deal.title.is_not(None)
    )
    return [(client_id, title or "") for client_id, title in await session.execute(query)]


async def count_open_deals(session: AsyncSession, client_ids: Sequence[int]) -> Mapping[int, int]:
    """How many open deals each of these clients has."""
    query = select(Deal.client_id, func.count()).where(
        Deal.client_id.in_(client_ids), Deal.status == DealStatus.OPEN
    )
    rows = await session.execute(query.group_by(Deal.client_id))
    return dict([row._tuple() for row in rows.all()])


async def rename_stage_of_deals(session: AsyncSession, before: str, after: str) -> None:
    """Open deals follow when their stage gets another name."""
    here = (Deal.status == DealStatus.OPEN) & (Deal.stage == before)
    await session.execute(update(Deal).where(here).values(stage=after))
