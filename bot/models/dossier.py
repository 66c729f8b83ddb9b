"""A client with all that is open on it: what nearly every use case loads, in two statements.

The owner is one more, unless the session has him already: whoever acts for himself is there.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import BindParameter, ColumnElement, Select, and_, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.method.core.terms import DealStatus, Direction, TaskStatus
from bot.models.client import Client
from bot.models.deal import Deal
from bot.models.gap import Gap
from bot.models.reading import PreparedRows, held
from bot.models.task import Task
from bot.models.user import User

_Row = TypeVar("_Row", Deal, Gap, Task)

_AT_ONCE = 500
"""Clients in one statement: a database takes only so many values."""


@dataclass
class Dossier:
    """The client, its owner and its open deals, tasks and gaps; they follow every change made."""

    client: Client
    owner: User | None
    deals: list[Deal]
    tasks: list[Task]
    gaps: list[Gap]

    def give_to(self, owner: User | None) -> None:
        """Somebody else's from now on, or nobody's."""
        self.owner = owner
        self.client.owner_id = None if owner is None else owner.id

    def task(self, task_id: int) -> Task | None:
        """The open task with this id."""
        return next((task for task in self.tasks if task.id == task_id), None)

    def deal(self, deal_id: int) -> Deal | None:
        """The open deal with this id."""
        return next((deal for deal in self.deals if deal.id == deal_id), None)

    def gap_of(self, deal_id: int | None) -> Gap | None:
        """The open gap of this deal, or of the client itself."""
        return next((gap for gap in self.gaps if gap.deal_id == deal_id), None)

    @property
    def subjects(self) -> list[int | None]:
        """What is to have a task each: the open deals, or the client where there is none (R2)."""
        return [deal.id for deal in self.deals] or [None]

    def planned(self, deal_id: int | None) -> list[Task]:
        """Open outbound tasks of this deal, or of the client itself."""
        return [
            task
            for task in self.tasks
            if task.deal_id == deal_id and task.direction is Direction.OUTBOUND
        ]

    @property
    def inbound(self) -> list[Task]:
        """Open inbound tasks."""
        return [task for task in self.tasks if task.direction is Direction.INBOUND]


def _seen(which: ColumnElement[bool]) -> Select[tuple[Client]]:
    seen = select(Client).where(which).order_by(Client.id)
    return seen.execution_options(populate_existing=True)


def _locked(which: ColumnElement[bool]) -> Select[tuple[Client]]:
    return _seen(which).with_for_update()


def _all_open(which: ColumnElement[bool]) -> Select[tuple[Client, Deal, Gap, Task]]:
    return (
        select(Client, Deal, Gap, Task)
        .outerjoin(Deal, and_(Deal.client_id == Client.id, Deal.status == DealStatus.OPEN))
        .outerjoin(Gap, and_(Gap.client_id == Client.id, Gap.closed_at.is_(None)))
        .outerjoin(Task, and_(Task.client_id == Client.id, Task.status == TaskStatus.OPEN))
        .where(which)
        .order_by(Client.id, Deal.id, Gap.id, Task.id)
        .execution_options(populate_existing=True)
    )


class _Way:
    """How a client is found: to be locked first, or in one statement with all that is open."""

    def __init__(self, which: ColumnElement[bool]) -> None:
        self.locked = PreparedRows(_locked(which))
        # SQLite has no lock of its own for it; that one was wanted is known all the same.
        self.whole = PreparedRows(_all_open(which).with_for_update())


_ID: BindParameter[int] = bindparam("id")
_OF_CLIENT = _Way(Client.id == _ID)
_OF_TASK = _Way(Client.id == select(Task.client_id).where(Task.id == _ID).scalar_subquery())
_OF_DEAL = _Way(Client.id == select(Deal.client_id).where(Deal.id == _ID).scalar_subquery())
_AMONG = Client.id.in_(bindparam("ids", expanding=True))
_OF_CLIENTS = _locked(_AMONG)
_OF_CLIENTS_SEEN = _seen(_AMONG)
_ALL_OPEN = _all_open(_AMONG)
_ALL_OPEN_OF_ONE = PreparedRows(_all_open(Client.id == _ID))


async def dossier_of_client(session: AsyncSession, client_id: int) -> Dossier | None:
    """The client's dossier; its row is locked until the end of the transaction."""
    return await _only(session, _OF_CLIENT, client_id)


