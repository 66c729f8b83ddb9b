"""Clients, and the ways to reach them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.method.terms import ClientKind, ClientStatus, ContactKind
from bot.models.base import Base, Id, Word

_UNCOVERED = text("status = 'active' AND gap_since IS NOT NULL")


class Client(Base):
    """A person or a company, customer or supplier (R13).

    `next_due` is the local date of the earliest open outbound task that counts (R2: of the
    deals while one is open, else of the client itself). `gap_since` is the UTC instant of the
    oldest open gap of the client or its deals; `recheck_at` the UTC instant at which the
    verdict may change by time alone. All three are recomputed, never incremented.
    """

    __tablename__ = "clients"
    __table_args__ = (
        Index(
            "ix_clients_uncovered",
            "owner_id",
            "gap_since",
            sqlite_where=_UNCOVERED,
            postgresql_where=_UNCOVERED,
        ),
        Index(
            "ix_clients_pool",
            "pooled_at",
            sqlite_where=text("status = 'pool'"),
            postgresql_where=text("status = 'pool'"),
        ),
        Index("ix_clients_owner_name", "owner_id", "status", "name_folded"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    kind: Mapped[ClientKind] = mapped_column(Word(ClientKind), default=ClientKind.CUSTOMER)
    status: Mapped[ClientStatus] = mapped_column(Word(ClientStatus), default=ClientStatus.ACTIVE)
    name: Mapped[str] = mapped_column(String(200))
    name_folded: Mapped[str] = mapped_column(String(200), index=True)
    company: Mapped[str | None] = mapped_column(String(200))
    client_class: Mapped[str | None] = mapped_column(String(1))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    next_due: Mapped[date | None]
    gap_since: Mapped[datetime | None]
    recheck_at: Mapped[datetime | None] = mapped_column(index=True)
    last_touch_at: Mapped[datetime | None]
    pooled_at: Mapped[datetime | None]
    cooldown_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    note: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime]


class ContactPoint(Base):
    """A phone (E.164), an e-mail (lower case), a Telegram id or handle, or a remembered alias."""

    __tablename__ = "contact_points"
    __table_args__ = (Index("ix_contact_points_value", "kind", "value"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    kind: Mapped[ContactKind] = mapped_column(Word(ContactKind))
    value: Mapped[str] = mapped_column(String(200))
    extension: Mapped[str | None] = mapped_column(String(16))


async def clients_to_recheck(session: AsyncSession, now: datetime, limit: int) -> Sequence[int]:
    """Clients whose verdict may have changed by time alone, the longest due first."""
    query = select(Client.id).where(Client.recheck_at <= now).order_by(Client.recheck_at)
    return (await session.scalars(query.limit(limit))).all()


async def portfolios(session: AsyncSession) -> Mapping[int, int]:
    """How many active customers each person has; suppliers do not count."""
    query = (
        select(Client.owner_id, func.count())
        .where(Client.status == ClientStatus.ACTIVE, Client.kind == ClientKind.CUSTOMER)
        .group_by(Client.owner_id)
    )
    rows = (await session.execute(query)).all()
    return {owner_id: count for owner_id, count in rows if owner_id is not None}
