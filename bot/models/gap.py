"""Gaps: coverage is missing, since when, and how far it has been pushed (R5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import (
    ForeignKey,
    Index,
    Integer,
    Select,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
    text,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.method.core.terms import GapClose, GapReason, GapStep
from bot.method.gaps.ladder import LadderStep
from bot.models.base import Base, Id, UtcDateTime, Word
from bot.models.client import Client
from bot.models.deal import Deal
from bot.models.user import PeopleScope, User

_Row = TypeVar("_Row", bound=tuple[Any, ...])

_OPEN_CLIENT = text("closed_at IS NULL AND deal_id IS NULL")
_OPEN_DEAL = text("closed_at IS NULL AND deal_id IS NOT NULL")
_OPEN = text("closed_at IS NULL")
_HUSHED = text("quiet_until IS NOT NULL")


class Gap(Base):
    """At most one open gap for a deal, and for a client without an open deal.

    All times are UTC. `asked_at`, `nudged_at` and `escalated_at` are those of delivery: when the
    person has seen it, in a message or by a tap; `named_at` is when a morning last named it before
    the reminder. `decided_at` is when the last of those messages
    was decided, `on_its_way` which of the two steps waits for its delivery; nothing else happens
    to the gap until then. `held_until` is the end of what holds the ladder back (an open inbound:
    its deadline, or when it was done). `day_given_until` is a delay granted by the head,
    `locked_until` one of the automatic pool only.
    `quiet_until` is until when a gap that an import made is one line instead of reminders.
    `next_step_at` is when the ladder moves next, already in the owner's working time.
    """

    __tablename__ = "gaps"
    __table_args__ = (
        Index(
            "uq_gaps_open_client",
            "client_id",
            unique=True,
            sqlite_where=_OPEN_CLIENT,
            postgresql_where=_OPEN_CLIENT,
        ),
        Index(
            "uq_gaps_open_deal",
            "deal_id",
            unique=True,
            sqlite_where=_OPEN_DEAL,
            postgresql_where=_OPEN_DEAL,
        ),
        Index("ix_gaps_next_step", "next_step_at", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_gaps_owner_closed", "owner_id", "closed_at"),
        Index("ix_gaps_owner", "owner_id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_gaps_quiet", "quiet_until", sqlite_where=_HUSHED, postgresql_where=_HUSHED),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    deal_id: Mapped[int | None] = mapped_column(ForeignKey("deals.id"))
    owner_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    reason: Mapped[GapReason] = mapped_column(Word(GapReason))
    step: Mapped[GapStep] = mapped_column(Word(GapStep), default=GapStep.OPENED)
    opened_at: Mapped[datetime]
    held_until: Mapped[datetime | None]
    asked_at: Mapped[datetime | None]
    named_at: Mapped[datetime | None]
    nudged_at: Mapped[datetime | None]
    escalated_at: Mapped[datetime | None]
    decided_at: Mapped[datetime | None]
    on_its_way: Mapped[LadderStep | None] = mapped_column(Word(LadderStep))
    day_given_until: Mapped[datetime | None]
    locked_until: Mapped[datetime | None]
    quiet_until: Mapped[datetime | None]
    next_step_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    close_reason: Mapped[GapClose | None] = mapped_column(Word(GapClose))


async def due_gaps(
    session: AsyncSession, team_id: int | None, now: datetime, limit: int
) -> Sequence[tuple[Gap, User]]:
    """Open gaps of the team whose next step is due, oldest first, locked, with their owners."""
    query = (
        select(Gap, User)
        .join(User, User.id == Gap.owner_id)
        .where(Gap.closed_at.is_(None), Gap.next_step_at <= now, User.team_id == team_id)
        .order_by(Gap.opened_at, Gap.id)
        .limit(limit)
        .with_for_update(of=Gap)
    )
    return [row._tuple() for row in (await session.execute(query)).all()]


async def gaps_with_owners(
    session: AsyncSession, gap_ids: Sequence[int]
) -> Sequence[tuple[Gap, User]]:
    """These gaps, closed ones too, locked, with their owners."""
    if not gap_ids:
        return []
    query = select(Gap, User).join(User, User.id == Gap.owner_id).where(Gap.id.in_(gap_ids))
    query = query.order_by(Gap.opened_at, Gap.id).with_for_update(of=Gap)
    return [row._tuple() for row in (await session.execute(query)).all()]


async def gaps_on_their_way(session: AsyncSession) -> Sequence[tuple[int, LadderStep]]:
    """Open gaps that wait for a message about them, and of which step."""
    query = select(Gap.id, Gap.on_its_way).where(Gap.closed_at.is_(None))
    rows = (await session.execute(query.where(Gap.on_its_way.is_not(None)))).all()
    return [(gap_id, step) for gap_id, step in rows if step is not None]


@dataclass(frozen=True)
class GapScope:
    """Whose gaps: of one owner, of these people, or of everybody where both are None.

    `loud_at` (UTC) leaves out what an import has muted at that moment.
    """

    owner_id: int | None = None
    people: PeopleScope | None = None
    loud_at: datetime | None = None

    @property
    def values(self) -> dict[str, object]:
        """What the statements of its shape are given."""
        return {"owner": self.owner_id, "loud_at": self.loud_at}

    @property
    def shape(self) -> "_Shape":
        """All of it that a statement is made of."""
        return _Shape(self.owner_id is not None, self.people, self.loud_at is not None)


class _Shape(NamedTuple):
    """A statement of one person's gaps is the same for everybody, of a team's for its head."""

    of_owner: bool
    people: PeopleScope | None
    loud: bool


GapRow = tuple[Gap, Client, Deal | None, User]

_ORDER = (func.coalesce(Deal.amount, 0).desc(), Gap.opened_at, Gap.id)
"""The largest sums first, then the oldest."""
_SHAPES = 64
"""Statements that are kept: to build one takes as long as to run it."""
_OWNER = bindparam("owner", type_=Integer)
_LOUD_AT, _NOW = (bindparam(name, type_=UtcDateTime()) for name in ("loud_at", "now"))
_OFFSET, _LIMIT = (bindparam(name, type_=Integer) for name in ("offset", "limit"))


async def open_gaps(
    session: AsyncSession, scope: GapScope, offset: int, limit: int
) -> Sequence[GapRow]:
    """Open gaps with their client, deal and owner: the largest sums first, then the oldest."""
    page = {"offset": offset, "limit": limit}
    rows = await session.execute(_page_of(scope.shape), scope.values | page)
    return [row._tuple() for row in rows.all()]


async def open_gaps_of(session: AsyncSession, gap_ids: Sequence[int]) -> Sequence[GapRow]:
    """Those of the given gaps that are still open, in the same order."""
    query = _gap_rows(GapScope().shape).where(Gap.id.in_(gap_ids))
    return [row._tuple() for row in (await session.execute(query)).all()]


async def gap_totals(
    session: AsyncSession, scope: GapScope
) -> Mapping[str | None, tuple[int, int]]:
    """By currency (None: no deal or no sum): how many open gaps, and their deals' total sum."""
    rows = (await session.execute(_totals_of(scope.shape), scope.values)).all()
    return {currency: (count, int(amount or 0)) for currency, count, amount in rows}


