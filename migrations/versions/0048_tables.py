"""Who wants the numbers of digest and report as tables."""

import sqlalchemy as sa
from alembic import op

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward: nobody has asked for them."""
    op.add_column("users", sa.Column("tables", sa.Boolean(), nullable=True))


def downgrade() -> None:
    """One step back: everybody reads plain lines."""
    op.drop_column("users", "tables")
