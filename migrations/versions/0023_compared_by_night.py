"""The night compares clients with their tasks off an index; who is away is found by one."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0021"
branch_labels = None
depends_on = None

_OPEN = sa.text("status = 'open'")
_AWAY = sa.text("away_until IS NOT NULL")
_TIMED = sa.text("status = 'open' AND due_at IS NOT NULL")


def upgrade() -> None:
    """One step forward."""
    _open_by("client_id", "deal_id", "direction", "due_on")
    op.create_index(
        "ix_users_away", "users", ["away_until"], sqlite_where=_AWAY, postgresql_where=_AWAY
    )
    op.create_index("ix_tasks_timed", "tasks", ["id"], sqlite_where=_TIMED, postgresql_where=_TIMED)


def downgrade() -> None:
    """One step back."""
    op.drop_index("ix_tasks_timed", "tasks")
    op.drop_index("ix_users_away", "users")
    _open_by("client_id")


def _open_by(*columns: str) -> None:
    name = "ix_tasks_open_client"
    op.drop_index(name, "tasks")
    op.create_index(name, "tasks", columns, sqlite_where=_OPEN, postgresql_where=_OPEN)
