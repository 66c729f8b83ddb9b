"""What only reads locks nothing: PostgreSQL refuses it, SQLite would never say so.

A message that is drawn with a lock can not be sent on PostgreSQL at all, so the tests on SQLite
refuse it as well.
"""

from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, Session

_READING = ("house_reading", "postgresql_readonly")


def forbid_locks_while_reading() -> None:
    """From now on a statement that locks rows fails in a session that only reads."""
    event.listen(Session, "do_orm_execute", _look_at)


def _look_at(state: ORMExecuteState) -> None:
    locks: Any = getattr(state.statement, "_for_update_arg", None)
    if locks is None:
        return
    bind = state.session.get_bind(**state.bind_arguments)
    options = bind.get_execution_options()
    if any(options.get(name) for name in _READING):
        raise AssertionError(f"locks rows in a session that only reads: {state.statement}")
