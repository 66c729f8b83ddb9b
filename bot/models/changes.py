"""What a transaction has changed, row by row, and how to put it back."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import Date, event, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import ORMExecuteState, Session
from sqlalchemy.orm.attributes import get_history, instance_state
from sqlalchemy.types import TypeEngine

from bot.models.arrival import Arrival
from bot.models.base import Base, JsonDict, UtcDateTime, Word
from bot.models.client import Client
from bot.models.client_removal import forget_clients, worked_with
from bot.models.contact_point import ContactPoint
from bot.models.deal import Deal
from bot.models.gap import Gap
from bot.models.leave_request import LeaveRequest
from bot.models.pool import PoolEntry, Reactivation
from bot.models.reprieve import Reprieve
from bot.models.task import Task
from bot.models.timeline import TimelineEntry

Row: TypeAlias = (
    Arrival
    | Gap
    | Task
    | PoolEntry
    | Reactivation
    | Reprieve
    | LeaveRequest
    | Deal
    | ContactPoint
    | Client
)

_R = TypeVar("_R", bound=Row)

_KEY = "changes"

RECORDED: tuple[type[Row], ...] = (
    Arrival,
    Gap,
    Task,
    PoolEntry,
    Reactivation,
    Reprieve,
    LeaveRequest,
    Deal,
    ContactPoint,
    Client,
)
"""The tables that are watched, each before those it points at."""

_ROW_BY_ROW = RECORDED[1:]
"""What no statement may change: of arrivals only those of nobody are tidied away by one."""

_ASKED_ANEW: Mapping[type[Row], frozenset[str]] = {Gap: frozenset({"held_until", "next_step_at"})}
"""What follows from other rows and is set by the coverage after every change: that it is different
by now stops nobody."""

Pair: TypeAlias = Sequence[JsonDict | None]
Rows: TypeAlias = dict[str, dict[str, Pair]]
"""Table, id, and the row before and after: the changed columns of a row that stays; of one that
was added (nothing before) or removed (nothing after) every column that was not empty."""


class ChangeLog:
    """Listens to one session and remembers the watched rows that it adds, changes, removes."""

    def __init__(self, session: AsyncSession) -> None:
        self._before: dict[Row, dict[str, Any]] = {}
        self._added: dict[Row, None] = {}
        self._removed: dict[Row, dict[str, Any]] = {}
        self._blind: str | None = None
        self._closed = False
        session.info[_KEY] = self

    def close(self) -> None:
        """Remember nothing more than what was flushed until now."""
        self._closed = True

    def rows(self) -> Rows:
        """What has changed so far, all of it flushed.

        RuntimeError where a statement went past the session: such a change can not be put back.
        """
        if self._blind is not None:
            raise RuntimeError(f"{self._blind} was changed by a statement, not row by row")
        made: Rows = {}
        for row, before, after in self._changes():
            numbered = made.setdefault(row.__tablename__, {})
            numbered[str(row.id)] = [before, after]
        return made

    @property
    def client_ids(self) -> list[int]:
        """The clients whose rows these are."""
        rows = (*self._before, *self._added, *self._removed)
        return sorted({number for row in rows if (number := _client_of(row)) is not None})

    def _changes(self) -> Iterator[tuple[Row, JsonDict | None, JsonDict | None]]:
        for row, before in self._before.items():
            after = {name: _plain(getattr(row, name)) for name in before}
            old = {name: _plain(value) for name, value in before.items()}
            changed = [name for name in before if old[name] != after[name]]
            if changed:
                yield row, {name: old[name] for name in changed}, {n: after[n] for n in changed}
        for row in self._added:
            yield row, None, _filled(_values(row))
        for row, values in self._removed.items():
            yield row, _filled(values), None

    def note(self, session: Session) -> None:
        """Look at what is about to be flushed."""
        if self._closed:
            return
        for row in session.new:
            if isinstance(row, RECORDED):
                self._added[row] = None
        for row in session.dirty:
            if isinstance(row, RECORDED) and row not in self._added:
                self._remember(row)
        for row in session.deleted:
            if not isinstance(row, RECORDED):
                continue
            if row in self._added:
                del self._added[row]
                continue
            self._remember(row)
            self._removed[row] = _values(row) | self._before.pop(row, {})

    def _remember(self, row: Row) -> None:
        """The values from before the first change of each column."""
        unchanged = instance_state(row).unmodified
        for name in _columns(type(row)):
            if name not in unchanged and (old := get_history(row, name).deleted):
                self._before.setdefault(row, {}).setdefault(name, old[0])

    def watch(self, state: ORMExecuteState) -> None:
        """Look at a statement that may go past the session."""
        if self._closed:
            return
        writes = state.is_insert or state.is_update or state.is_delete
        if writes and state.bind_mapper is not None and state.bind_mapper.class_ in _ROW_BY_ROW:
            self._blind = state.bind_mapper.class_.__tablename__


# Once for all sessions: to have one listen by itself costs each of its statements and flushes.
@event.listens_for(Session, "before_flush")
def _before_flush(session: Session, *_: object) -> None:
    if (log := session.info.get(_KEY)) is not None:
        log.note(session)


@event.listens_for(Session, "do_orm_execute")
def _on_execute(state: ORMExecuteState) -> None:
    if (log := state.session.info.get(_KEY)) is not None:
        log.watch(state)


async def put_back(session: AsyncSession, rows: Rows, client_ids: Sequence[int]) -> bool:
    """Make the rows what they were; False where any of them has been changed since.

    The clients are locked first, as every use case does. False means that the transaction has to
    be rolled back. What the timeline said of a row that goes stays, without its number; of a
    client that goes nothing stays.
    """
    locked = select(Client.id).where(Client.id.in_(client_ids)).order_by(Client.id)
    await session.execute(locked.with_for_update())
    found = {table: await _find(session, table, rows) for table in RECORDED}
    if not all(_untouched(found[table], _stored(rows, table)) for table in RECORDED):
        return False
    added = [number for number, pair in _stored(rows, Client).items() if pair[0] is None]
    if await worked_with(session, added):
        return False
    await forget_clients(session, added)
    try:
        for table in RECORDED:
            await _drop_or_change(session, found[table], _stored(rows, table))
        for table in reversed(RECORDED):
            await _add_again(session, table, _stored(rows, table))
    except IntegrityError:
        # Something newer hangs on a row that has to go: only the database knows of it.
        return False
    return True


def _stored(rows: Rows, table: type[Base]) -> dict[int, Pair]:
    return {int(number): pair for number, pair in rows.get(table.__tablename__, {}).items()}


async def _find(session: AsyncSession, table: type[_R], rows: Rows) -> dict[int, _R]:
    ids = list(_stored(rows, table))
    if not ids:
        return {}
    query = select(table).where(table.id.in_(ids)).execution_options(populate_existing=True)
    return {row.id: row for row in await session.scalars(query)}


def _untouched(found: Mapping[int, Row], stored: dict[int, Pair]) -> bool:
    for number, (before, after) in stored.items():
        row = found.get(number)
        if row is None or after is None:
            if row is not None or after is not None:
                return False
            continue
        names = set(_columns(type(row)) if before is None else after)
        names -= _ASKED_ANEW.get(type(row), frozenset())
        if any(_plain(getattr(row, name)) != after.get(name) for name in names):
            return False
    return True


async def _drop_or_change(
    session: AsyncSession, found: Mapping[int, Row], stored: dict[int, Pair]
) -> None:
    """First the rows that go: one that comes back may need their place in a unique index."""
    gone = [number for number, (before, _) in stored.items() if before is None]
    if gone:
        await _forget(session, type(found[gone[0]]), gone)
    for number in gone:
        await session.delete(found[number])
    await session.flush()
    for number, (before, after) in stored.items():
        if before is not None and after is not None:
            _assign(found[number], before)
    await session.flush()


async def _forget(session: AsyncSession, table: type[Row], numbers: Sequence[int]) -> None:
    for column, target in ((TimelineEntry.task_id, Task), (TimelineEntry.deal_id, Deal)):
        if target is table:
            entries = update(TimelineEntry).where(column.in_(numbers))
            await session.execute(entries.values({column: None}))


async def _add_again(session: AsyncSession, table: type[Row], stored: dict[int, Pair]) -> None:
    for before, after in stored.values():
        if before is not None and after is None:
            row = table()
            _assign(row, before)
            session.add(row)
    await session.flush()


def _assign(row: Row, values: JsonDict) -> None:
    kinds = row.__mapper__.columns
    for name, value in values.items():
        setattr(row, name, _value(kinds[name].type, value))


def _client_of(row: Row) -> int | None:
    return row.id if isinstance(row, Client) else row.client_id


@cache
def _columns(table: type[Row]) -> tuple[str, ...]:
    return tuple(attribute.key for attribute in table.__mapper__.column_attrs)


def _values(row: Row) -> dict[str, Any]:
    return {name: getattr(row, name) for name in _columns(type(row))}


def _filled(values: Mapping[str, Any]) -> JsonDict:
    return {name: _plain(value) for name, value in values.items() if value is not None}


def _plain(value: object) -> object:
    """As JSON keeps it."""
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date():
            return value.isoformat()
        case StrEnum():
            return value.value
    return value


def _value(kind: TypeEngine[Any], stored: Any) -> object:
    """As the row keeps it."""
    if stored is None:
        return None
    match kind:
        case Word():
            return kind.terms(stored)
        case UtcDateTime():
            return datetime.fromisoformat(stored)
        case Date():
            return date.fromisoformat(stored)
    return stored
