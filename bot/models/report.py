"""What the numbers of the report are counted from (R12): each statement is about many people at
once, and none reads more of the past than the days it is asked for."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import BindParameter, and_, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.method.core.terms import ClientStatus, DealStatus, Direction, Event, TaskStatus
from bot.models.client import Client
from bot.models.day_record import DayRecord
from bot.models.deal import Deal
from bot.models.gap import Gap
from bot.models.task import Task
from bot.models.timeline import TimelineEntry

Instant = tuple[int, datetime]
"""Who did something, and when (UTC): one act of one person has one instant."""

_PEOPLE: BindParameter[Sequence[int]] = bindparam("people", expanding=True)
_SINCE: BindParameter[datetime] = bindparam("since")
_UNTIL: BindParameter[datetime] = bindparam("until")
_AT_ONCE = 400
"""Values that every database takes in one statement."""


class DeedCount(NamedTuple):
    """How many outbound tasks a person has finished or moved."""

    actor_id: int
    event: Event
    times: int


class DeedUndone(NamedTuple):
    """One such deed that was none in the end (`at` in UTC)."""

    actor_id: int
    at: datetime
    event: Event


class RecordedDay(NamedTuple):
    """A row of `DayRecord` to be looked at only."""

    user_id: int
    on: date
    clean: bool
    left: int
    done: int
    subjects: int | None
    uncovered: int | None
    overdue: int | None


_AN_OPEN_DEAL = and_(Deal.client_id == Client.id, Deal.status == DealStatus.OPEN)
_SUBJECTS = (
    select(Client.owner_id, func.count())
    .select_from(Client)
    .outerjoin(Deal, _AN_OPEN_DEAL)
    .where(
        Client.owner_id.in_(_PEOPLE),
        Client.status == ClientStatus.ACTIVE,
        Client.paused_until.is_(None),
    )
    .group_by(Client.owner_id)
)


async def subjects_of(session: AsyncSession, owner_ids: Sequence[int]) -> Mapping[int, int]:
    """How many open deals, and clients without one, each person has to keep a plan for (R3, R4).

    A paused client counts apart: he is neither covered nor without a task.
    """
    rows = (await session.execute(_SUBJECTS, {"people": owner_ids})).all()
    return {owner_id: count for owner_id, count in rows if owner_id is not None}


_UNCOVERED = (
    select(Gap.owner_id, func.count())
    .where(Gap.owner_id.in_(_PEOPLE), Gap.closed_at.is_(None))
    .group_by(Gap.owner_id)
)


async def uncovered_of(session: AsyncSession, owner_ids: Sequence[int]) -> Mapping[int, int]:
    """How many of those have no task."""
    rows = (await session.execute(_UNCOVERED, {"people": owner_ids})).all()
    return dict(row._tuple() for row in rows)


_OVERDUE = (
    select(Task.owner_id, Task.due_on, func.count())
    .where(
        Task.owner_id.in_(_PEOPLE),
        Task.status == TaskStatus.OPEN,
        Task.direction == Direction.OUTBOUND,
        Task.due_on < bindparam("before"),
    )
    .group_by(Task.owner_id, Task.due_on)
)


async def overdue_of(
    session: AsyncSession, owner_ids: Sequence[int], before: date
) -> Sequence[tuple[int, date, int]]:
    """How many open outbound tasks each person has on each local date before this one."""
    rows = (await session.execute(_OVERDUE, {"people": owner_ids, "before": before})).all()
    return [(owner, on, count) for owner, on, count in rows if on is not None]


_WAITING = (
    select(Task.owner_id, func.count())
    .where(
        Task.owner_id.in_(_PEOPLE),
        Task.status == TaskStatus.OPEN,
        Task.direction == Direction.INBOUND,
        Task.attempts == 0,
    )
    .group_by(Task.owner_id)
)


async def waiting_inbound(session: AsyncSession, owner_ids: Sequence[int]) -> Mapping[int, int]:
    """How many inbound tasks of each person wait for their first outcome."""
    rows = (await session.execute(_WAITING, {"people": owner_ids})).all()
    return dict(row._tuple() for row in rows)


_DAYS = (
    select(*(getattr(DayRecord, name) for name in RecordedDay._fields))
    .where(DayRecord.user_id.in_(_PEOPLE), DayRecord.on.between(_SINCE, _UNTIL))
    .order_by(DayRecord.on)
)


async def days_of(
    session: AsyncSession, user_ids: Sequence[int], since: date, until: date
) -> Sequence[RecordedDay]:
    """The recorded days of these people, both dates included, in their order."""
    values = {"people": user_ids, "since": since, "until": until}
    return [RecordedDay(*row) for row in (await session.execute(_DAYS, values)).all()]


_ARE_DEEDS = (
    TimelineEntry.event.in_((Event.TASK_DONE, Event.TASK_MOVED)),
    Task.direction == Direction.OUTBOUND,
)
_DEEDS = (
    select(TimelineEntry.actor_id, TimelineEntry.event, func.count())
    .join(Task, Task.id == TimelineEntry.task_id)
    .where(
        TimelineEntry.actor_id.in_(_PEOPLE),
        TimelineEntry.at >= _SINCE,
        TimelineEntry.at < _UNTIL,
        *_ARE_DEEDS,
    )
    .group_by(TimelineEntry.actor_id, TimelineEntry.event)
)


async def deeds_of(
    session: AsyncSession, actor_ids: Sequence[int], since: datetime, until: datetime
) -> Sequence[DeedCount]:
    """What these people did with outbound tasks from `since` to before `until`, what was taken
    back included."""
    values = {"people": actor_ids, "since": since, "until": until}
    return [DeedCount(*row) for row in (await session.execute(_DEEDS, values)).all()]


_UNDONE = select(TimelineEntry.actor_id, TimelineEntry.data["made_at"].as_string()).where(
    TimelineEntry.actor_id.in_(_PEOPLE),
    TimelineEntry.event == Event.UNDONE,
    TimelineEntry.at >= _SINCE,
)


async def undone_by(
    session: AsyncSession, actor_ids: Sequence[int], since: datetime
) -> frozenset[Instant]:
    """Who of these people took back what he did at which instant, since then."""
    rows = (await session.execute(_UNDONE, {"people": actor_ids, "since": since})).all()
    return frozenset((actor, datetime.fromisoformat(at)) for actor, at in rows if at is not None)


_TAKEN_BACK = (
    select(TimelineEntry.actor_id, TimelineEntry.at, TimelineEntry.event)
    .join(Task, Task.id == TimelineEntry.task_id)
    .where(
        TimelineEntry.actor_id.in_(_PEOPLE),
        TimelineEntry.at.in_(bindparam("instants", expanding=True)),
        *_ARE_DEEDS,
    )
)


async def deeds_taken_back(session: AsyncSession, acts: Collection[Instant]) -> list[DeedUndone]:
    """What people did with outbound tasks at these instants."""
    left, found = sorted(acts), list[DeedUndone]()
    while left:
        portion, left = left[:_AT_ONCE], left[_AT_ONCE:]
        # Not by pairs: for these SQLite has no use of the index.
        values = {"people": {actor for actor, _ in portion}, "instants": [at for _, at in portion]}
        rows = (await session.execute(_TAKEN_BACK, values)).all()
        found += [DeedUndone(*row) for row in rows if (row.actor_id, row.at) in acts]
    return found


_REACTIONS = (
    select(Task.reacted_by, Task.reaction_minutes)
    .where(Task.reacted_by.in_(_PEOPLE), Task.reacted_at >= _SINCE, Task.reacted_at < _UNTIL)
    .order_by(Task.reacted_by, Task.reacted_at)
)


async def reactions_of(
    session: AsyncSession, actor_ids: Sequence[int], since: datetime, until: datetime
) -> Sequence[tuple[int, int]]:
    """Who of these people was the first to answer an inbound in this time (`until` not included),
    each time with the working minutes from its arrival, in the order of time."""
    values = {"people": actor_ids, "since": since, "until": until}
    rows = (await session.execute(_REACTIONS, values)).all()
    return [(by, minutes) for by, minutes in rows if by is not None and minutes is not None]
