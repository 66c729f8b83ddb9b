"""Pauses and locks of clients, asked for and given (R5)."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import (
    ForeignKey,
    Index,
    Integer,
    Select,
    String,
    and_,
    bindparam,
    func,
    or_,
    select,
    text,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, aliased, mapped_column

from bot.method.gaps.reprieve import ReprieveEnd, ReprieveKind, ReprieveReason, ReprieveState
from bot.models.base import Base, Id, UtcDateTime, Word
from bot.models.client import Client
from bot.models.user import PeopleScope, User

_LIVING = text("state IN ('asked', 'running')")
_UNTOLD = text("told_at IS NULL")
_LIVING_STATES = (ReprieveState.ASKED, ReprieveState.RUNNING)


class Reprieve(Base):
    """One pause or lock; of each kind a client has one at most that is asked for or runs.

    `until` is the local date of the owner on which it ends. `due_at` (UTC) is when the bot acts
    on it next: at its end, and after an early end once that can not be taken back any more;
    `told_at` is when nothing was left to do.
    """

    __tablename__ = "reprieves"
    __table_args__ = (
        Index(
            "uq_reprieves_living",
            "client_id",
            "kind",
            unique=True,
            sqlite_where=_LIVING,
            postgresql_where=_LIVING,
        ),
        Index("ix_reprieves_due", "due_at", sqlite_where=_UNTOLD, postgresql_where=_UNTOLD),
        Index("ix_reprieves_client", "client_id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"))
    kind: Mapped[ReprieveKind] = mapped_column(Word(ReprieveKind))
    state: Mapped[ReprieveState] = mapped_column(Word(ReprieveState))
    owner_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    until: Mapped[date]
    reason: Mapped[ReprieveReason] = mapped_column(Word(ReprieveReason))
    comment: Mapped[str | None] = mapped_column(String(300))
    asked_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    asked_at: Mapped[datetime]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    decided_at: Mapped[datetime | None]
    due_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    why_ended: Mapped[ReprieveEnd | None] = mapped_column(Word(ReprieveEnd))
    told_at: Mapped[datetime | None]


_LIVING_OF_CLIENT = (
    select(Reprieve)
    .where(Reprieve.client_id == bindparam("client_id"), Reprieve.state.in_(_LIVING_STATES))
    .order_by(Reprieve.id)
)
DUE_REPRIEVES = (
    select(Reprieve.id)
    .where(
        Reprieve.told_at.is_(None),
        Reprieve.due_at <= bindparam("now", type_=UtcDateTime()),
        Reprieve.state.in_((ReprieveState.RUNNING, ReprieveState.OVER)),
    )
    .order_by(Reprieve.due_at)
    .limit(bindparam("limit", type_=Integer))
)


async def living_of_client(session: AsyncSession, client_id: int) -> Sequence[Reprieve]:
    """What is asked for and what runs of the client."""
    return (await session.scalars(_LIVING_OF_CLIENT, {"client_id": client_id})).all()


async def reprieves_due(session: AsyncSession, now: datetime, limit: int) -> Sequence[int]:
    """Those that end by now, and those that have ended and nobody was told."""
    return (await session.scalars(DUE_REPRIEVES, {"now": now, "limit": limit})).all()


ReprieveRow = tuple[Reprieve, Client, User, str]

_STANDS = or_(
    Reprieve.state == ReprieveState.RUNNING,
    and_(Reprieve.state == ReprieveState.ASKED, Reprieve.owner_id == Client.owner_id),
)
"""A request stands while the client is still whose it was."""


async def running_page(
    session: AsyncSession, kind: ReprieveKind, scope: PeopleScope, offset: int, limit: int
) -> Sequence[ReprieveRow]:
    """Those that stand, with their client, its owner and who has asked or decided: the requests,
    then the next to end."""
    rows = _with_people().where(Reprieve.kind == kind, _STANDS, scope.clause())
    rows = rows.order_by(Reprieve.state != ReprieveState.ASKED, Reprieve.until, Reprieve.id)
    return [row._tuple() for row in (await session.execute(rows.offset(offset).limit(limit))).all()]


async def count_running(session: AsyncSession, kind: ReprieveKind, scope: PeopleScope) -> int:
    """How many those are."""
    return await session.scalar(_standing(scope).where(Reprieve.kind == kind)) or 0


async def count_asked(session: AsyncSession, scope: PeopleScope, since: datetime) -> int:
    """How many pauses have been asked for since then (UTC) at the latest."""
    asked = Reprieve.state == ReprieveState.ASKED, Reprieve.asked_at <= since
    return await session.scalar(_standing(scope).where(*asked)) or 0


def _standing(scope: PeopleScope) -> Select[tuple[int]]:
    """The number of those that stand."""
    return (
        select(func.count(Reprieve.id))
        .join(Client, Client.id == Reprieve.client_id)
        .join(User, User.id == Client.owner_id)
        .where(_STANDS, scope.clause())
    )


async def reprieve_row(session: AsyncSession, reprieve_id: int) -> ReprieveRow | None:
    """One with all that its screens name; None where there is none, or its client has no owner."""
    rows = await session.execute(_with_people().where(Reprieve.id == reprieve_id))
    row = rows.first()
    return None if row is None else row._tuple()


async def rows_of_client(session: AsyncSession, client_id: int) -> Sequence[ReprieveRow]:
    """The same of what is asked for and what runs of the client."""
    rows = _with_people().where(Reprieve.client_id == client_id, Reprieve.state.in_(_LIVING_STATES))
    return [row._tuple() for row in (await session.execute(rows.order_by(Reprieve.id))).all()]


def _with_people() -> Select[tuple[Reprieve, Client, User, str]]:
    by = aliased(User)
    return (
        select(Reprieve, Client, User, by.name)
        .join(Client, Client.id == Reprieve.client_id)
        .join(User, User.id == Client.owner_id)
        .join(by, by.id == func.coalesce(Reprieve.decided_by, Reprieve.asked_by))
    )
