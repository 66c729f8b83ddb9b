"""What the report of the work is counted from (R12): each statement is about many people at once,
and each list about one of them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.method.core.terms import (
    ClientStatus,
    DealStatus,
    Direction,
    Event,
    TaskStatus,
)
from bot.method.report.cards import ReportedTask, UncoveredLine
from bot.models.base import JsonDict
from bot.models.client import Client
from bot.models.day_record import DayRecord
from bot.models.deal import Deal
from bot.models.gap import Gap
from bot.models.task import Task
from bot.models.timeline import TimelineEntry

OUTCOMES = frozenset({Event.TASK_DONE, Event.NO_ANSWER})
"""What answers an inbound: it was worked off, or the client was tried."""
_DEEDS = OUTCOMES | {Event.TASK_MOVED}


class TaskDeed(NamedTuple):
    """Somebody has finished, tried or moved a task; `arrived_at` is that of an inbound."""

    entry_id: int
    actor_id: int
    event: Event
    at: datetime
    task_id: int
    direction: Direction
    arrived_at: datetime | None


class FirstOutcome(NamedTuple):
    """An outcome of an inbound task, whoever it was by."""

    task_id: int
    actor_id: int | None
    at: datetime


class MoveRow(NamedTuple):
    """One move of a task, as the timeline has it."""

    entry_id: int
    task_id: int
    at: datetime
    data: JsonDict


async def subjects_of(session: AsyncSession, owner_ids: Sequence[int]) -> Mapping[int, int]:
    """How many open deals, and clients without one, each person has to keep a plan for (R3, R4).

    A paused client counts apart: he is neither covered nor without a task.
    """
    here = and_(
        Client.owner_id.in_(owner_ids),
        Client.status == ClientStatus.ACTIVE,
        Client.paused_until.is_(None),
    )
    an_open_deal = and_(Deal.client_id == Client.id, Deal.status == DealStatus.OPEN)
    query = (
        select(Client.owner_id, func.count())
        .select_from(Client)
        .outerjoin(Deal, an_open_deal)
        .where(here)
        .group_by(Client.owner_id)
    )
    rows = (await session.execute(query)).all()
    return {owner_id: count for owner_id, count in rows if owner_id is not None}


async def uncovered_of(
    session: AsyncSession, owner_ids: Sequence[int], at: datetime | None = None
) -> Mapping[int, int]:
    """How many of those had no task at that instant; now where none is named."""
    query = select(Gap.owner_id, func.count()).where(Gap.owner_id.in_(owner_ids), _open(at))
    rows = (await session.execute(query.group_by(Gap.owner_id))).all()
    return dict(row._tuple() for row in rows)


async def uncovered_lines(
    session: AsyncSession, owner_id: int, at: datetime | None = None
) -> Sequence[UncoveredLine]:
    """Which they were, the longest without a task first."""
    columns = (Gap.client_id, Client.name, Gap.deal_id, Deal.title, Gap.reason, Gap.opened_at)
    query = (
        select(*columns)
        .join(Client, Client.id == Gap.client_id)
        .outerjoin(Deal, Deal.id == Gap.deal_id)
        .where(Gap.owner_id == owner_id, _open(at))
        .order_by(Gap.opened_at, Gap.id)
    )
    return [UncoveredLine(*row) for row in (await session.execute(query)).all()]


async def overdue_of(
    session: AsyncSession, owner_ids: Sequence[int], before: date
) -> Sequence[tuple[int, date, int]]:
    """How many open outbound tasks each person has on each local date before this one."""
    query = (
        select(Task.owner_id, Task.due_on, func.count())
        .where(Task.owner_id.in_(owner_ids), *_overdue(before))
        .group_by(Task.owner_id, Task.due_on)
    )
    rows = (await session.execute(query)).all()
    return [(owner, on, count) for owner, on, count in rows if on is not None]


async def overdue_lines(
    session: AsyncSession, owner_id: int, before: date
) -> Sequence[ReportedTask]:
    """Which they are, the oldest first."""
    query = _task_lines().where(Task.owner_id == owner_id, *_overdue(before))
    return await _lines(session, query.order_by(Task.due_on, Task.id))


async def often_moved(session: AsyncSession, owner_id: int, least: int) -> Sequence[ReportedTask]:
    """The person's open tasks that were moved so many times or more, the most moved first."""
    mine = (Task.owner_id == owner_id, Task.status == TaskStatus.OPEN, Task.moves >= least)
    return await _lines(session, _task_lines().where(*mine).order_by(Task.moves.desc(), Task.id))


async def days_of(
    session: AsyncSession, user_ids: Sequence[int], since: date, until: date
) -> Sequence[DayRecord]:
    """The recorded days of these people, both dates included, in their order."""
    query = select(DayRecord).where(
        DayRecord.user_id.in_(user_ids), DayRecord.on.between(since, until)
    )
    return (await session.scalars(query.order_by(DayRecord.on))).all()


