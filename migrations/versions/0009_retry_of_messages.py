"""A message in doubt is tried again after a pause of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    op.add_column("outbox", sa.Column("retry_at", sa.DateTime(timezone=True)))


def downgrade() -> None:
    """One step back."""
    op.drop_column("outbox", "retry_at")
