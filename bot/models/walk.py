"""What somebody has without a task, in the order of the walk (R1): queries over open gaps."""

from collections.abc import AsyncIterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, literal, select, tuple_, type_coerce
from sqlalchemy.ext.asyncio import AsyncSession

from bot.method.core.terms import ClientStatus, DealStatus
from bot.method.core.worth import worth
from bot.method.planning.walk import Uncovered
from bot.models.base import Id, UtcDateTime
from bot.models.client import Client
from bot.models.deal import Deal
from bot.models.gap import Gap

_AT_ONCE = 250
_PLACE: tuple[ColumnElement[Any], ...] = (
    -func.coalesce(Deal.amount, 0),
    func.coalesce(Client.client_class, "Z"),
    type_coerce(Gap.opened_at, UtcDateTime()),
    type_coerce(Gap.id, Id),
)
"""The order of `method.walk.worth`: what has no class comes after C in every collation."""


async def next_uncovered(session: AsyncSession, owner_id: int, after: int | None) -> int | None:
    """The open gap that the walk shows after the gap `after`; None where nothing is left.

    With no `after` the walk goes on at the first that was never shown. What was skipped stays in
    its place, so it comes back once the end has been reached.
    """
    waiting = _of(select(Gap.id), owner_id).where(Gap.closed_at.is_(None))
    waiting = waiting.order_by(*_PLACE).limit(1)
    place = None
    if after is not None:
        stands = await session.execute(_of(select(*_PLACE), owner_id).where(Gap.id == after))
        place = stands.first()
    if place is None:
        first = waiting.where(Gap.asked_at.is_(None))
    else:
        stood = [literal(value, column.type) for value, column in zip(place, _PLACE, strict=True)]
        first = waiting.where(tuple_(*_PLACE) > tuple_(*stood))
    for query in (first, waiting):
        found: int | None = await session.scalar(query)
        if found is not None:
            return found
    return None


async def count_uncovered(session: AsyncSession, owner_id: int) -> int:
    """How many clients and deals of the owner have no task."""
    query = select(func.count()).where(Gap.owner_id == owner_id, Gap.closed_at.is_(None))
    return await session.scalar(query) or 0


async def count_subjects(session: AsyncSession, owner_id: int) -> int:
    """How many tasks the owner's base wants: one an open deal, one a client without any (R2)."""
    open_deal = and_(Deal.client_id == Client.id, Deal.status == DealStatus.OPEN)
    query = (
        select(func.count())
        .select_from(Client)
        .outerjoin(Deal, open_deal)
        .where(Client.owner_id == owner_id, Client.status == ClientStatus.ACTIVE)
    )
    return await session.scalar(query) or 0


async def uncovered_of(session: AsyncSession, owner_id: int) -> AsyncIterator[Sequence[Uncovered]]:
    """Everything of the owner that has no task, so many at once, in no order."""
    query = _of(
        select(
            Gap.id,
            Gap.client_id,
            Gap.deal_id,
            Gap.opened_at,
            Deal.amount,
            Client.name,
            Client.kind,
            Client.client_class,
        ),
        owner_id,
    )
    query = query.where(Gap.closed_at.is_(None)).order_by(Gap.id).limit(_AT_ONCE)
    last = 0
    while rows := (await session.execute(query.where(Gap.id > last))).all():
        yield [
            Uncovered(
                client_id=row.client_id,
                deal_id=row.deal_id,
                name=row.name,
                kind=row.kind,
                client_class=row.client_class,
                worth=worth(row.amount, row.client_class, row.opened_at),
            )
            for row in rows
        ]
        last = rows[-1].id


def _of(query: Select[Any], owner_id: int) -> Select[Any]:
    query = query.join(Client, Client.id == Gap.client_id)
    return query.outerjoin(Deal, Deal.id == Gap.deal_id).where(Gap.owner_id == owner_id)
