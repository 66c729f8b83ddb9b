"""Reading whole tables for the export, in portions."""

from collections.abc import AsyncIterator, Iterable, Sequence
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.method.core.terms import ClientStatus
from bot.models.client import Client, ClientScope, in_scope
from bot.models.contact_point import ContactPoint
from bot.models.deal import Deal
from bot.models.person import Person
from bot.models.pool import PoolEntry
from bot.models.task import Task
from bot.models.user import Team, User

_AT_ONCE = 200
"""Rows that are made into objects in one step of the loop."""
_Held = TypeVar("_Held", ContactPoint, Person)


ClientTold = tuple[Client, int | None, Sequence[ContactPoint], Sequence[Person]]


async def all_clients(session: AsyncSession, scope: ClientScope) -> AsyncIterator[ClientTold]:
    """Every client of the scope with the owner's Telegram id, its contacts and people."""
    last = 0
    while True:
        query = (
            select(Client, User.telegram_id)
            .outerjoin(User, User.id == Client.owner_id)
            .where(Client.id > last)
            .order_by(Client.id)
            .limit(_AT_ONCE)
        )
        rows = [row._tuple() for row in (await session.execute(in_scope(query, scope))).all()]
        if not rows:
            return
        ids = [client.id for client, _ in rows]
        points = await session.scalars(
            select(ContactPoint).where(ContactPoint.client_id.in_(ids)).order_by(ContactPoint.id)
        )
        persons = await session.scalars(
            select(Person).where(Person.client_id.in_(ids)).order_by(Person.id)
        )
        points_of, persons_of = _by_client(points), _by_client(persons)
        for client, owner in rows:
            yield client, owner, points_of.get(client.id, []), persons_of.get(client.id, [])
        last = ids[-1]
        session.expunge_all()


def _by_client(rows: Iterable[_Held]) -> dict[int, list[_Held]]:
    found: dict[int, list[_Held]] = {}
    for row in rows:
        found.setdefault(row.client_id, []).append(row)
    return found


async def all_deals(
    session: AsyncSession, scope: ClientScope
) -> AsyncIterator[tuple[Deal, int | None]]:
    """Every deal of the scope's clients with the Telegram id of the client's owner."""
    query = (
        select(Deal, User.telegram_id)
        .join(Client, Client.id == Deal.client_id)
        .outerjoin(User, User.id == Client.owner_id)
        .order_by(Deal.id)
    )
    query = in_scope(query, scope).execution_options(yield_per=_AT_ONCE)
    async for row in await session.stream(query):
        yield row._tuple()


async def all_tasks(session: AsyncSession, scope: ClientScope) -> AsyncIterator[tuple[Task, int]]:
    """Every task of the scope's clients with the owner's Telegram id."""
    query = (
        select(Task, User.telegram_id)
        .join(User, User.id == Task.owner_id)
        .join(Client, Client.id == Task.client_id)
        .order_by(Task.id)
    )
    query = in_scope(query, scope).execution_options(yield_per=_AT_ONCE)
    async for row in await session.stream(query):
        yield row._tuple()


async def whole_pool(
    session: AsyncSession,
) -> AsyncIterator[tuple[Client, PoolEntry | None, int | None]]:
    """Every client of the pool with the present stay and the Telegram id of who let it go."""
    query = (
        select(Client, PoolEntry, User.telegram_id)
        .outerjoin(PoolEntry, (PoolEntry.client_id == Client.id) & PoolEntry.left_at.is_(None))
        .outerjoin(User, User.id == PoolEntry.from_user_id)
        .where(Client.status == ClientStatus.POOL)
        .order_by(Client.id)
    )
    async for row in await session.stream(query.execution_options(yield_per=_AT_ONCE)):
        yield row._tuple()


async def everybody(session: AsyncSession) -> Sequence[tuple[User, str | None]]:
    """Every person with the name of the team."""
    query = select(User, Team.name).outerjoin(Team, Team.id == User.team_id).order_by(User.id)
    return [row._tuple() for row in (await session.execute(query)).all()]
