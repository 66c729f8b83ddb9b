"""A task that goes is looked for in the timeline by an index: many go when a plan is taken back."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    op.create_index("ix_timeline_task_id", "timeline", ["task_id"])


def downgrade() -> None:
    """One step back."""
    op.drop_index("ix_timeline_task_id", "timeline")
