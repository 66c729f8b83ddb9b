"""A statement over plain columns that is put into words once for each kind of database.

SQLAlchemy finds its cached words anew at each call and puts constants into them: three times the
work of running them, on the way of every tap. Here that is done at the first call; the values and
the rows go through the same types as ever, and errors and events are SQLAlchemy's own.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Dialect, Insert, Select, Update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine

_Change = Callable[[Any], Any] | None
"""How a type turns a value into the driver's, or back; None where it stays."""


class _Place(NamedTuple):
    """A value of the statement, in the order of the driver; one that the statement knows itself is
    ready."""

    name: str | None
    change: _Change
    ready: Any = None


class _Words(NamedTuple):
    sql: str
    places: tuple[_Place, ...]


class PreparedStatement:
    """For looks at columns, not at whole rows of the mapper, and for changes by values.

    What the session has not written yet is written before, as with every statement of the mapper.
    No list of a length of its own is among the values, and no default of a column: TypeError.
    """

    def __init__(self, statement: Select[Any] | Insert | Update) -> None:
        self._statement = statement
        self._words: dict[str, _Words] = {}
        self._rows: dict[str, tuple[_Change, ...]] = {}

    @property
    def changes(self) -> str | None:
        """The table that it changes, past the mapper and all who listen to it; None for a look."""
        asked = self._statement
        return None if isinstance(asked, Select) else str(asked.table)

    async def rows(
        self, session: AsyncSession, values: Mapping[str, Any]
    ) -> Sequence[tuple[Any, ...]]:
        """Run it with these values; the rows in plain tuples, none where it returns none."""
        return await session.run_sync(self._run, values)

    async def first(
        self, session: AsyncSession, values: Mapping[str, Any]
    ) -> tuple[Any, ...] | None:
        """The first row, where there is one."""
        return next(iter(await self.rows(session, values)), None)

    def _run(self, session: Session, values: Mapping[str, Any]) -> Sequence[tuple[Any, ...]]:
        if session.autoflush:
            session.flush()
        connection = session.connection()
        dialect = connection.dialect
        words = self._words.get(dialect.name)
        if words is None:
            words = self._words[dialect.name] = self._put(dialect, values)
        given = tuple(
            ready if name is None else values[name] if change is None else change(values[name])
            for name, change, ready in words.places
        )
        result = connection.exec_driver_sql(words.sql, given)
        if not result.returns_rows:
            return ()
        changes = self._rows.get(dialect.name)
        if changes is None:
            description = result.cursor.description if result.cursor is not None else ()
            changes = self._rows[dialect.name] = self._read(dialect, description)
        return [
            tuple(
                value if change is None else change(value)
                for value, change in zip(row, changes, strict=True)
            )
            for row in result
        ]

    def _put(self, dialect: Dialect, values: Mapping[str, Any]) -> _Words:
        asked = self._statement
        known = asked.params(**values) if isinstance(asked, Select) else asked
        compiled = known.compile(
            dialect=dialect,
            column_keys=list(values) if isinstance(asked, Insert) else None,
            compile_kwargs={"render_postcompile": True},
        )
        if not isinstance(compiled, SQLCompiler) or compiled.prefetch:
            raise TypeError(f"can not be prepared: {asked}")
        places = []
        for name in compiled.positiontup or ():
            bound = compiled.binds.get(name)
            if bound is None or bound.expanding:
                raise TypeError(f"a list of its own length: {asked}")
            change = _own(bound.type, dialect).bind_processor(dialect)
            if bound.key in values:
                places.append(_Place(bound.key, change))
            else:
                ready = bound.effective_value
                places.append(_Place(None, None, ready if change is None else change(ready)))
        return _Words(compiled.string, tuple(places))

    def _read(self, dialect: Dialect, description: Sequence[Any]) -> tuple[_Change, ...]:
        columns = self._statement.exported_columns
        return tuple(
            _own(column.type, dialect).result_processor(dialect, told[1])
            for column, told in zip(columns, description, strict=True)
        )


def _own(kind: TypeEngine[Any], dialect: Dialect) -> TypeEngine[Any]:
    return kind.dialect_impl(dialect)
