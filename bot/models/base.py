"""What every table shares: names of constraints, UTC instants, enums as their words."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import cache
from hashlib import sha256
from typing import Any, cast

from sqlalchemy import (
    BigInteger,
    Date,
    DateTime,
    Dialect,
    Insert,
    Integer,
    MetaData,
    String,
    Table,
    Time,
    bindparam,
    insert,
    literal,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.sql.schema import ScalarElementColumnDefault
from sqlalchemy.types import JSON, TypeDecorator

from bot.models.prepared import PreparedStatement

Id = BigInteger().with_variant(Integer, "sqlite")
JsonDict = dict[str, Any]


class UtcDateTime(TypeDecorator[datetime]):
    """An aware UTC instant on both databases; a naive one is refused at the border."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("naive datetime at the database border")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class _Spelt(TypeDecorator.Comparator[StrEnum]):
    """Compares with the word itself: a bound value would miss the partial indexes."""

    def operate(self, op: Any, *other: Any, **kwargs: Any) -> Any:
        return super().operate(op, *map(self._spelt, other), **kwargs)

    def _spelt(self, value: Any) -> Any:
        if isinstance(value, StrEnum):
            return literal(value, self.type, literal_execute=True)
        if isinstance(value, set | frozenset):
            return self._spelt(sorted(value))
        if isinstance(value, list | tuple):
            return bindparam(
                None, value, self.type, expanding=True, literal_execute=True, unique=True
            )
        return value


class Word(TypeDecorator[StrEnum]):
    """An enum stored as its word, without a type of its own in the database."""

    impl = String(32)
    cache_ok = True
    comparator_factory = _Spelt

    def __init__(self, terms: type[StrEnum]) -> None:
        super().__init__()
        self.terms = terms

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        return None if value is None else self.terms(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        return None if value is None else self.terms(value)


class Base(DeclarativeBase):
    """The parent of all tables."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 -- SQLAlchemy reads it as a class attribute
        datetime: UtcDateTime(),
        date: Date(),
        time: Time(),
        JsonDict: JSON(),
    }


async def insert_once(
    session: AsyncSession, table: type[Base], values: Mapping[str, object]
) -> bool:
    """Add the row unless one with the same unique `key` is there; True when it was added.

    The database decides, so two writers at once make one row.
    """
    return bool(await insert_new(session, table, [values], "key"))


async def insert_new(
    session: AsyncSession, table: type[Base], rows: Sequence[Mapping[str, object]], key: str
) -> Sequence[Any]:
    """The same for some rows at once, in their order, by the unique column `key`: its values in
    those that were added. None is twice among them."""
    if not rows:
        return ()
    dialect, own = session.get_bind().dialect.name, cast(Table, table.__table__)
    if len(rows) == 1:
        # SQLAlchemy makes the words of such an insert anew at each call, which takes longest.
        values = {**_defaults_of(own), **rows[0]}
        added = await _insert_of_one(dialect, own, key, frozenset(values)).rows(session, values)
        return [number for (number,) in added]
    return (await session.scalars(_insert_of(dialect, own, key), list(rows))).all()


@cache
def _insert_of(dialect: str, table: Table, key: str) -> Insert:
    """Built once for each of the few tables that are added to so."""
    make = sqlite.insert if dialect == "sqlite" else postgresql.insert
    return make(table).on_conflict_do_nothing(index_elements=[key]).returning(table.c[key])


@cache
def _insert_of_one(
    dialect: str, table: Table, key: str, columns: frozenset[str]
) -> PreparedStatement:
    """The same for a single row with these columns."""
    return PreparedStatement(_insert_of(dialect, table, key))


@cache
def _defaults_of(table: Table) -> Mapping[str, object]:
    """What stands where nothing is given."""
    return {
        column.name: column.default.arg
        for column in table.c
        if isinstance(column.default, ScalarElementColumnDefault)
    }


_HELD = text("SELECT pg_advisory_xact_lock(:number)")


async def hold(session: AsyncSession, names: Iterable[str]) -> None:
    """Until the transaction ends nobody else holds one of these names; whoever would waits.

    It is for what is not there yet, so that no row can be locked. All names of a transaction are
    held in one call, in one order, so that two never wait for each other. SQLite has one writer
    at a time anyway.
    """
    if session.get_bind().dialect.name == "sqlite":
        return
    for number in sorted({_number(name) for name in names}):
        await session.execute(_HELD, {"number": number})


def _number(name: str) -> int:
    return int.from_bytes(sha256(name.encode("utf-8", "replace")).digest()[:8], signed=True)


async def insert_many(
    session: AsyncSession, table: type[Base], rows: Sequence[Mapping[str, object]]
) -> None:
    """Add the rows in one go, where nobody needs them as objects: many times faster."""
    if rows:
        # The table itself: the mapper would look at each row by itself.
        await session.execute(insert(cast(Table, table.__table__)), list(rows))


async def flush_many(session: AsyncSession) -> None:
    """Flush, where there may be many new rows: in a statement or two a table.

    On SQLite they get their numbers first, the next that were never given: to be told the number
    of a row, SQLAlchemy has to insert it alone there. PostgreSQL tells those of many at once.
    """
    if session.new and session.get_bind().dialect.name == "sqlite":
        given = await session.execute(text("SELECT name, seq FROM sqlite_sequence"))
        last: dict[str, int] = dict(given.tuples().all())
        for row in session.new:
            if row.__tablename__ in last and row.id is None:
                last[row.__tablename__] += 1
                row.id = last[row.__tablename__]
    await session.flush()
