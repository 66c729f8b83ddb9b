"""What happened to a client: inbounds, outcomes, moves, owners, with who and when."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Index,
    and_,
    bindparam,
    case,
    distinct,
    func,
    select,
    text,
    union,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.method.core.terms import Event, TaskStatus
from bot.models.base import Base, Id, JsonDict, Word
from bot.models.prepared import PreparedStatement
from bot.models.task import Task
from bot.models.user import User

_UNDONE = text("event = 'undone'")


class TimelineEntry(Base):
    """One event; `data` holds code words, ids and dates, never a ready text of the bot."""

    __tablename__ = "timeline"
    __table_args__ = (
        Index("ix_timeline_client", "client_id", "id"),
        Index("ix_timeline_actor", "actor_id", "event", "at"),
        Index(
            "ix_timeline_undone",
            "client_id",
            "id",
            sqlite_where=_UNDONE,
            postgresql_where=_UNDONE,
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"))
    deal_id: Mapped[int | None] = mapped_column(ForeignKey("deals.id"))
    task_id: Mapped[int | None] = mapped_column(ForeignKey("tasks.id"), index=True)
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    event: Mapped[Event] = mapped_column(Word(Event))
    at: Mapped[datetime]
    data: Mapped[JsonDict]


class PastEvent(NamedTuple):
    """The same to be looked at only."""

    id: int
    deal_id: int | None
    task_id: int | None
    actor_id: int | None
    event: Event
    at: datetime
    data: JsonDict


_FACTS = tuple(getattr(TimelineEntry, name) for name in PastEvent._fields)


async def timeline_page(
    session: AsyncSession,
    client_id: int,
    offset: int,
    limit: int,
    only: frozenset[Event] | None = None,
    *,
    deal_id: int | None = None,
) -> Sequence[tuple[TimelineEntry, str | None]]:
    """Events of the client, or of one of its deals, with the names of who caused them, newest
    first; `only` these kinds."""
    query = (
        select(TimelineEntry, User.name)
        .outerjoin(User, User.id == TimelineEntry.actor_id)
        .where(TimelineEntry.client_id == client_id)
        .order_by(TimelineEntry.id.desc())
    )
    if only is not None:
        query = query.where(TimelineEntry.event.in_(only))
    if deal_id is not None:
        query = query.where(TimelineEntry.deal_id == deal_id)
    return [
        row._tuple() for row in (await session.execute(query.offset(offset).limit(limit))).all()
    ]


async def latest_entries(
    session: AsyncSession,
    client_id: int,
    of: Sequence[frozenset[Event]],
    most: int,
) -> Sequence[tuple[PastEvent, str | None]]:
    """So many of the latest events of each set, all together newest first, with who caused them."""
    rows = await _latest(tuple(of), most).rows(session, {"client_id": client_id})
    return [(PastEvent(*facts), name) for name, *facts in rows]


@cache
def _latest(of: tuple[frozenset[Event], ...], most: int) -> PreparedStatement:
    """Built once for each of the few pages that look so."""
    own = select(TimelineEntry.id).where(TimelineEntry.client_id == bindparam("client_id"))
    latest = [
        own.where(_is_one_of(events)).order_by(TimelineEntry.id.desc()).limit(most).subquery()
        for events in of
    ]
    # One list of them all: of lists with OR between them PostgreSQL reads the table instead.
    ids = union(*(select(found.c.id) for found in latest))
    return PreparedStatement(
        select(User.name, *_FACTS)
        .select_from(TimelineEntry)
        .outerjoin(User, User.id == TimelineEntry.actor_id)
        .where(TimelineEntry.id.in_(ids))
        .order_by(TimelineEntry.id.desc())
    )


def _is_one_of(events: frozenset[Event]) -> ColumnElement[bool]:
    """A lone event as the index of it has it."""
    if len(events) == 1:
        return TimelineEntry.event == next(iter(events))
    return TimelineEntry.event.in_(events)


def standing(
    rows: Sequence[tuple[PastEvent, str | None]],
) -> list[tuple[PastEvent, str | None]]:
    """Those of the events that were not taken back: one act of one person has one instant."""
    undone = {
        (entry.actor_id, datetime.fromisoformat(entry.data["made_at"]))
        for entry, _ in rows
        if "made_at" in entry.data
    }
    return [row for row in rows if (row[0].actor_id, row[0].at) not in undone]


async def entries_since(
    session: AsyncSession, client_id: int, since: datetime, events: Sequence[Event]
) -> Sequence[TimelineEntry]:
    """What happened with the client from then on, of these kinds, the oldest first."""
    query = select(TimelineEntry).where(
        TimelineEntry.client_id == client_id,
        TimelineEntry.at >= since,
        TimelineEntry.event.in_(events),
    )
    return (await session.scalars(query.order_by(TimelineEntry.id))).all()


async def timeline_size(session: AsyncSession, client_id: int, deal_id: int | None = None) -> int:
    """How many events the client has, or one of its deals."""
    query = select(func.count()).where(TimelineEntry.client_id == client_id)
    if deal_id is not None:
        query = query.where(TimelineEntry.deal_id == deal_id)
    return await session.scalar(query) or 0


async def count_worked(
    session: AsyncSession, actor_id: int, since: datetime
) -> tuple[int, int, int]:
    """How many tasks the person has done since then, how often he has moved one, and how often
    nobody answered; what was taken back does not count.

    The timeline grows at its end only: what is older than `since` is found by going back from
    there, and not looked through.
    """
    before = (
        select(TimelineEntry.id)
        .where(TimelineEntry.at < since)
        .order_by(TimelineEntry.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    event = TimelineEntry.event
    done = and_(event == Event.TASK_DONE, Task.status == TaskStatus.DONE)
    taken_back = func.coalesce(TimelineEntry.data["moves"].as_integer(), 0)
    moved = case((event == Event.TASK_MOVED, 1), (event == Event.UNDONE, -taken_back), else_=0)
    untried = func.coalesce(TimelineEntry.data["attempts"].as_integer(), 0)
    tried = case((event == Event.NO_ANSWER, 1), (event == Event.UNDONE, -untried), else_=0)
    query = (
        select(
            func.count(distinct(case((done, Task.id)))),
            func.coalesce(func.sum(moved), 0),
            func.coalesce(func.sum(tried), 0),
        )
        .select_from(TimelineEntry)
        .outerjoin(Task, Task.id == TimelineEntry.task_id)
        .where(TimelineEntry.id > func.coalesce(before, 0), TimelineEntry.actor_id == actor_id)
    )
    counted, moves, tries = (await session.execute(query)).one()._tuple()
    return counted, int(moves), int(tries)
