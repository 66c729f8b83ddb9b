"""Lists of deals: whose, which, at which stage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar, assert_never

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.method.core.terms import DealStatus, Event
from bot.method.deals.filters import DealFilter
from bot.models.client import Client
from bot.models.deal import Deal
from bot.models.timeline import TimelineEntry
from bot.models.user import PeopleScope, User

ListedDeal = tuple[Deal, Client, User]
_Row = TypeVar("_Row", bound=tuple[Any, ...])


@dataclass(frozen=True)
class DealQuery:
    """Deals of these people's clients.

    Stale ones have had no touch since `stale_before`; won and lost ones were closed after
    `closed_after`. Both are UTC.
    """

    people: PeopleScope
    only: DealFilter
    stale_before: datetime
    closed_after: datetime
    stage: str | None = None


async def deals_page(
    session: AsyncSession, query: DealQuery, offset: int, limit: int
) -> Sequence[ListedDeal]:
    """Open deals: those without a task first, then the largest; closed ones: the latest first."""
    largest = func.coalesce(Deal.amount, 0).desc()
    order = (
        (Deal.closed_at.desc(), Deal.id)
        if query.only in (DealFilter.WON, DealFilter.LOST)
        else (Deal.gap_since.is_(None), largest, Deal.id)
    )
    rows = _scoped(select(Deal, Client, User), query).order_by(*order)
    return [row._tuple() for row in (await session.execute(rows.offset(offset).limit(limit))).all()]


async def deal_totals(
    session: AsyncSession, query: DealQuery
) -> Mapping[str | None, tuple[int, int]]:
    """By currency (None: no sum): how many deals, and their total in minor units."""
    total = func.coalesce(func.sum(Deal.amount), 0)
    rows = _scoped(select(Deal.currency, func.count(), total).select_from(Deal), query)
    found = (await session.execute(rows.group_by(Deal.currency))).all()
    return {currency: (count, int(amount)) for currency, count, amount in found}


async def stages_in_use(session: AsyncSession, query: DealQuery) -> Mapping[str, int]:
    """How many open deals stand at each stage, by its name."""
    rows = _scoped(select(Deal.stage, func.count()).select_from(Deal), query)
    found = (await session.execute(rows.group_by(Deal.stage))).all()
    return {stage: count for stage, count in found if stage is not None}


def _scoped(rows: Select[_Row], query: DealQuery) -> Select[_Row]:
    rows = rows.join(Client, Client.id == Deal.client_id).join(User, User.id == Client.owner_id)
    rows = rows.where(query.people.clause(), _which(query))
    return rows if query.stage is None else rows.where(Deal.stage == query.stage)


def _which(query: DealQuery) -> ColumnElement[bool]:
    is_open = Deal.status == DealStatus.OPEN
    match query.only:
        case DealFilter.OPEN:
            return is_open
        case DealFilter.UNCOVERED:
            return and_(is_open, Deal.gap_since.is_not(None))
        case DealFilter.STALE:
            return and_(is_open, Deal.created_at < query.stale_before, ~_touched(query))
        case DealFilter.WON | DealFilter.LOST:
            status = DealStatus.WON if query.only is DealFilter.WON else DealStatus.LOST
            return and_(Deal.status == status, Deal.closed_at >= query.closed_after)
    assert_never(query.only)


def _touched(query: DealQuery) -> ColumnElement[bool]:
    """A touch of the deal itself, or of its client without saying of which deal."""
    return exists().where(
        TimelineEntry.client_id == Deal.client_id,
        or_(TimelineEntry.deal_id == Deal.id, TimelineEntry.deal_id.is_(None)),
        TimelineEntry.event.in_(Event.moving_a_deal()),
        TimelineEntry.at >= query.stale_before,
    )
