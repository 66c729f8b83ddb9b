"""People to whom nothing is handed out for a while."""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    op.add_column("users", sa.Column("spared_since", sa.DateTime(timezone=True), nullable=True))
    op.add_column("users", sa.Column("spared_until", sa.Date(), nullable=True))


def downgrade() -> None:
    """One step back: hand-outs reach everybody again."""
    op.drop_column("users", "spared_until")
    op.drop_column("users", "spared_since")
