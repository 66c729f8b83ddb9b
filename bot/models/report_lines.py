"""The lists behind the numbers of the report (R12), of many people by one statement each."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple, TypeVar

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

_Line = TypeVar("_Line")
_TaskFacts = tuple[int, int, int, str, date | None, int, str | None]
_TASK = (Task.id, Task.client_id, Client.name, Task.due_on, Task.moves, Task.title)


Lines = Mapping[int, Sequence[_Line]]
"""By whose they are; nothing for who has none."""


class MoveRow(NamedTuple):
    """One move of a task (`at` in UTC), as the timeline has it."""

    task: ReportedTask
    at: datetime
    data: JsonDict


class ReactionRow(NamedTuple):
    """An inbound (arrived and answered `at`, in UTC) with the working minutes to its first
    outcome."""

    task: ReportedTask
    at: datetime
    arrived_at: datetime
    minutes: int


async def uncovered_lines(session: AsyncSession, owner_ids: Sequence[int]) -> Lines[UncoveredLine]:
    """The clients and deals that have no task, the longest without one first."""
    columns = (
        Gap.owner_id,
        Gap.client_id,
        Client.name,
        Gap.deal_id,
        Deal.title,
        Gap.reason,
        Gap.opened_at,
    )
    query = (
        select(*columns)
        .join(Client, Client.id == Gap.client_id)
        .outerjoin(Deal, Deal.id == Gap.deal_id)
        .where(Gap.owner_id.in_(owner_ids), Gap.closed_at.is_(None))
        .order_by(Gap.opened_at, Gap.id)
    )
    rows = (await session.execute(query)).all()
    return _by_person((owner, UncoveredLine(*line)) for owner, *line in rows)


async def overdue_lines(
    session: AsyncSession, owner_ids: Sequence[int], before: date
) -> Lines[ReportedTask]:
    """The open outbound tasks due before this local date, the oldest first."""
    overdue = (Task.direction == Direction.OUTBOUND, Task.due_on < before)
    query = _of_owners(owner_ids).where(*overdue).order_by(Task.due_on, Task.id)
    return await _lines(session, query)


async def often_moved(session: AsyncSession, owner_id: int, least: int) -> Sequence[ReportedTask]:
    """The person's open tasks that were moved so many times or more, the most moved first."""
    query = _of_owners([owner_id]).where(Task.moves >= least)
    lines = await _lines(session, query.order_by(Task.moves.desc(), Task.id))
    return lines.get(owner_id, ())


async def moves_by(
    session: AsyncSession, actor_ids: Sequence[int], since: datetime, until: datetime
) -> Lines[MoveRow]:
    """The moves of outbound tasks that each has made from `since` to before `until` and not taken
    back, the latest first."""
    query = (
        select(TimelineEntry.actor_id, TimelineEntry.at, TimelineEntry.data, *_TASK)
        .join(Task, Task.id == TimelineEntry.task_id)
        .join(Client, Client.id == Task.client_id)
        .where(
            TimelineEntry.actor_id.in_(actor_ids),
            TimelineEntry.event == Event.TASK_MOVED,
            TimelineEntry.at >= since,
            TimelineEntry.at < until,
            Task.direction == Direction.OUTBOUND,
        )
        .order_by(TimelineEntry.at.desc(), TimelineEntry.id.desc())
    )
    undone = await undone_by(session, actor_ids, since)
    rows = (await session.execute(query)).all()
    return _by_person(
        (actor, MoveRow(ReportedTask(*task), at, data))
        for actor, at, data, *task in rows
        if (actor, at) not in undone
    )


async def reactions_by(
    session: AsyncSession, actor_ids: Sequence[int], since: datetime, until: datetime
) -> Lines[ReactionRow]:
    """The inbound tasks that each was the first to answer in this time (`until` not included), the
    slowest answer first."""
    query = (
        select(Task.reacted_by, Task.reacted_at, Task.arrived_at, Task.reaction_minutes, *_TASK)
        .join(Client, Client.id == Task.client_id)
        .where(
            Task.reacted_by.in_(actor_ids),
            Task.reacted_at >= since,
            Task.reacted_at < until,
            Task.reaction_minutes.is_not(None),
        )
        .order_by(Task.reaction_minutes.desc(), Task.reacted_at, Task.id)
    )
    rows = (await session.execute(query)).all()
    return _by_person(
        (actor, ReactionRow(ReportedTask(*task), at, arrived, took))
        for actor, at, arrived, took, *task in rows
    )


def _of_owners(owner_ids: Sequence[int]) -> Select[_TaskFacts]:
    query = select(Task.owner_id, *_TASK).join(Client, Client.id == Task.client_id)
    return query.where(Task.owner_id.in_(owner_ids), Task.status == TaskStatus.OPEN)


async def _lines(session: AsyncSession, query: Select[_TaskFacts]) -> Lines[ReportedTask]:
    rows = (await session.execute(query)).all()
    return _by_person((owner, ReportedTask(*task)) for owner, *task in rows)


def _by_person(lines: Iterable[tuple[int, _Line]]) -> Lines[_Line]:
    found: dict[int, list[_Line]] = {}
    for person_id, line in lines:
        found.setdefault(person_id, []).append(line)
    return found
