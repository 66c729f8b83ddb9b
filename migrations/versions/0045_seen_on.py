"""When people last touched the bot."""

import sqlalchemy as sa
from alembic import op

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward: nobody has been seen yet, and the days count from the first look."""
    op.add_column("users", sa.Column("seen_on", sa.Date(), nullable=True))
    op.add_column("users", sa.Column("silent_since", sa.Date(), nullable=True))


def downgrade() -> None:
    """One step back: nobody knows any more who is silent."""
    op.drop_column("users", "silent_since")
    op.drop_column("users", "seen_on")
