"""Nothing is locked where one only looks: PostgreSQL refuses it, so SQLite is held to it too."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, Session
from sqlalchemy.sql import Select

_LOOKS = {"house_reading", "postgresql_readonly"}


@contextmanager
def locks_watched() -> Iterator[list[str]]:
    """The statements that asked for a lock in a session that only reads."""
    wrong: list[str] = []

    def look(state: ORMExecuteState) -> None:
        if _locks(state):
            wrong.append(str(state.statement))

    event.listen(Session, "do_orm_execute", look)
    try:
        yield wrong
    finally:
        event.remove(Session, "do_orm_execute", look)


def refuse_locks() -> None:
    """From now on such a statement fails in this process."""

    def refuse(state: ORMExecuteState) -> None:
        if _locks(state):
            raise AssertionError(f"locks where one only looks: {state.statement}")

    event.listen(Session, "do_orm_execute", refuse)


def _locks(state: ORMExecuteState) -> bool:
    if not isinstance(state.statement, Select) or state.statement._for_update_arg is None:
        return False
    options = state.session.get_bind().get_execution_options()
    return bool(_LOOKS & {name for name, value in options.items() if value})
