"""Tasks: planned (outbound) or arrived (inbound) pieces of work with a client."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import (
    ForeignKey,
    Index,
    Select,
    String,
    Text,
    bindparam,
    func,
    or_,
    select,
    text,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, aliased, mapped_column

from bot.method.core.terms import (
    CancelReason,
    DealStatus,
    Direction,
    Outcome,
    TaskKind,
    TaskStatus,
)
from bot.models.base import Base, Id, Word
from bot.models.client import Client
from bot.models.deal import Deal
from bot.models.prepared import PreparedStatement
from bot.models.user import User

_OPEN = text("status = 'open'")
_SUBJECT = ("client_id", "deal_id", "direction", "due_on")
_REACTED = ("reacted_by", "reacted_at", "reaction_minutes")
_ANSWERED = text("reacted_at IS NOT NULL")
_TIMED = text("status = 'open' AND due_at IS NOT NULL")


class Task(Base):
    """Belongs to a client and, where there is an open one, to a deal (R2).

    `due_on` is a local date of the owner, `due_at` the UTC instant of a timed task only.
    `remind_at` (UTC) is when somebody is reminded of it next: of a timed task before its time, of
    an inbound at its deadline, and the head when that working day ends.
    Inbound tasks have `arrived_at` (of the event itself) and `deadline_at`, both UTC;
    `dedupe_key` makes the same event twice impossible, `sender_key` groups what came together.
    `reacted_at` (UTC) is when an inbound had its first outcome, after so many working minutes, and
    `reacted_by` whose it was.
    """

    __tablename__ = "tasks"
    __table_args__ = (
        Index("ix_tasks_open", "owner_id", "due_on", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_tasks_remind", "remind_at", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_tasks_open_client", *_SUBJECT, sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_tasks_timed", "id", sqlite_where=_TIMED, postgresql_where=_TIMED),
        Index("ix_tasks_reacted", *_REACTED, sqlite_where=_ANSWERED, postgresql_where=_ANSWERED),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    deal_id: Mapped[int | None] = mapped_column(ForeignKey("deals.id"), index=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    reactivation_id: Mapped[int | None] = mapped_column(ForeignKey("reactivations.id"))
    direction: Mapped[Direction] = mapped_column(Word(Direction))
    status: Mapped[TaskStatus] = mapped_column(Word(TaskStatus), default=TaskStatus.OPEN)
    kind: Mapped[TaskKind] = mapped_column(Word(TaskKind), default=TaskKind.CALL)
    title: Mapped[str | None] = mapped_column(String(200))
    text: Mapped[str | None] = mapped_column(Text)
    due_on: Mapped[date | None]
    due_at: Mapped[datetime | None]
    remind_at: Mapped[datetime | None]
    arrived_at: Mapped[datetime | None]
    deadline_at: Mapped[datetime | None]
    dedupe_key: Mapped[str | None] = mapped_column(String(64), unique=True)
    sender_key: Mapped[str | None] = mapped_column(String(64), index=True)
    moves: Mapped[int] = mapped_column(default=0)
    attempts: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    created_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    closed_at: Mapped[datetime | None]
    reacted_at: Mapped[datetime | None]
    reacted_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    reaction_minutes: Mapped[int | None]
    outcome: Mapped[Outcome | None] = mapped_column(Word(Outcome))
    cancel_reason: Mapped[CancelReason | None] = mapped_column(Word(CancelReason))


FoundTask = tuple[Task, Client, Deal | None, bool]
"""A task with its client and deal, and whether the client has several open deals: then people are
told which one it is."""


def task_rows() -> Select[FoundTask]:
    """The rows, to be narrowed down."""
    sibling = aliased(Deal)
    several = select(func.count() > 1).where(
        sibling.client_id == Client.id, sibling.status == DealStatus.OPEN
    )
    return (
        select(Task, Client, Deal, several.correlate(Client).scalar_subquery())
        .join(Client, Client.id == Task.client_id)
        .outerjoin(Deal, Deal.id == Task.deal_id)
    )


async def tasks_for_day(
    session: AsyncSession, owner_id: int, today: date, limit: int
) -> Sequence[FoundTask]:
    """The owner's open inbound tasks, and the outbound ones due by the end of today (R10)."""
    due = or_(Task.direction == Direction.INBOUND, Task.due_on <= today)
    query = (
        task_rows()
        .where(Task.owner_id == owner_id, Task.status == TaskStatus.OPEN, due)
        .order_by(Task.due_on, Task.due_at, Task.id)
        .limit(limit)
    )
    return [row._tuple() for row in (await session.execute(query)).all()]


_PLANNED = (
    Task.owner_id == bindparam("owner_id"),
    Task.status == TaskStatus.OPEN,
    Task.direction == Direction.OUTBOUND,
    Task.due_on.between(bindparam("since"), bindparam("until")),
)
_LOAD = PreparedStatement(select(Task.due_on, func.count()).where(*_PLANNED).group_by(Task.due_on))
_KINDS = PreparedStatement(
    select(Task.due_on, Task.kind, func.count()).where(*_PLANNED).group_by(Task.due_on, Task.kind)
)


