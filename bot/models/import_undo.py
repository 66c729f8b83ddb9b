"""What taking an import back asks of the tables, and what it takes away."""

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, and_, delete, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from bot.method.core.terms import DealStatus, Event, TaskStatus
from bot.method.imports.decision import RowResult
from bot.models.client import Client
from bot.models.client_import import ClientImportRow
from bot.models.client_removal import SIGNS_OF_WORK
from bot.models.client_word import ClientWord
from bot.models.contact_point import ContactPoint
from bot.models.deal import Deal
from bot.models.gap import Gap
from bot.models.person import Person
from bot.models.pool_pick import PoolPick
from bot.models.task import Task
from bot.models.timeline import TimelineEntry
from bot.models.typed_line import TypedLine

_OF_THE_IMPORT = (Event.CLIENT_CREATED, Event.IMPORTED)


async def touched_clients(
    session: AsyncSession, client_ids: Sequence[int], import_id: int
) -> frozenset[int]:
    """Those of the clients with which somebody has done something since the import made them."""
    tasks, deals = await _added_later(session, client_ids, import_id)
    # What the import planned stands in the history at the very moment of the client's making;
    # what a later row of the same file added is named by that row.
    planned = and_(TimelineEntry.event == Event.TASK_PLANNED, _since(TimelineEntry.task_id, tasks))
    opened = and_(TimelineEntry.event == Event.DEAL_OPENED, _since(TimelineEntry.deal_id, deals))
    others = TimelineEntry.event.not_in((*_OF_THE_IMPORT, Event.TASK_PLANNED, Event.DEAL_OPENED))
    by_hand = and_(
        TimelineEntry.client_id == Client.id,
        TimelineEntry.actor_id.is_not(None),
        or_(planned, opened, others),
    )
    elsewhere = and_(ClientImportRow.client_id == Client.id, ClientImportRow.import_id != import_id)
    ways = [exists().where(by_hand), exists().where(elsewhere)]
    ways += [exists().where(table.client_id == Client.id) for table in (TypedLine, *SIGNS_OF_WORK)]
    query = select(Client.id).where(Client.id.in_(client_ids), or_(*ways))
    return frozenset(await session.scalars(query))


async def delete_clients(session: AsyncSession, client_ids: Sequence[int]) -> None:
    """The clients with everything of theirs; the rows of imports forget them."""
    if not client_ids:
        return
    rows = ClientImportRow.client_id.in_(client_ids)
    await session.execute(update(ClientImportRow).where(rows).values(client_id=None))
    for table in (TimelineEntry, Gap, Task, Deal, ContactPoint, Person, ClientWord, PoolPick):
        await session.execute(delete(table).where(table.client_id.in_(client_ids)))
    await session.execute(delete(Client).where(Client.id.in_(client_ids)))


async def tasks_at_rest(session: AsyncSession, task_ids: Sequence[int]) -> Sequence[int]:
    """Those of the tasks that are open and as they were planned."""
    moved = and_(TimelineEntry.task_id == Task.id, TimelineEntry.event != Event.TASK_PLANNED)
    query = select(Task.id).where(
        Task.id.in_(task_ids), Task.status == TaskStatus.OPEN, ~exists().where(moved)
    )
    return (await session.scalars(query)).all()


async def deals_at_rest(
    session: AsyncSession, deal_ids: Sequence[int], besides: Sequence[int]
) -> Sequence[int]:
    """Those of the deals that are open, with nothing on them but the tasks `besides`."""
    moved = and_(
        TimelineEntry.deal_id == Deal.id,
        TimelineEntry.event.not_in((Event.DEAL_OPENED, Event.TASK_PLANNED)),
    )
    others = and_(Task.deal_id == Deal.id, Task.id.not_in(besides))
    query = select(Deal.id).where(
        Deal.id.in_(deal_ids),
        Deal.status == DealStatus.OPEN,
        ~exists().where(moved),
        ~exists().where(others),
    )
    return (await session.scalars(query)).all()


async def delete_tasks(session: AsyncSession, task_ids: Sequence[int]) -> None:
    """The tasks with their lines of the history."""
    await session.execute(delete(TimelineEntry).where(TimelineEntry.task_id.in_(task_ids)))
    await session.execute(delete(Task).where(Task.id.in_(task_ids)))


async def delete_deals(session: AsyncSession, deal_ids: Sequence[int]) -> None:
    """The deals with their gaps and lines of the history; their tasks are gone by then."""
    for table in (TimelineEntry, Gap):
        await session.execute(delete(table).where(table.deal_id.in_(deal_ids)))
    await session.execute(delete(Deal).where(Deal.id.in_(deal_ids)))


async def delete_points(session: AsyncSession, point_ids: Sequence[int]) -> int:
    """Those of the contacts that are still there; returns how many."""
    gone = delete(ContactPoint).where(ContactPoint.id.in_(point_ids)).returning(ContactPoint.id)
    return len((await session.scalars(gone)).all())


async def delete_people(session: AsyncSession, person_ids: Sequence[int]) -> int:
    """Those of the people inside who are still there and have no contact any more."""
    reached = exists().where(ContactPoint.person_id == Person.id)
    gone = delete(Person).where(Person.id.in_(person_ids), ~reached).returning(Person.id)
    return len((await session.scalars(gone)).all())


async def _added_later(
    session: AsyncSession, client_ids: Sequence[int], import_id: int
) -> tuple[list[int], list[int]]:
    """Tasks and deals that further rows of the import added to its own clients."""
    query = select(ClientImportRow.before).where(
        ClientImportRow.import_id == import_id,
        ClientImportRow.client_id.in_(client_ids),
        ClientImportRow.result == RowResult.MERGED,
    )
    kept = [before for before in await session.scalars(query) if before]
    return (
        [task_id for before in kept for task_id in before["tasks"]],
        [deal_id for before in kept for deal_id in before["deals"]],
    )


def _since(column: InstrumentedAttribute[int | None], known: Iterable[int]) -> ColumnElement[bool]:
    return and_(TimelineEntry.at > Client.created_at, column.not_in(list(known)))
