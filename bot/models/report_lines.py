"""The lists behind the numbers of the report (R12): each statement is about one person."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.method.core.terms import Direction, Event, TaskStatus
from bot.method.report.cards import ReportedTask, UncoveredLine
from bot.models.base import JsonDict
from bot.models.client import Client
from bot.models.deal import Deal
from bot.models.gap import Gap
from bot.models.report import undone_by
from bot.models.task import Task
from bot.models.timeline import TimelineEntry

_TaskFacts = tuple[int, int, str, date | None, int, str | None]
_TASK = (Task.id, Task.client_id, Client.name, Task.due_on, Task.moves, Task.title)


class MoveRow(NamedTuple):
    """One move of a task (`at` in UTC), as the timeline has it."""

    task: ReportedTask
    at: datetime
    data: JsonDict


class ReactionRow(NamedTuple):
    """An inbound (`arrived_at` in UTC) with the working minutes to its first outcome."""

    task: ReportedTask
    arrived_at: datetime
    minutes: int


async def uncovered_lines(session: AsyncSession, owner_id: int) -> Sequence[UncoveredLine]:
    """The clients and deals that have no task, the longest without one first."""
    columns = (Gap.client_id, Client.name, Gap.deal_id, Deal.title, Gap.reason, Gap.opened_at)
    query = (
        select(*columns)
        .join(Client, Client.id == Gap.client_id)
        .outerjoin(Deal, Deal.id == Gap.deal_id)
        .where(Gap.owner_id == owner_id, Gap.closed_at.is_(None))
        .order_by(Gap.opened_at, Gap.id)
    )
    return [UncoveredLine(*row) for row in (await session.execute(query)).all()]


async def overdue_lines(
    session: AsyncSession, owner_id: int, before: date
) -> Sequence[ReportedTask]:
    """The open outbound tasks due before this local date, the oldest first."""
    overdue = (Task.direction == Direction.OUTBOUND, Task.due_on < before)
    query = _of_owner(owner_id).where(*overdue).order_by(Task.due_on, Task.id)
    return await _lines(session, query)


async def often_moved(session: AsyncSession, owner_id: int, least: int) -> Sequence[ReportedTask]:
    """The person's open tasks that were moved so many times or more, the most moved first."""
    query = _of_owner(owner_id).where(Task.moves >= least)
    return await _lines(session, query.order_by(Task.moves.desc(), Task.id))


async def moves_by(
    session: AsyncSession, actor_id: int, since: datetime, until: datetime
) -> Sequence[MoveRow]:
    """The moves of outbound tasks that this person has made from `since` to before `until` and not
    taken back, the latest first."""
    query = (
        select(TimelineEntry.at, TimelineEntry.data, *_TASK)
        .join(Task, Task.id == TimelineEntry.task_id)
        .join(Client, Client.id == Task.client_id)
        .where(
            TimelineEntry.actor_id == actor_id,
            TimelineEntry.event == Event.TASK_MOVED,
            TimelineEntry.at >= since,
            TimelineEntry.at < until,
            Task.direction == Direction.OUTBOUND,
        )
        .order_by(TimelineEntry.at.desc(), TimelineEntry.id.desc())
    )
    undone = await undone_by(session, [actor_id], since)
    rows = (await session.execute(query)).all()
    return [
        MoveRow(ReportedTask(*task), at, data)
        for at, data, *task in rows
        if (actor_id, at) not in undone
    ]


async def reactions_by(
    session: AsyncSession, actor_id: int, since: datetime, until: datetime
) -> Sequence[ReactionRow]:
    """The inbound tasks that this person was the first to answer in this time (`until` not
    included), the slowest answer first."""
    query = (
        select(Task.arrived_at, Task.reaction_minutes, *_TASK)
        .join(Client, Client.id == Task.client_id)
        .where(
            Task.reacted_by == actor_id,
            Task.reacted_at >= since,
            Task.reacted_at < until,
            Task.reaction_minutes.is_not(None),
        )
        .order_by(Task.reaction_minutes.desc(), Task.reacted_at, Task.id)
    )
    rows = (await session.execute(query)).all()
    return [ReactionRow(ReportedTask(*task), arrived, took) for arrived, took, *task in rows]


def _of_owner(owner_id: int) -> Select[_TaskFacts]:
    query = select(*_TASK).join(Client, Client.id == Task.client_id)
    return query.where(Task.owner_id == owner_id, Task.status == TaskStatus.OPEN)


async def _lines(session: AsyncSession, query: Select[_TaskFacts]) -> Sequence[ReportedTask]:
    return [ReportedTask(*row) for row in (await session.execute(query)).all()]