async def load_of(
    session: AsyncSession, owner_id: int, since: date, until: date
) -> Mapping[date, int]:
    """How many open outbound tasks the owner has on each local date (R8)."""
    values = {"owner_id": owner_id, "since": since, "until": until}
    rows = await _LOAD.rows(session, values)
    return {on: count for on, count in rows if on is not None}


async def planned_on(session: AsyncSession, day: date) -> int:
    """How many open outbound tasks stand on this local date, whosever they are."""
    query = select(func.count(Task.id)).where(
        Task.status == TaskStatus.OPEN, Task.direction == Direction.OUTBOUND, Task.due_on == day
    )
    return await session.scalar(query) or 0


async def open_counts(
    session: AsyncSession, owner_ids: Sequence[int], until: date
) -> Sequence[tuple[int, Direction, date | None, TaskKind, int]]:
    """How many open tasks each owner has by direction, date and kind: every inbound one, and the
    outbound ones due by `until`, the overdue included (R8)."""
    counted = or_(Task.direction == Direction.INBOUND, Task.due_on <= until)
    alike = (Task.owner_id, Task.direction, Task.due_on, Task.kind)
    query = (
        select(*alike, func.count())
        .where(Task.owner_id.in_(owner_ids), Task.status == TaskStatus.OPEN, counted)
        .group_by(*alike)
    )
    return [row._tuple() for row in (await session.execute(query)).all()]


async def kinds_of_load(
    session: AsyncSession, owner_id: int, since: date, until: date
) -> Mapping[date, Mapping[TaskKind, int]]:
    """The open outbound tasks of each local date by kind, to know the time they take (R8)."""
    values = {"owner_id": owner_id, "since": since, "until": until}
    found: dict[date, dict[TaskKind, int]] = {}
    for on, kind, count in await _KINDS.rows(session, values):
        if on is not None:
            found.setdefault(on, {})[kind] = count
    return found


async def timed_tasks(
    session: AsyncSession, owner_id: int, since: datetime, until: datetime
) -> Sequence[tuple[datetime, str]]:
    """When the owner's open tasks with a time in this span stand, and the clients' names."""
    query = (
        select(Task.due_at, Client.name)
        .join(Client, Client.id == Task.client_id)
        .where(
            Task.owner_id == owner_id,
            Task.status == TaskStatus.OPEN,
            Task.due_at >= since,
            Task.due_at < until,
        )
        .order_by(Task.due_at, Task.id)
    )
    return [(at, name) for at, name in (await session.execute(query)).all() if at is not None]


async def task_row(session: AsyncSession, task_id: int) -> FoundTask | None:
    """The task, open or not, with its client and deal."""
    query = task_rows().where(Task.id == task_id)
    row = (await session.execute(query)).first()
    return None if row is None else row._tuple()


async def cancelled_at(session: AsyncSession, client_id: int, at: datetime) -> Sequence[Task]:
    """What became obsolete on the client itself at this moment, the oldest first."""
    query = select(Task).where(
        Task.client_id == client_id,
        Task.deal_id.is_(None),
        Task.cancel_reason == CancelReason.OBSOLETE,
        Task.closed_at == at,
    )
    return (await session.scalars(query.order_by(Task.id))).all()


async def arrived_between(
    session: AsyncSession, owner_id: int, since: datetime, until: datetime
) -> int:
    """How many inbound tasks came to the owner in this time."""
    query = select(func.count()).where(
        Task.owner_id == owner_id,
        Task.direction == Direction.INBOUND,
        Task.arrived_at >= since,
        Task.arrived_at < until,
    )
    return await session.scalar(query) or 0


async def task_of_attempt(session: AsyncSession, reactivation_id: int) -> int | None:
    """The open task of a reactivation attempt."""
    query = select(Task.id).where(
        Task.reactivation_id == reactivation_id, Task.status == TaskStatus.OPEN
    )
    return (await session.scalars(query.order_by(Task.id))).first()


async def task_to_remind(session: AsyncSession, task_id: int) -> tuple[Task, User] | None:
    """The task, if it is still open, with its owner; locked."""
    query = (
        select(Task, User)
        .join(User, User.id == Task.owner_id)
        .where(Task.id == task_id, Task.status == TaskStatus.OPEN)
        .with_for_update(of=Task)
    )
    row = (await session.execute(query)).first()
    return None if row is None else row._tuple()


async def waiting_tasks(session: AsyncSession, owner_id: int) -> Sequence[Task]:
    """The owner's open tasks that somebody can be reminded of: timed ones and inbound, locked."""
    query = (
        select(Task)
        .where(Task.owner_id == owner_id, Task.status == TaskStatus.OPEN)
        .where(or_(Task.due_at.is_not(None), Task.deadline_at.is_not(None)))
        .with_for_update()
    )
    return (await session.scalars(query)).all()
