"""Rows of the mapper, read by statements that were put into words once.

The mapper makes a plan of its own for the result of each statement, column by column, which takes
several times as long as running it. Here the columns become rows of the session as the mapper's own
do: one object for each row, whatever reads it. Other than those of a `PreparedStatement` the words
are run as SQLAlchemy's own, which knows of so many columns what they are from the first time on.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Select, inspect
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapper, Session, make_transient_to_detached
from sqlalchemy.orm.attributes import instance_dict, set_committed_value
from sqlalchemy.orm.util import identity_key

_R = TypeVar("_R")


class _Part(NamedTuple):
    """What stands in a place of each row: a value, or one object of many columns."""

    mapper: Mapper[Any] | None
    names: tuple[str, ...]


class PreparedRows:
    """A look at whole rows, or at rows beside values, as `select(Client, Gap, User.name)` names
    them. With the option `populate_existing` what the session knows already is read anew."""

    def __init__(self, statement: Select[Any]) -> None:
        self._parts = tuple(_part(each) for each in statement.column_descriptions)
        self._anew = bool(statement.get_execution_options().get("populate_existing"))
        columns = [
            column
            for described, part in zip(statement.column_descriptions, self._parts, strict=True)
            for column in _columns(described["expr"], part)
        ]
        self._statement = statement.with_only_columns(*columns)
        self._words: dict[str, Any] = {}

    def __str__(self) -> str:
        return str(self._statement)

    @property
    def locks(self) -> bool:
        """Whether it asks for a lock on what it finds."""
        return self._statement._for_update_arg is not None

    async def all(self, session: AsyncSession, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Run it with these values; a row is None where an outer join has found none."""
        return await session.run_sync(self.run, values)

    async def first(
        self, session: AsyncSession, values: Mapping[str, Any]
    ) -> tuple[Any, ...] | None:
        """The first of them, where there is one."""
        return next(iter(await self.all(session, values)), None)

    def run(self, session: Session, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """The same for who is inside the session's own call."""
        if session.autoflush:
            session.flush()
        connection = session.connection()
        dialect = connection.dialect
        words: Any = self._words.get(dialect.name)
        if words is None:
            words = self._words[dialect.name] = self._statement.compile(dialect=dialect)
        found = connection.execute(words, values).all()
        return [tuple(self._made(session, row)) for row in found]

    def _made(self, session: Session, row: Sequence[Any]) -> Iterator[Any]:
        start = 0
        for mapper, names in self._parts:
            if mapper is None:
                yield row[start]
                start += 1
                continue
            held = dict(zip(names, row[start : start + len(names)], strict=True))
            start += len(names)
            yield self._row(session, mapper, held)

    def _row(self, session: Session, mapper: Mapper[Any], held: dict[str, Any]) -> Any:
        number = held["id"]
        if number is None:
            return None
        known = session.identity_map.get(mapper.identity_key_from_primary_key((number,)))
        if known is None:
            row = mapper.class_manager.new_instance()
            instance_dict(row).update(held)
            make_transient_to_detached(row)
            session.add(row)
            return row
        if self._anew:
            _renew(known, held)
        return known


def held(session: AsyncSession, table: type[_R], number: int) -> _R | None:
    """The row with this id where the session knows it already, as it stands there."""
    known: _R | None = session.identity_map.get(identity_key(table, number))
    return known


def _renew(row: Any, held: dict[str, Any]) -> None:
    """What somebody else has changed meanwhile."""
    known = instance_dict(row)
    for name, value in held.items():
        if name not in known or known[name] != value:
            set_committed_value(row, name, value)


def _part(described: Mapping[str, Any]) -> _Part:
    is_row = isinstance(described["expr"], type)
    if not is_row:
        return _Part(None, ())
    mapper: Mapper[Any] = inspect(described["expr"])
    return _Part(mapper, tuple(attribute.key for attribute in mapper.column_attrs))


def _columns(expr: Any, part: _Part) -> list[Any]:
    return [expr] if part.mapper is None else [getattr(expr, name) for name in part.names]
