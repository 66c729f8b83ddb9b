"""Events of other systems are kept by their ids; vendors have addresses of their own."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """One step forward."""
    op.create_table(
        "intake_events",
        sa.Column("id", _ID, nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("source", sa.String(16), nullable=False),
        sa.Column("external_id", sa.String(200), nullable=False),
        sa.Column("content", sa.String(64), nullable=False),
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("call", sa.String(32)),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("arrival_id", _ID),
        sa.Column("task_id", _ID),
        sa.Column("occurred_at", _TIME, nullable=False),
        sa.Column("received_at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["arrival_id"],
            ["arrivals.id"],
            name=op.f("fk_intake_events_arrival_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["task_id"], ["tasks.id"], name=op.f("fk_intake_events_task_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake_events")),
        sa.UniqueConstraint("key", name=op.f("uq_intake_events_key")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_intake_events_source", "intake_events", ["source", "id"])
    op.create_index("ix_intake_events_arrival_id", "intake_events", ["arrival_id"])
    op.create_index("ix_intake_events_task_id", "intake_events", ["task_id"])
    op.create_table(
        "intake_addresses",
        sa.Column("vendor", sa.String(16), nullable=False),
        sa.Column("secret_hash", sa.String(64), nullable=False),
        sa.Column("made_at", _TIME, nullable=False),
        sa.Column("made_by", _ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["made_by"], ["users.id"], name=op.f("fk_intake_addresses_made_by")
        ),
        sa.PrimaryKeyConstraint("vendor", name=op.f("pk_intake_addresses")),
    )


def downgrade() -> None:
    """One step back: an event that comes again is a new one."""
    op.drop_table("intake_addresses")
    op.drop_table("intake_events")
