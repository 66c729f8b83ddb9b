"""What was taken back of a client is found at once, however long its history is."""

import sqlalchemy as sa
from alembic import op

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None

_UNDONE = sa.text("event = 'undone'")


def upgrade() -> None:
    """One step forward."""
    op.create_index(
        "ix_timeline_undone",
        "timeline",
        ["client_id", "id"],
        sqlite_where=_UNDONE,
        postgresql_where=_UNDONE,
    )


def downgrade() -> None:
    """One step back."""
    op.drop_index("ix_timeline_undone", "timeline")
