"""Nothing is locked where one only looks: PostgreSQL refuses it, so SQLite is held to it too."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, Session
from sqlalchemy.sql import Select

from bot.models.reading import PreparedRows

_LOOKS = {"house_reading", "postgresql_readonly"}


@contextmanager
def locks_watched() -> Iterator[list[str]]:
    """The statements that asked for a lock in a session that only reads."""
    wrong: list[str] = []

    def look(state: ORMExecuteState) -> None:
        if _locks(state):
            wrong.append(str(state.statement))

    def run(rows: PreparedRows, session: Session, values: Mapping[str, Any]) -> Any:
        if rows.locks and _only_looks(session):
            wrong.append(str(rows))
        return prepared(rows, session, values)

    event.listen(Session, "do_orm_execute", look)
    prepared = PreparedRows.run
    try:
        with patch.object(PreparedRows, "run", run):
            yield wrong
    finally:
        event.remove(Session, "do_orm_execute", look)


def refuse_locks() -> None:
    """From now on such a statement fails in this process."""

    def refuse(state: ORMExecuteState) -> None:
        if _locks(state):
            raise AssertionError(f"locks where one only looks: {state.statement}")

    def run(rows: PreparedRows, session: Session, values: Mapping[str, Any]) -> Any:
        if rows.locks and _only_looks(session):
            raise AssertionError(f"locks where one only looks: {rows}")
        return prepared(rows, session, values)

    prepared = PreparedRows.run
    PreparedRows.run = run  # type: ignore[method-assign]
    event.listen(Session, "do_orm_execute", refuse)


def _locks(state: ORMExecuteState) -> bool:
    if not isinstance(state.statement, Select) or state.statement._for_update_arg is None:
        return False
    return _only_looks(state.session)


def _only_looks(session: Session) -> bool:
    options = session.get_bind().get_execution_options()
    return bool(_LOOKS & {name for name, value in options.items() if value})
