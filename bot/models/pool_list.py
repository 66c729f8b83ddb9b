"""Lists of clients that nobody has: the pool, page by page and filtered, and the lost (R6, R7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, and_, exists, false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.method.core.terms import ClientStatus, Event, PoolReason
from bot.method.pool.filters import EVERYBODY, OLD, PoolChoice, PoolFilter
from bot.models.client import Client
from bot.models.pool import PoolEntry
from bot.models.pool_pick import PoolPick
from bot.models.timeline import TimelineEntry
from bot.models.user import User

_Row = TypeVar("_Row", bound=tuple[Any, ...])
_MOST_GIVERS = 8
_LONGEST_NUMBER = 9

_REASONS: Mapping[PoolFilter, tuple[PoolReason, ...]] = {
    PoolFilter.NO_PLAN: (PoolReason.NO_PLAN,),
    PoolFilter.RELEASED: PoolReason.of_owner(),
    PoolFilter.DECIDED: (PoolReason.HEAD_DECIDED, PoolReason.OWNER_LEFT, PoolReason.RESTORED),
    PoolFilter.FAILED: (PoolReason.REACTIVATION_FAILED, PoolReason.REACTIVATION_EXPIRED),
}


@dataclass(frozen=True)
class PoolQuery:
    """Clients of the pool that fit the choice at `now`, with so many `attempts` a client; of those
    who were there at `until` where that is given. Both are UTC. `reader_id` is whose ticks count,
    `sought` the folded name, or the number, that he has looked for."""

    now: datetime
    attempts: int
    choice: PoolChoice = EVERYBODY
    until: datetime | None = None
    reader_id: int | None = None
    sought: str | None = None


async def pool_page(
    session: AsyncSession, query: PoolQuery, offset: int, limit: int
) -> Sequence[tuple[Client, PoolEntry | None, User | None]]:
    """The longest waiting first, with the present stay and who let go."""
    rows = _fitting(select(Client, PoolEntry, User), query).order_by(Client.pooled_at, Client.id)
    return [row._tuple() for row in (await session.execute(rows.offset(offset).limit(limit))).all()]


async def pool_counts(session: AsyncSession, query: PoolQuery) -> Mapping[PoolFilter, int]:
    """How many clients each filter shows, of the same giver."""
    counts = [func.count().filter(_fits(only, query)) for only in PoolFilter]
    whole = replace(query, choice=replace(query.choice, only=PoolFilter.ALL))
    row = (await session.execute(_fitting(select(*counts).select_from(Client), whole))).one()
    return dict(zip(PoolFilter, row, strict=True))


async def pool_size(session: AsyncSession, query: PoolQuery) -> int:
    """How many clients fit."""
    rows = _fitting(select(func.count()).select_from(Client), query)
    return await session.scalar(rows) or 0


async def least_tried(
    session: AsyncSession, query: PoolQuery, limit: int
) -> Sequence[tuple[Client, int | None]]:
    """Those that fit with the team they came from: least tried, longest waiting first."""
    rows = _fitting(select(Client, User.team_id), query)
    rows = rows.order_by(Client.attempts, Client.pooled_at, Client.id).limit(limit)
    return [row._tuple() for row in (await session.execute(rows)).all()]


async def gaps_by_owner(session: AsyncSession) -> Mapping[int, int]:
    """How many clients of each person are without a task, their own or on a deal."""
    query = select(Client.owner_id, func.count()).where(
        Client.status == ClientStatus.ACTIVE, Client.gap_since.is_not(None)
    )
    rows = (await session.execute(query.group_by(Client.owner_id))).all()
    return {owner: count for owner, count in rows if owner is not None}


async def pooled_called(session: AsyncSession, name: str, limit: int) -> Sequence[int]:
    """So many clients of the pool whose folded names have this in them."""
    query = select(Client.id).where(
        Client.status == ClientStatus.POOL, Client.name_folded.contains(name, autoescape=True)
    )
    return (await session.scalars(query.order_by(Client.pooled_at, Client.id).limit(limit))).all()


async def givers(session: AsyncSession) -> Sequence[tuple[int, str, int]]:
    """Whose the clients of the pool were, by id and name, who left the most first."""
    count = func.count()
    query = (
        select(User.id, User.name, count)
        .select_from(PoolEntry)
        .join(Client, (Client.id == PoolEntry.client_id) & (Client.status == ClientStatus.POOL))
        .join(User, User.id == PoolEntry.from_user_id)
        .where(PoolEntry.left_at.is_(None))
        .group_by(User.id, User.name)
        .order_by(count.desc(), User.id)
        .limit(_MOST_GIVERS)
    )
    return [row._tuple() for row in (await session.execute(query)).all()]


async def lost_page(
    session: AsyncSession, offset: int, limit: int
) -> Sequence[tuple[Client, TimelineEntry | None, User | None]]:
    """Clients lost for good, the latest first, with the decision and whose it was."""
    last = (
        select(func.max(TimelineEntry.id))
        .where(TimelineEntry.client_id == Client.id, TimelineEntry.event == Event.LOST)
        .correlate(Client)
        .scalar_subquery()
    )
    query = (
        select(Client, TimelineEntry, User)
        .outerjoin(TimelineEntry, TimelineEntry.id == last)
        .outerjoin(User, User.id == TimelineEntry.actor_id)
        .where(Client.status == ClientStatus.LOST)
        .order_by(func.coalesce(TimelineEntry.id, 0).desc(), Client.id)
        .offset(offset)
        .limit(limit)
    )
    return [row._tuple() for row in (await session.execute(query)).all()]


async def lost_size(session: AsyncSession) -> int:
    """How many clients are lost for good."""
    query = select(func.count()).select_from(Client).where(Client.status == ClientStatus.LOST)
    return await session.scalar(query) or 0


def _fitting(rows: Select[_Row], query: PoolQuery) -> Select[_Row]:
    present = (PoolEntry.client_id == Client.id) & PoolEntry.left_at.is_(None)
    rows = rows.outerjoin(PoolEntry, present).outerjoin(User, User.id == PoolEntry.from_user_id)
    rows = rows.where(Client.status == ClientStatus.POOL, _fits(query.choice.only, query))
    if query.choice.giver is not None:
        rows = rows.where(PoolEntry.from_user_id == query.choice.giver)
    return rows if query.until is None else rows.where(Client.pooled_at <= query.until)


def _fits(only: PoolFilter, query: PoolQuery) -> ColumnElement[bool]:
    waits_no_more = or_(Client.cooldown_until.is_(None), Client.cooldown_until <= query.now)
    match only:
        case PoolFilter.ALL:
            return Client.attempts >= 0
        case PoolFilter.READY:
            return and_(Client.attempts < query.attempts, waits_no_more)
        case PoolFilter.UNTRIED:
            return Client.attempts == 0
        case PoolFilter.TRIED:
            return and_(Client.attempts > 0, Client.attempts < query.attempts)
        case PoolFilter.SPENT:
            return Client.attempts >= query.attempts
        case PoolFilter.PICKED:
            # A tick is for one stay: who has left and come back is not ticked any more.
            picked = (PoolPick.client_id == Client.id) & (PoolPick.user_id == query.reader_id)
            return exists().where(picked, PoolPick.picked_at >= Client.pooled_at)
        case PoolFilter.FOUND:
            return _is_sought(query.sought)
        case PoolFilter.OLD:
            return Client.pooled_at <= query.now - OLD
        case _:
            return PoolEntry.reason.in_(_REASONS[only])


def _is_sought(sought: str | None) -> ColumnElement[bool]:
    if not sought:
        return false()
    number = sought.removeprefix("№")
    numbered = number.isascii() and number.isdigit() and len(number) <= _LONGEST_NUMBER
    if number != sought:
        return Client.id == int(number) if numbered else false()
    words = [Client.name_folded.contains(word, autoescape=True) for word in sought.split()]
    return or_(Client.id == int(number), *words) if numbered else and_(*words)
