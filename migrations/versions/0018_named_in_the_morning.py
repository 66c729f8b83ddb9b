"""A client without a task that the morning has named is not told of again before the afternoon."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    op.add_column("gaps", sa.Column("named_at", sa.DateTime(timezone=True)))


def downgrade() -> None:
    """One step back."""
    op.drop_column("gaps", "named_at")