async def deeds_of(
    session: AsyncSession, actor_ids: Sequence[int], since: datetime, until: datetime
) -> Sequence[TaskDeed]:
    """What these people did with tasks from `since` to before `until`, in its order; what was
    taken back is not there."""
    columns = (
        TimelineEntry.id,
        TimelineEntry.actor_id,
        TimelineEntry.event,
        TimelineEntry.at,
        TimelineEntry.task_id,
        Task.direction,
        Task.arrived_at,
    )
    span = _span(actor_ids, since, until)
    query = (
        select(*columns)
        .join(Task, Task.id == TimelineEntry.task_id)
        .where(*span, TimelineEntry.event.in_(_DEEDS))
        .order_by(TimelineEntry.at, TimelineEntry.id)
    )
    undone = await _taken_back(session, *_of(actor_ids), TimelineEntry.at >= since)
    rows = [TaskDeed(*row) for row in (await session.execute(query)).all()]
    return [deed for deed in rows if (deed.actor_id, deed.at) not in undone]


async def outcomes_of_inbound(
    session: AsyncSession, actor_ids: Sequence[int], since: datetime, until: datetime
) -> Sequence[FirstOutcome]:
    """Every outcome of the inbound tasks that these people answered in this time, also those of
    others before; in their order, without what was taken back."""
    answered = (
        select(TimelineEntry.task_id)
        .join(Task, Task.id == TimelineEntry.task_id)
        .where(
            *_span(actor_ids, since, until),
            TimelineEntry.event.in_(OUTCOMES),
            Task.direction == Direction.INBOUND,
        )
    )
    query = select(TimelineEntry.task_id, TimelineEntry.actor_id, TimelineEntry.at).where(
        TimelineEntry.task_id.in_(answered), TimelineEntry.event.in_(OUTCOMES)
    )
    clients = select(Task.client_id).where(Task.id.in_(answered))
    undone = await _taken_back(session, TimelineEntry.client_id.in_(clients))
    rows = (await session.execute(query.order_by(TimelineEntry.at, TimelineEntry.id))).all()
    return [FirstOutcome(*row) for row in rows if (row.actor_id, row.at) not in undone]


async def move_rows(session: AsyncSession, entry_ids: Sequence[int]) -> Sequence[MoveRow]:
    """These entries as lines, the latest first."""
    query = (
        select(
            TimelineEntry.id,
            TimelineEntry.task_id,
            TimelineEntry.at,
            TimelineEntry.data,
        )
        .where(TimelineEntry.id.in_(entry_ids))
        .order_by(TimelineEntry.at.desc(), TimelineEntry.id.desc())
    )
    return [MoveRow(*row) for row in (await session.execute(query)).all()]


async def tasks_by_id(session: AsyncSession, task_ids: Sequence[int]) -> Mapping[int, ReportedTask]:
    """These tasks, open or not, by their numbers."""
    found = await _lines(session, _task_lines().where(Task.id.in_(task_ids)))
    return {line.task_id: line for line in found}


async def waiting_inbound(session: AsyncSession, owner_ids: Sequence[int]) -> Mapping[int, int]:
    """How many inbound tasks of each person wait for their first outcome."""
    query = select(Task.owner_id, func.count()).where(
        Task.owner_id.in_(owner_ids),
        Task.status == TaskStatus.OPEN,
        Task.direction == Direction.INBOUND,
        Task.attempts == 0,
    )
    rows = (await session.execute(query.group_by(Task.owner_id))).all()
    return dict(row._tuple() for row in rows)


def _open(at: datetime | None) -> ColumnElement[bool]:
    if at is None:
        return Gap.closed_at.is_(None)
    # As it was just before: what a midnight itself opens is of the next day.
    return and_(Gap.opened_at < at, or_(Gap.closed_at.is_(None), Gap.closed_at >= at))


def _overdue(before: date) -> tuple[ColumnElement[bool], ...]:
    return (
        Task.status == TaskStatus.OPEN,
        Task.direction == Direction.OUTBOUND,
        Task.due_on < before,
    )


def _of(actor_ids: Sequence[int]) -> tuple[ColumnElement[bool], ...]:
    return (TimelineEntry.actor_id.in_(actor_ids),)


def _span(
    actor_ids: Sequence[int], since: datetime, until: datetime
) -> tuple[ColumnElement[bool], ...]:
    return (*_of(actor_ids), TimelineEntry.at >= since, TimelineEntry.at < until)


def _task_lines() -> Select[tuple[int, int, str, date | None, int, str | None]]:
    columns = (Task.id, Task.client_id, Client.name, Task.due_on, Task.moves, Task.title)
    return select(*columns).join(Client, Client.id == Task.client_id)


async def _lines(
    session: AsyncSession, query: Select[tuple[int, int, str, date | None, int, str | None]]
) -> Sequence[ReportedTask]:
    return [ReportedTask(*row) for row in (await session.execute(query)).all()]


async def _taken_back(
    session: AsyncSession, *which: ColumnElement[bool]
) -> frozenset[tuple[int | None, datetime]]:
    """Who took what back: one act of one person has one instant."""
    query = select(TimelineEntry.actor_id, TimelineEntry.data).where(
        *which, TimelineEntry.event == Event.UNDONE
    )
    rows = (await session.execute(query)).all()
    return frozenset(
        (actor_id, datetime.fromisoformat(data["made_at"]))
        for actor_id, data in rows
        if "made_at" in data
    )
