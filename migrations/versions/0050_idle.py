"""A tick finds by an index that nothing is due, however many people there are: reports of those who
get them, vacations that somebody is still to be told of, attempts by when a verdict is due."""

import sqlalchemy as sa
from alembic import op

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None

_LEADERS = sa.text("role IN ('admin', 'head')")
_AWAY = sa.text("away_until IS NOT NULL")
_NOT_TOLD = sa.text("away_until IS NOT NULL AND (away_told IS NULL OR away_told <> 'ended')")
_OPEN = sa.text("status = 'open'")


def upgrade() -> None:
    """One step forward."""
    op.drop_index("ix_users_report_due_at", "users")
    op.drop_index("ix_users_away", "users")
    _index("ix_users_report_due", "users", "report_due_at", _LEADERS)
    _index("ix_users_away", "users", "away_until", _NOT_TOLD)
    op.drop_index("ix_reactivations_verdict_by", "reactivations")
    _index("ix_reactivations_verdict", "reactivations", "verdict_by", _OPEN)


def downgrade() -> None:
    """One step back."""
    op.drop_index("ix_reactivations_verdict", "reactivations")
    op.create_index("ix_reactivations_verdict_by", "reactivations", ["verdict_by"])
    op.drop_index("ix_users_away", "users")
    op.drop_index("ix_users_report_due", "users")
    _index("ix_users_away", "users", "away_until", _AWAY)
    op.create_index("ix_users_report_due_at", "users", ["report_due_at"])


def _index(name: str, table: str, column: str, where: sa.TextClause) -> None:
    op.create_index(name, table, [column], sqlite_where=where, postgresql_where=where)
