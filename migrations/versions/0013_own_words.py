"""What somebody writes beside a forward is kept with it."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0010"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """One step forward."""
    op.add_column("arrivals", sa.Column("comment", sa.Text()))
    op.add_column("typed_lines", sa.Column("arrival_id", _ID))


def downgrade() -> None:
    """One step back: what only this version knows waits for nothing any more."""
    op.execute("DELETE FROM arrivals WHERE state = 'own'")
    op.drop_column("typed_lines", "arrival_id")
    op.drop_column("arrivals", "comment")
