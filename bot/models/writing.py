"""A handful of rows is written by statements which were put into words once.

The mapper plans each flush anew, and puts its words together anew: four times the work of running
them, on the way of every tap. Our rows hang on each other by numbers only, so that the order of the
tables is all the plan there is. What is more than a handful, or anything but plain values of new
and changed rows, is left to the mapper. Who wants to `hear` of what is written hears of both.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from sqlalchemy import ClauseElement, Table, bindparam, event, insert, update
from sqlalchemy.orm import Mapper, Session, make_transient, make_transient_to_detached
from sqlalchemy.orm.attributes import instance_dict, instance_state
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from bot.models.prepared import PreparedStatement

_MOST = 12
"""Rows; of more the mapper makes one statement."""
_STATEMENTS = 500
"""One for each set of columns that is written together."""
_KEY = "id"
_HEARERS = "hearers"


class _Plan(NamedTuple):
    """What is to be known of a table with a number for its key: its place after those it points at,
    its columns by name, those that keep None as a word of JSON, and what stands where nothing is
    given."""

    table: Table
    place: int
    names: tuple[str, ...]
    spelt: frozenset[str]
    defaults: Mapping[str, Any]


class _Write(NamedTuple):
    """One row with the values that are to be written; in the order in which that is done: table by
    table, and in it the changed rows before the new ones."""

    place: int
    is_new: bool
    number: int
    row: Any
    plan: _Plan
    values: dict[str, Any]

    def run(self, session: Session) -> None:
        """Write it; from then on the row has no changes."""
        if self.is_new:
            self._add(session)
        elif self.values:
            self._change(session)
        # The public way to a row without history: out of the session, and in as if just read.
        make_transient(self.row)
        make_transient_to_detached(self.row)
        session.add(self.row)

    def _add(self, session: Session) -> None:
        held, values = instance_dict(self.row), self.values
        add = _insert(self.plan.table, frozenset(values), _KEY not in values)
        rows = add.run(session, values)
        held |= dict.fromkeys(self.plan.names) | held | values
        if rows:
            held[_KEY] = rows[0][0]

    def _change(self, session: Session) -> None:
        change = _update(self.plan.table, frozenset(self.values))
        if change.met(session, {_KEY: self.number} | self.values) != 1:
            raise StaleDataError(f"a row of {self.plan.table} is not there any more")


def hear(session: Session, note: Callable[[Session], None]) -> None:
    """Call `note` whenever something is to be written, before it is, by whom ever."""
    session.info.setdefault(_HEARERS, []).append(note)


@event.listens_for(Session, "before_flush")
def _write(session: Session, _: object, objects: Sequence[Any] | None) -> None:
    """Write all that is plain, if all is; the mapper finds nothing to do then."""
    for note in session.info.get(_HEARERS, ()):
        note(session)
    new, changed = _among(session.new, objects), _among(session.dirty, objects)
    is_little = 0 < len(new) + len(changed) <= _MOST
    if not is_little or session.deleted or session.in_nested_transaction():
        return
    writes = [_new(*each) for each in enumerate(new)] + [_changed(row) for row in changed]
    plain = sorted((each for each in writes if each is not None), key=lambda each: each[:3])
    if len(plain) < len(writes):
        return
    try:
        with session.no_autoflush:
            for write in plain:
                write.run(session)
    except BaseException:
        session.rollback()  # house: as after a flush of the mapper, nobody goes on with half of it
        raise


def _among(rows: Iterable[Any], objects: Sequence[Any] | None) -> list[Any]:
    if objects is None:
        return list(rows)
    return [row for row in rows if any(row is each for each in objects)]


def _new(number: int, row: Any) -> _Write | None:
    """The row as it is added; None where that is the mapper's."""
    plan = _plan_of(instance_state(row).mapper)
    if plan is None:
        return None
    held, values = instance_dict(row), {}
    for name in plan.names:
        value = held.get(name)
        if value is None:
            value = plan.defaults.get(name)
        if value is None and (name == _KEY or (name in plan.spelt and name not in held)):
            # The database gives the number, and is empty where no word was given.
            continue
        values[name] = value
    return (
        None if _has_sql(values.values()) else _Write(plan.place, True, number, row, plan, values)
    )


def _changed(row: Any) -> _Write | None:
    """What of the row is to be written, which may be nothing; None where that is the mapper's."""
    plan, held = _plan_of(instance_state(row).mapper), instance_dict(row)
    before = instance_state(row).committed_state
    if plan is None or _KEY in before or not held.keys() >= {_KEY, *before}:
        return None
    if _has_sql(held[name] for name in before):
        return None
    values = {name: held[name] for name in before if held[name] != before[name]}
    return _Write(plan.place, False, held[_KEY], row, plan, values)


def _has_sql(values: Iterable[Any]) -> bool:
    return any(isinstance(value, ClauseElement) for value in values)


@cache
def _plan_of(mapper: Mapper[Any]) -> _Plan | None:
    table = mapper.local_table
    columns = {attribute.key: attribute.columns[0] for attribute in mapper.column_attrs}
    by_hand = [column.default or column.onupdate or column.server_default for column in table.c]
    simple = all(each is None or isinstance(each, ScalarElementColumnDefault) for each in by_hand)
    if not isinstance(table, Table) or not simple or mapper.relationships:
        return None
    if [column.name for column in table.primary_key] != [_KEY]:
        return None
    if any(column.name != name for name, column in columns.items()):
        return None
    return _Plan(
        table,
        table.metadata.sorted_tables.index(table),
        tuple(columns),
        frozenset(name for name, column in columns.items() if column.type.should_evaluate_none),
        {
            column.name: column.default.arg
            for column in table.c
            if isinstance(column.default, ScalarElementColumnDefault)
        },
    )


@lru_cache(_STATEMENTS)
def _insert(table: Table, columns: frozenset[str], numbered: bool) -> PreparedStatement:
    added = insert(table)
    return PreparedStatement(added.returning(table.c[_KEY]) if numbered else added)


@lru_cache(_STATEMENTS)
def _update(table: Table, columns: frozenset[str]) -> PreparedStatement:
    return PreparedStatement(
        update(table)
        .where(table.c[_KEY] == bindparam(_KEY))
        .values({name: bindparam(name, type_=table.c[name].type) for name in sorted(columns)})
    )
