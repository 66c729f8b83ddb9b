"""What a person had at a past instant, worked out of the history: owners and dates have changed
since where it is asked late (R12)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, bindparam, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.method.core.terms import Direction, Event
from bot.method.gaps.reprieve import ReprieveKind, ReprieveState
from bot.models.base import Id, JsonDict
from bot.models.client import Client
from bot.models.deal import Deal
from bot.models.gap import Gap
from bot.models.pool import PoolEntry
from bot.models.reprieve import Reprieve
from bot.models.task import Task
from bot.models.timeline import TimelineEntry

_ANOTHER_OWNER = (
    Event.OWNER_CHANGED,
    Event.POOLED,
    Event.LOST,
    Event.ERASED,
    Event.RESTORED,
    Event.REACTIVATION,
)
_GRANTED = (ReprieveState.RUNNING, ReprieveState.OVER)


@dataclass(frozen=True)
class PastBase:
    """Whose clients they were at `at` (UTC): those of `owner_id` now without the `came`, and the
    `left`."""

    owner_id: int
    at: datetime
    came: tuple[int, ...]
    left: tuple[int, ...]

    @property
    def clause(self) -> ColumnElement[bool]:
        """The same as a condition on clients."""
        stayed = and_(Client.owner_id == self.owner_id, Client.id.not_in(_spelt(self.came)))
        return and_(Client.created_at < self.at, or_(stayed, Client.id.in_(_spelt(self.left))))


async def base_of(session: AsyncSession, owner_id: int, at: datetime) -> PastBase:
    """The person's clients as they were at that instant."""
    owners = await _owners_before(session, at)
    return PastBase(
        owner_id,
        at,
        came=tuple(client for client, owner in owners.items() if owner != owner_id),
        left=tuple(client for client, owner in owners.items() if owner == owner_id),
    )


async def count_subjects(session: AsyncSession, base: PastBase) -> int:
    """How many open deals, and clients without one, there were to keep a plan for (R3, R4); a
    paused client counted apart."""
    paused = exists().where(
        Reprieve.client_id == Client.id,
        Reprieve.kind == ReprieveKind.PAUSE,
        Reprieve.state.in_(_GRANTED),
        Reprieve.decided_at < base.at,
        or_(Reprieve.ended_at.is_(None), Reprieve.ended_at >= base.at),
    )
    an_open_deal = and_(
        Deal.client_id == Client.id,
        Deal.created_at < base.at,
        or_(Deal.closed_at.is_(None), Deal.closed_at >= base.at),
    )
    query = select(func.count()).select_from(Client).outerjoin(Deal, an_open_deal)
    return await session.scalar(query.where(base.clause, ~paused)) or 0


async def count_uncovered(session: AsyncSession, base: PastBase) -> int:
    """How many of those had no task; what an instant itself opens is of the time after it."""
    query = select(func.count()).where(
        Gap.owner_id == base.owner_id,
        Gap.opened_at < base.at,
        or_(Gap.closed_at.is_(None), Gap.closed_at >= base.at),
    )
    return await session.scalar(query) or 0


async def count_inbound(session: AsyncSession, base: PastBase) -> int:
    """How many inbound tasks waited."""
    query = select(func.count()).select_from(Task).where(*_open(base, Direction.INBOUND))
    return await session.scalar(query) or 0


async def count_due(session: AsyncSession, base: PastBase, on: date) -> int:
    """How many outbound tasks were due by this local date, wherever they were moved since."""
    moved = await _dates_before(session, base.at)
    query = select(Task.id, Task.due_on).where(*_open(base, Direction.OUTBOUND))
    due = or_(Task.due_on <= on, Task.id.in_(_spelt(tuple(moved))))
    rows = (await session.execute(query.where(due))).all()
    dates = [moved.get(task_id, due_on) for task_id, due_on in rows]
    return sum(due_on is not None and due_on <= on for due_on in dates)


def _open(base: PastBase, direction: Direction) -> tuple[ColumnElement[bool], ...]:
    # Over the person's clients: closed tasks have an index by client only.
    return (
        Task.client_id.in_(select(Client.id).where(base.clause)),
        Task.direction == direction,
        Task.created_at <= base.at,
        or_(Task.closed_at.is_(None), Task.closed_at > base.at),
    )


async def _owners_before(session: AsyncSession, at: datetime) -> Mapping[int, int | None]:
    """Who had each of the clients that have had another owner since then, at that time."""
    let_go = and_(
        PoolEntry.client_id == TimelineEntry.client_id, PoolEntry.entered_at == TimelineEntry.at
    )
    query = (
        select(
            TimelineEntry.client_id,
            TimelineEntry.event,
            TimelineEntry.data,
            PoolEntry.from_user_id,
        )
        .outerjoin(PoolEntry, let_go)
        .where(*_since(at), TimelineEntry.event.in_(_ANOTHER_OWNER))
        .order_by(TimelineEntry.id)
    )
    owners: dict[int, int | None] = {}
    for client_id, event, data, from_id in (await session.execute(query)).all():
        owners.setdefault(client_id, _before(event, data, from_id))
    return owners


def _before(event: Event, data: JsonDict, let_go_by: int | None) -> int | None:
    """Who had the client before this event; None: nobody."""
    if event is Event.POOLED:
        return let_go_by
    return data.get("before") if event in (Event.OWNER_CHANGED, Event.LOST, Event.ERASED) else None


async def _dates_before(session: AsyncSession, at: datetime) -> Mapping[int, date | None]:
    """When each of the tasks was due that were moved since then."""
    query = select(TimelineEntry.task_id, TimelineEntry.data).where(
        *_since(at), TimelineEntry.event == Event.TASK_MOVED
    )
    dates: dict[int, date | None] = {}
    for task_id, data in (await session.execute(query.order_by(TimelineEntry.id))).all():
        before = data.get("before")
        dates.setdefault(task_id, date.fromisoformat(before) if before else None)
    return dates


def _since(at: datetime) -> tuple[ColumnElement[bool], ...]:
    """The timeline grows at its end only: what is older is not looked through."""
    older = (
        select(TimelineEntry.id)
        .where(TimelineEntry.at < at)
        .order_by(TimelineEntry.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return TimelineEntry.id > func.coalesce(older, 0), TimelineEntry.at >= at


def _spelt(ids: tuple[int, ...]) -> ColumnElement[int]:
    """However many there are: a statement takes so many bound values only."""
    return bindparam(None, ids, Id, expanding=True, literal_execute=True, unique=True)
