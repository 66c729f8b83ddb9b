"""What is shown for an act lies with its update until it was shown."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    op.add_column("inbox", sa.Column("screen", sa.JSON()))
    op.add_column("inbox", sa.Column("show_at", sa.DateTime(timezone=True)))
    where = sa.text("show_at IS NOT NULL")
    op.create_index(
        "ix_inbox_unseen", "inbox", ["show_at"], sqlite_where=where, postgresql_where=where
    )


def downgrade() -> None:
    """One step back."""
    op.drop_index("ix_inbox_unseen", "inbox")
    op.drop_column("inbox", "show_at")
    op.drop_column("inbox", "screen")
