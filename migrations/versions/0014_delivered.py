"""What was decided is told once it is delivered: what is on its way, what did not come."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_TOLD = "UPDATE gaps SET {told}, next_step_at = decided_at WHERE on_its_way = '{step}'"


def upgrade() -> None:
    """One step forward."""
    op.add_column("gaps", sa.Column("decided_at", sa.DateTime(timezone=True)))
    op.add_column("gaps", sa.Column("on_its_way", sa.String(32)))
    op.add_column("users", sa.Column("morning_missed_on", sa.Date()))


def downgrade() -> None:
    """One step back: what is on its way counts as told, as it did before."""
    told = "nudged_at = decided_at, asked_at = coalesce(asked_at, decided_at), step = 'nudged'"
    op.execute(_TOLD.format(told=told, step="nudge"))
    told = "escalated_at = decided_at, step = 'escalated'"
    op.execute(_TOLD.format(told=told, step="escalate"))
    op.drop_column("users", "morning_missed_on")
    op.drop_column("gaps", "on_its_way")
    op.drop_column("gaps", "decided_at")
