"""What hangs on somebody: everything that he has, client by client, and his open invites."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Date,
    Integer,
    Select,
    bindparam,
    case,
    func,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession

from bot.method.core.terms import ClientKind, ClientStatus, DealStatus, Direction, TaskStatus
from bot.method.people.parting import Holding
from bot.method.pool.attempts import ReactivationStatus
from bot.models.client import Client
from bot.models.deal import Deal
from bot.models.pool import Reactivation
from bot.models.task import Task
from bot.models.user import Invite

_UNTIL: BindParameter[date] = bindparam("until", type_=Date)
_THEIRS = (
    Client.owner_id == bindparam("owner_id", type_=Integer),
    Client.status == ClientStatus.ACTIVE,
)


def _count(which: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((which, 1), else_=0))


_OUTBOUND, _INBOUND = Task.direction == Direction.OUTBOUND, Task.direction == Direction.INBOUND
_CLIENTS = select(Client.id, Client.kind).where(*_THEIRS).order_by(Client.id)
_TASKS = (
    select(
        Task.client_id,
        _count(_OUTBOUND),
        _count(_INBOUND),
        _count(_OUTBOUND & (Task.due_on <= _UNTIL)),
    )
    .join(Client, Client.id == Task.client_id)
    .where(*_THEIRS, Task.status == TaskStatus.OPEN)
    .group_by(Task.client_id)
)
_DEALS = (
    select(Deal.client_id, func.count())
    .join(Client, Client.id == Deal.client_id)
    .where(*_THEIRS, Deal.status == DealStatus.OPEN)
    .group_by(Deal.client_id)
)
_ATTEMPTS: Select[tuple[int]] = (
    select(Reactivation.client_id)
    .join(Client, Client.id == Reactivation.client_id)
    .where(*_THEIRS, Reactivation.status == ReactivationStatus.OPEN)
)


async def held_by(
    session: AsyncSession, owner_id: int, until: date
) -> Sequence[tuple[int, Holding]]:
    """Every active client of the person by number, with what hangs on it; of the tasks those due
    by `until`, a local date of the owner, count as soon."""
    values = {"owner_id": owner_id}
    tasks = {
        client_id: (outbound, inbound, soon)
        for client_id, outbound, inbound, soon in await session.execute(
            _TASKS, values | {"until": until}
        )
    }
    deals = dict([row._tuple() for row in await session.execute(_DEALS, values)])
    attempts = set(await session.scalars(_ATTEMPTS, values))
    found = []
    for client_id, kind in await session.execute(_CLIENTS, values):
        outbound, inbound, soon = tasks.get(client_id, (0, 0, 0))
        holding = Holding(
            clients=1,
            customers=int(kind is ClientKind.CUSTOMER),
            deals=deals.get(client_id, 0),
            tasks=outbound,
            inbound=inbound,
            attempts=int(client_id in attempts),
            soon=soon,
        )
        found.append((client_id, holding))
    return found


async def soon_by_owner(
    session: AsyncSession, owner_ids: Sequence[int], until: date
) -> dict[int, int]:
    """How many open outbound tasks each has that are due by then, the overdue included."""
    query = (
        select(Task.owner_id, func.count())
        .where(
            Task.owner_id.in_(owner_ids),
            Task.status == TaskStatus.OPEN,
            Task.direction == Direction.OUTBOUND,
            Task.due_on <= until,
        )
        .group_by(Task.owner_id)
    )
    return dict([row._tuple() for row in (await session.execute(query)).all()])


async def close_invites_of(session: AsyncSession, person_id: int, now: datetime) -> None:
    """The invites that the person has made and nobody has followed open nothing any more."""
    made = (Invite.created_by == person_id) & Invite.used_by.is_(None) & (Invite.expires_at > now)
    await session.execute(update(Invite).where(made).values(expires_at=now))


async def reopen_invites_of(
    session: AsyncSession, person_id: int, closed_at: datetime, lasting: timedelta
) -> None:
    """The invites of the person that were closed at that moment open again, until they have been
    there for so long."""
    closed = (Invite.created_by == person_id) & (Invite.expires_at == closed_at)
    unused = select(Invite).where(closed, Invite.used_by.is_(None), Invite.created_at < closed_at)
    for invite in await session.scalars(unused):
        invite.expires_at = invite.created_at + lasting
