"""Parked updates, and gaps that an import has hushed, are found by an index."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_PARTIAL = (
    ("ix_inbox_parked", "inbox", "parked_at"),
    ("ix_gaps_quiet", "gaps", "quiet_until"),
)


def upgrade() -> None:
    """One step forward."""
    for name, table, column in _PARTIAL:
        there = sa.text(f"{column} IS NOT NULL")
        op.create_index(name, table, [column], sqlite_where=there, postgresql_where=there)


def downgrade() -> None:
    """One step back."""
    for name, table, _ in _PARTIAL:
        op.drop_index(name, table)