async def dossier_of_task(session: AsyncSession, task_id: int) -> Dossier | None:
    """The dossier of the client that the task (open or not) belongs to, locked."""
    return await _only(session, _OF_TASK, task_id)


async def dossier_of_deal(session: AsyncSession, deal_id: int) -> Dossier | None:
    """The dossier of the client that the deal (open or not) belongs to, locked."""
    return await _only(session, _OF_DEAL, deal_id)


async def dossiers_of_clients(session: AsyncSession, client_ids: Iterable[int]) -> list[Dossier]:
    """The dossiers of many clients by their numbers, locked in that order."""
    wanted = sorted(set(client_ids))
    found: list[Dossier] = []
    for start in range(0, len(wanted), _AT_ONCE):
        found += await _load(session, _OF_CLIENTS, {"ids": wanted[start : start + _AT_ONCE]})
    return found


async def dossiers_unlocked(session: AsyncSession, client_ids: Sequence[int]) -> list[Dossier]:
    """The same, so many as fit into a statement, to look at only."""
    return await _load(session, _OF_CLIENTS_SEEN, {"ids": client_ids})


async def _only(session: AsyncSession, way: _Way, number: int) -> Dossier | None:
    """SQLite has one who writes: there is nothing to be locked. Elsewhere the client is locked
    first and looked at then: a statement that waits for a lock goes on with what it has read of
    the other tables before."""
    values = {"id": number}
    if session.get_bind().dialect.name == "sqlite":
        found = await _gathered(session, await way.whole.all(session, values))
    else:
        client = await way.locked.first(session, values)
        if client is None:
            return None
        rows = await _ALL_OPEN_OF_ONE.all(session, {"id": client[0].id})
        found = await _gathered(session, rows)
    return next(iter(found), None)


async def _load(
    session: AsyncSession, query: Select[tuple[Client]], values: Mapping[str, Any]
) -> list[Dossier]:
    """The same for many."""
    clients = (await session.scalars(query, values)).all()
    if not clients:
        return []
    rows = await session.execute(_ALL_OPEN, {"ids": [client.id for client in clients]})
    return await _gathered(session, rows.all())


async def _gathered(session: AsyncSession, rows: Iterable[Sequence[Any]]) -> list[Dossier]:
    """Each row is a client with one of its deals, gaps and tasks."""
    found: dict[int, Dossier] = {}
    for client, deal, gap, task in rows:
        dossier = found.get(client.id)
        if dossier is None:
            dossier = found[client.id] = Dossier(client, None, [], [], [])
        _add(dossier.deals, deal)
        _add(dossier.gaps, gap)
        _add(dossier.tasks, task)
    owned = [dossier for dossier in found.values() if dossier.client.owner_id is not None]
    owners = await _owners(session, {dossier.client.owner_id or 0 for dossier in owned})
    for dossier in owned:
        dossier.owner = owners.get(dossier.client.owner_id or 0)
    return list(found.values())


async def _owners(session: AsyncSession, ids: set[int]) -> dict[int, User]:
    """Not read anew: what the act has changed of its actor stands."""
    if len(ids) > 1:
        people = (await session.scalars(select(User).where(User.id.in_(sorted(ids))))).all()
    else:
        people = [await _person(session, number) for number in ids]
    return {person.id: person for person in people}


async def _person(session: AsyncSession, number: int) -> User:
    known = held(session, User, number)
    return await session.get_one(User, number) if known is None else known


def _add(known: list[_Row], row: _Row | None) -> None:
    """Each deal comes with each gap and each task."""
    if row is not None and row not in known:
        known.append(row)