async def muted_bases(
    session: AsyncSession, scope: GapScope, now: datetime
) -> Sequence[tuple[str, int, int]]:
    """By owner, whose name it is: how many gaps that an import has muted till after `now` still
    wait, and how many there were."""
    values = scope.values | {"now": now}
    rows = (await session.execute(_muted_of(scope.shape), values)).all()
    return [(name, int(left), total) for name, left, total in rows if left]


@lru_cache(maxsize=_SHAPES)
def _page_of(shape: _Shape) -> Select[tuple[Gap, Client, Deal, User]]:
    """The few of the page are chosen first: of all the others nothing more is read or sorted."""
    chosen = _open(select(Gap.id), shape).order_by(*_ORDER).offset(_OFFSET).limit(_LIMIT)
    numbers = chosen.subquery("chosen")
    return _gap_rows(GapScope().shape).join(numbers, numbers.c.id == Gap.id)


@lru_cache(maxsize=_SHAPES)
def _totals_of(shape: _Shape) -> Select[tuple[str | None, int, int | None]]:
    total = func.coalesce(func.sum(Deal.amount), 0)
    query = select(Deal.currency, func.count(), total).select_from(Gap)
    return _open(query, shape).group_by(Deal.currency)


@lru_cache(maxsize=_SHAPES)
def _muted_of(shape: _Shape) -> Select[tuple[str, int, int]]:
    waits = case((and_(Gap.closed_at.is_(None), Gap.asked_at.is_(None)), 1), else_=0)
    query = (
        select(User.name, func.sum(waits), func.count())
        .select_from(Gap)
        .join(User, User.id == Gap.owner_id)
        .where(Gap.quiet_until > _NOW)
        .group_by(User.id, User.name)
        .order_by(User.name, User.id)
    )
    return _of(query, shape)


def _gap_rows(shape: _Shape) -> Select[tuple[Gap, Client, Deal, User]]:
    query = select(Gap, Client, Deal, User).select_from(Gap)
    query = _open(query.join(Client, Client.id == Gap.client_id), shape)
    return query.order_by(*_ORDER)


def _open(query: Select[_Row], shape: _Shape) -> Select[_Row]:
    query = query.outerjoin(Deal, Deal.id == Gap.deal_id).join(User, User.id == Gap.owner_id)
    query = query.where(Gap.closed_at.is_(None))
    if shape.loud:
        loud = or_(Gap.quiet_until.is_(None), Gap.quiet_until <= _LOUD_AT)
        query = query.where(or_(Gap.asked_at.is_not(None), loud))
    return _of(query, shape)


def _of(query: Select[_Row], shape: _Shape) -> Select[_Row]:
    if shape.of_owner:
        query = query.where(Gap.owner_id == _OWNER)
    if shape.people is not None:
        query = query.where(shape.people.clause())
    return query
