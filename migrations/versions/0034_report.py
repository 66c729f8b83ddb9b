"""The report to heads: when it is due, what a day ended with, who did what and when."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

_NUMBERS = ("subjects", "uncovered", "overdue")


def upgrade() -> None:
    """One step forward."""
    op.add_column("users", sa.Column("report_due_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("ix_users_report_due_at", "users", ["report_due_at"])
    for name in _NUMBERS:
        op.add_column("day_records", sa.Column(name, sa.Integer(), nullable=True))
    measured_at = sa.Column("measured_at", sa.DateTime(timezone=True), nullable=True)
    op.add_column("day_records", measured_at)
    op.create_index("ix_timeline_actor", "timeline", ["actor_id", "at"])
    op.create_index("ix_gaps_owner_closed", "gaps", ["owner_id", "closed_at"])


def downgrade() -> None:
    """One step back."""
    op.drop_index("ix_gaps_owner_closed", table_name="gaps")
    op.drop_index("ix_timeline_actor", table_name="timeline")
    for name in ("measured_at", *_NUMBERS):
        op.drop_column("day_records", name)
    op.drop_index("ix_users_report_due_at", table_name="users")
    op.drop_column("users", "report_due_at")
