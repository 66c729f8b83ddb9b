"""What owners ask their heads about clients that are to leave."""

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_ASKED = sa.text("state = 'asked'")


def upgrade() -> None:
    """One step forward."""
    op.create_table(
        "leave_requests",
        sa.Column("id", _ID, nullable=False),
        sa.Column("client_id", _ID, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("owner_id", _ID, nullable=False),
        sa.Column("reason", sa.String(32), nullable=False),
        sa.Column("comment", sa.String(300)),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", _ID),
        sa.Column("decided_at", sa.DateTime(timezone=True)),
        sa.Column("answer", sa.String(300)),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_leave_requests_client_id"),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name="fk_leave_requests_owner_id"),
        sa.ForeignKeyConstraint(["decided_by"], ["users.id"], name="fk_leave_requests_decided_by"),
        sa.PrimaryKeyConstraint("id", name="pk_leave_requests"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "uq_leave_requests_asked",
        "leave_requests",
        ["client_id"],
        unique=True,
        sqlite_where=_ASKED,
        postgresql_where=_ASKED,
    )
    op.create_index("ix_leave_requests_client", "leave_requests", ["client_id"])


def downgrade() -> None:
    """One step back: nothing is asked any more."""
    op.drop_table("leave_requests")
