"""What owners ask their heads about clients that are to leave (R5, R7)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import ForeignKey, Index, Select, String, bindparam, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, aliased, mapped_column

from bot.method.core.terms import ClientStatus
from bot.method.pool.leave import LeaveKind, LeaveReason, LeaveState
from bot.models.base import Base, Id, Word
from bot.models.client import Client
from bot.models.user import PeopleScope, User

_ASKED = text("state = 'asked'")

_Row = TypeVar("_Row", bound=tuple[Any, ...])


class LeaveRequest(Base):
    """One request; a client has one at most that waits. The times are UTC."""

    __tablename__ = "leave_requests"
    __table_args__ = (
        Index(
            "uq_leave_requests_asked",
            "client_id",
            unique=True,
            sqlite_where=_ASKED,
            postgresql_where=_ASKED,
        ),
        Index("ix_leave_requests_client", "client_id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"))
    kind: Mapped[LeaveKind] = mapped_column(Word(LeaveKind))
    state: Mapped[LeaveState] = mapped_column(Word(LeaveState))
    owner_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    reason: Mapped[LeaveReason] = mapped_column(Word(LeaveReason))
    comment: Mapped[str | None] = mapped_column(String(300))
    asked_at: Mapped[datetime]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    decided_at: Mapped[datetime | None]
    answer: Mapped[str | None] = mapped_column(String(300))


LeaveRow = tuple[LeaveRequest, Client, User, str | None]
"""A request with its client, who has asked, and the name of who has decided."""

_WAITING_OF_CLIENT = select(LeaveRequest).where(
    LeaveRequest.client_id == bindparam("client_id"), LeaveRequest.state == LeaveState.ASKED
)


async def waiting_request(session: AsyncSession, client_id: int) -> LeaveRequest | None:
    """The request about the client that no head has decided."""
    return (await session.scalars(_WAITING_OF_CLIENT, {"client_id": client_id})).first()


async def leave_row(session: AsyncSession, request_id: int) -> LeaveRow | None:
    """One with all that its screens name."""
    row = (await session.execute(_with_people().where(LeaveRequest.id == request_id))).first()
    return None if row is None else row._tuple()


async def waiting_page(
    session: AsyncSession, scope: PeopleScope, offset: int, limit: int
) -> Sequence[LeaveRow]:
    """Those of these people that still wait, the oldest first."""
    rows = _waiting(_with_people(), scope).order_by(LeaveRequest.asked_at, LeaveRequest.id)
    return [row._tuple() for row in (await session.execute(rows.offset(offset).limit(limit))).all()]


async def count_waiting(
    session: AsyncSession, scope: PeopleScope, since: datetime | None = None
) -> int:
    """How many those are; where `since` (UTC) is given, of those that have waited since then."""
    query = (
        select(func.count(LeaveRequest.id))
        .join(Client, Client.id == LeaveRequest.client_id)
        .join(User, User.id == LeaveRequest.owner_id)
    )
    if since is not None:
        query = query.where(LeaveRequest.asked_at <= since)
    return await session.scalar(_waiting(query, scope)) or 0


def _waiting(rows: Select[_Row], scope: PeopleScope) -> Select[_Row]:
    """Of clients that have left by another way or are somebody else's nothing is asked any more."""
    return rows.where(
        LeaveRequest.state == LeaveState.ASKED,
        Client.status == ClientStatus.ACTIVE,
        Client.owner_id == LeaveRequest.owner_id,
        scope.clause(),
    )


def _with_people() -> Select[tuple[LeaveRequest, Client, User, Any]]:
    by = aliased(User)
    return (
        select(LeaveRequest, Client, User, by.name)
        .join(Client, Client.id == LeaveRequest.client_id)
        .join(User, User.id == LeaveRequest.owner_id)
        .outerjoin(by, by.id == LeaveRequest.decided_by)
    )
