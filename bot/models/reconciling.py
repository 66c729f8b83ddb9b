"""Which clients may have drifted: what is kept of them beside their open tasks, by one anti-join
over many clients (R3, R4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import (
    CTE,
    ColumnElement,
    Date,
    Integer,
    Select,
    String,
    and_,
    case,
    column,
    func,
    literal,
    or_,
    select,
    values,
)
from sqlalchemy.ext.asyncio import AsyncSession

from bot.method.core.terms import ClientKind, ClientStatus, DealStatus, Direction, TaskStatus
from bot.models.base import UtcDateTime
from bot.models.client import Client
from bot.models.deal import Deal
from bot.models.gap import Gap
from bot.models.task import Task
from bot.models.user import User


@dataclass(frozen=True)
class Lapse:
    """Where people of this zone live, a lone task of this local date covers `ahead` days before it
    and until `lapses_at` (UTC)."""

    zone: str
    due_on: date
    ahead: int
    lapses_at: datetime


@dataclass(frozen=True)
class Horizons:
    """Days, R4: of a deal, of a client by kind and by class; None leaves it to the next of them."""

    deal: int
    client: int
    supplier: int | None
    by_class: tuple[tuple[str, int | None], ...]

    def of_client(self) -> ColumnElement[int]:
        """That of a client without an open deal."""
        ways = [
            (Client.client_class == name, literal(days)) for name, days in self.by_class if days
        ]
        if self.supplier:
            ways.append((Client.kind == ClientKind.SUPPLIER, literal(self.supplier)))
        return case(*ways, else_=self.client) if ways else literal(self.client)


async def zones_of_people(session: AsyncSession) -> Sequence[str]:
    """Where people live."""
    return (await session.scalars(select(User.zone).distinct().order_by(User.zone))).all()


async def last_client(session: AsyncSession) -> int:
    """The greatest number of a client."""
    return await session.scalar(select(func.max(Client.id))) or 0


async def count_active(session: AsyncSession, after: int, until: int) -> int:
    """How many active clients have a number above `after` and up to `until`."""
    return await session.scalar(select(func.count(Client.id)).where(*_active(after, until))) or 0


async def doubtful_clients(
    session: AsyncSession, after: int, until: int, lapses: Sequence[Lapse], horizons: Horizons
) -> Sequence[int]:
    """Active clients of these numbers of which it can not be said at once that all is right.

    Evidently right is a client, with one open deal at most, whose only date is the one that is
    kept, covers today and lapses when it is kept to; without a gap, a pause or a lock, its owner
    not on vacation.
    """
    if not lapses:
        active = select(Client.id).where(*_active(after, until))
        return (await session.scalars(active.order_by(Client.id))).all()
    return (await session.scalars(_doubtful(after, until, lapses, horizons))).all()


async def timed_after(
    session: AsyncSession, task_id: int, limit: int
) -> Sequence[tuple[Task, User]]:
    """The next open outbound tasks with a time by number, with their owners."""
    query = (
        select(Task, User)
        .join(User, User.id == Task.owner_id)
        .where(
            Task.id > task_id,
            Task.status == TaskStatus.OPEN,
            Task.due_at.is_not(None),
            Task.direction == Direction.OUTBOUND,
        )
        .order_by(Task.id)
        .limit(limit)
    )
    return [row._tuple() for row in (await session.execute(query)).all()]


def _active(after: int, until: int) -> tuple[ColumnElement[bool], ...]:
    return Client.id > after, Client.id <= until, Client.status == ClientStatus.ACTIVE


def _dates(after: int, until: int) -> CTE:
    """The first and the last date of every subject, off the index of the open tasks."""
    return (
        select(
            Task.client_id,
            Task.deal_id,
            func.min(Task.due_on).label("first"),
            func.max(Task.due_on).label("last"),
        )
        .where(
            Task.client_id > after,
            Task.client_id <= until,
            Task.status == TaskStatus.OPEN,
            Task.direction == Direction.OUTBOUND,
        )
        .group_by(Task.client_id, Task.deal_id)
        .cte("dates")
    )


def _doubtful(
    after: int, until: int, lapses: Sequence[Lapse], horizons: Horizons
) -> Select[tuple[int]]:
    """Everything of a client beside it, by outer joins only: what is joined by a condition
    PostgreSQL takes for a handful of rows, and then looks each of thousands up by itself."""
    dates, lapse = _dates(after, until), _table_of(lapses)
    earliest = min(lapse.due_on for lapse in lapses)
    right = and_(
        Client.gap_since.is_(None),
        Client.paused_until.is_(None),
        Client.locked_until.is_(None),
        dates.c.last == dates.c.first,
        Client.next_due == dates.c.first,
        Client.recheck_at == lapse.c.lapses_at,
        or_(User.away_until.is_(None), User.away_until < earliest),
        Gap.id.is_(None),
        or_(_right_alone(dates, lapse, horizons), _right_by_deal(dates, lapse, horizons)),
    )
    in_one_row = func.max(case((right, 1), else_=0))
    return (
        select(Client.id)
        .outerjoin(dates, dates.c.client_id == Client.id)
        .outerjoin(User, User.id == Client.owner_id)
        .outerjoin(lapse, and_(lapse.c.zone == User.zone, lapse.c.due_on == dates.c.first))
        .outerjoin(Deal, and_(Deal.status == DealStatus.OPEN, *_of_clients(Deal, after, until)))
        .outerjoin(Gap, and_(Gap.closed_at.is_(None), *_of_clients(Gap, after, until)))
        .where(*_active(after, until))
        .group_by(Client.id)
        .having(or_(in_one_row == 0, func.min(Deal.id) != func.max(Deal.id)))
        .order_by(Client.id)
    )


def _right_alone(dates: CTE, lapse: CTE, horizons: Horizons) -> ColumnElement[bool]:
    return and_(Deal.id.is_(None), dates.c.deal_id.is_(None), lapse.c.ahead <= horizons.of_client())


def _right_by_deal(dates: CTE, lapse: CTE, horizons: Horizons) -> ColumnElement[bool]:
    return and_(
        dates.c.deal_id == Deal.id,
        Deal.gap_since.is_(None),
        Deal.next_due == dates.c.first,
        Deal.recheck_at == lapse.c.lapses_at,
        lapse.c.ahead <= horizons.deal,
    )


def _of_clients(
    of: type[Deal] | type[Gap], after: int, until: int
) -> tuple[ColumnElement[bool], ...]:
    """Of one client; the numbers once more, for whoever reads all of them together."""
    return of.client_id == Client.id, of.client_id > after, of.client_id <= until


def _table_of(lapses: Sequence[Lapse]) -> CTE:
    rows = [(lapse.zone, lapse.due_on, lapse.ahead, lapse.lapses_at) for lapse in lapses]
    columns = (
        column("zone", String),
        column("due_on", Date),
        column("ahead", Integer),
        column("lapses_at", UtcDateTime()),
    )
    return values(*columns, name="lapses").data(rows).cte("lapses")
