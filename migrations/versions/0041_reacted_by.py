"""Whose the first outcome of an inbound was, and what the report reads found by person."""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None

_ANSWERED = sa.text("reacted_at IS NOT NULL")
_OUTCOME = """
FROM timeline WHERE timeline.task_id = tasks.id AND timeline.at = tasks.reacted_at
AND timeline.event IN ('task_done', 'no_answer')
"""
_FILL = f"UPDATE tasks SET reacted_by = (SELECT max(actor_id) {_OUTCOME}) WHERE {_ANSWERED}"
"""The outcome and the time that is kept of it are written down in the same moment."""


def upgrade() -> None:
    """One step forward; answers that are known so far get their person from the timeline."""
    whole = "BIGINT" if op.get_bind().dialect.name == "postgresql" else "INTEGER"
    # By its words: for SQLite a table of years would be copied otherwise.
    op.execute(
        f"ALTER TABLE tasks ADD COLUMN reacted_by {whole}"
        " CONSTRAINT fk_tasks_reacted_by REFERENCES users (id)"
    )
    op.execute(_FILL)
    op.drop_index("ix_tasks_reacted", "tasks")
    op.create_index(
        "ix_tasks_reacted",
        "tasks",
        ["reacted_by", "reacted_at", "reaction_minutes"],
        sqlite_where=_ANSWERED,
        postgresql_where=_ANSWERED,
    )
    op.drop_index("ix_timeline_actor", "timeline")
    op.create_index("ix_timeline_actor", "timeline", ["actor_id", "event", "at"])


def downgrade() -> None:
    """One step back."""
    op.drop_index("ix_timeline_actor", "timeline")
    op.create_index("ix_timeline_actor", "timeline", ["actor_id", "at"])
    op.drop_index("ix_tasks_reacted", "tasks")
    op.create_index(
        "ix_tasks_reacted",
        "tasks",
        ["reacted_at"],
        sqlite_where=_ANSWERED,
        postgresql_where=_ANSWERED,
    )
    op.drop_column("tasks", "reacted_by")
