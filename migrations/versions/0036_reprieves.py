"""Pauses and locks of clients."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0034"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_LIVING = sa.text("state IN ('asked', 'running')")
_UNTOLD = sa.text("told_at IS NULL")


def upgrade() -> None:
    """One step forward."""
    op.create_table(
        "reprieves",
        sa.Column("id", _ID, nullable=False),
        sa.Column("client_id", _ID, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("owner_id", _ID, nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(32), nullable=False),
        sa.Column("comment", sa.String(300)),
        sa.Column("asked_by", _ID, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", _ID),
        sa.Column("decided_at", sa.DateTime(timezone=True)),
        sa.Column("due_at", sa.DateTime(timezone=True)),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.Column("ended_by", _ID),
        sa.Column("why_ended", sa.String(32)),
        sa.Column("told_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_reprieves_client_id"),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name="fk_reprieves_owner_id"),
        sa.ForeignKeyConstraint(["asked_by"], ["users.id"], name="fk_reprieves_asked_by"),
        sa.ForeignKeyConstraint(["decided_by"], ["users.id"], name="fk_reprieves_decided_by"),
        sa.ForeignKeyConstraint(["ended_by"], ["users.id"], name="fk_reprieves_ended_by"),
        sa.PrimaryKeyConstraint("id", name="pk_reprieves"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "uq_reprieves_living",
        "reprieves",
        ["client_id", "kind"],
        unique=True,
        sqlite_where=_LIVING,
        postgresql_where=_LIVING,
    )
    op.create_index(
        "ix_reprieves_due",
        "reprieves",
        ["due_at"],
        sqlite_where=_UNTOLD,
        postgresql_where=_UNTOLD,
    )
    op.create_index("ix_reprieves_client", "reprieves", ["client_id"])
    op.add_column("clients", sa.Column("paused_until", sa.Date()))
    op.add_column("clients", sa.Column("locked_until", sa.DateTime(timezone=True)))
    op.add_column("gaps", sa.Column("locked_until", sa.DateTime(timezone=True)))


def downgrade() -> None:
    """One step back: nobody waits and nobody is locked any more."""
    op.drop_column("gaps", "locked_until")
    op.drop_column("clients", "locked_until")
    op.drop_column("clients", "paused_until")
    op.drop_table("reprieves")
