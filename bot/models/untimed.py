"""Tasks of a day that may be moved to another one, to even out the load (R8)."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.method.core.terms import ClientKind, Direction, TaskStatus
from bot.models.client import Client
from bot.models.deal import Deal
from bot.models.task import Task

_AT_ONCE = 250


@dataclass(frozen=True)
class Untimed:
    """An open outbound task without a time, with what says how far it may be moved."""

    id: int
    client_id: int
    deal_id: int | None
    due_on: date
    created_at: datetime
    amount: int | None
    client_class: str | None
    kind: ClientKind


async def untimed_on(
    session: AsyncSession, owner_id: int, days: Sequence[date]
) -> AsyncIterator[Sequence[Untimed]]:
    """Those of the owner on these dates, so many at once by their numbers.

    Not those of a reactivation: their dates are deadlines.
    """
    columns = (Task.id, Task.client_id, Task.deal_id, Task.due_on, Task.created_at)
    query = (
        select(*columns, Deal.amount, Client.client_class, Client.kind)
        .join(Client, Client.id == Task.client_id)
        .outerjoin(Deal, Deal.id == Task.deal_id)
        .where(
            Task.owner_id == owner_id,
            Task.status == TaskStatus.OPEN,
            Task.direction == Direction.OUTBOUND,
            Task.due_on.in_(days),
            Task.due_at.is_(None),
            Task.reactivation_id.is_(None),
        )
        .order_by(Task.id)
        .limit(_AT_ONCE)
    )
    last = 0
    while rows := (await session.execute(query.where(Task.id > last))).all():
        yield [Untimed(*row) for row in rows]
        last = rows[-1].id
