"""What comes from nobody's clients is offered to people; an inbound keeps when it was answered."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TIME = sa.DateTime(timezone=True)
_DUE = sa.text("next_at IS NOT NULL")
_ANSWERED = sa.text("reacted_at IS NOT NULL")


def upgrade() -> None:
    """One step forward: what was answered before has no time of its answer."""
    op.create_table(
        "claims",
        sa.Column("id", _ID, nullable=False),
        sa.Column("record_id", _ID, nullable=False),
        sa.Column("client_id", _ID, nullable=False),
        sa.Column("task_id", _ID),
        sa.Column("holder_id", _ID),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("rounds", sa.Integer(), nullable=False),
        sa.Column("round_ends_at", _TIME),
        sa.Column("opened_at", _TIME, nullable=False),
        sa.Column("next_at", _TIME),
        sa.Column("taker_id", _ID),
        sa.Column("ended_at", _TIME),
        sa.ForeignKeyConstraint(
            ["record_id"], ["intake_events.id"], name=op.f("fk_claims_record_id")
        ),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_claims_client_id")),
        sa.ForeignKeyConstraint(
            ["task_id"], ["tasks.id"], name=op.f("fk_claims_task_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["holder_id"], ["users.id"], name=op.f("fk_claims_holder_id")),
        sa.ForeignKeyConstraint(["taker_id"], ["users.id"], name=op.f("fk_claims_taker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claims")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_claims_due", "claims", ["next_at"], sqlite_where=_DUE, postgresql_where=_DUE
    )
    op.create_index("ix_claims_client_id", "claims", ["client_id"])
    op.create_index("ix_claims_task_id", "claims", ["task_id"])
    op.create_table(
        "claim_offers",
        sa.Column("id", _ID, nullable=False),
        sa.Column("claim_id", _ID, nullable=False),
        sa.Column("user_id", _ID, nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("in_turn", sa.Boolean(), nullable=False),
        sa.Column("offered_at", _TIME, nullable=False),
        sa.Column("answer", sa.String(32)),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_claim_offers_claim_id")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_claim_offers_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim_offers")),
        sa.UniqueConstraint(
            "claim_id", "user_id", "round", name=op.f("uq_claim_offers_claim_id_user_id_round")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_claim_offers_user_id", "claim_offers", ["user_id", "offered_at"])
    op.create_table(
        "duty",
        sa.Column("user_id", _ID, nullable=False),
        sa.Column("since", _TIME, nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_duty_user_id")),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_duty")),
    )
    op.add_column("tasks", sa.Column("reacted_at", _TIME))
    op.add_column("tasks", sa.Column("reaction_minutes", sa.Integer()))
    op.create_index(
        "ix_tasks_reacted",
        "tasks",
        ["reacted_at"],
        sqlite_where=_ANSWERED,
        postgresql_where=_ANSWERED,
    )


def downgrade() -> None:
    """One step back: an offer that stands is forgotten, the inbound stays where it is."""
    op.drop_index("ix_tasks_reacted", "tasks")
    op.drop_column("tasks", "reaction_minutes")
    op.drop_column("tasks", "reacted_at")
    op.drop_table("duty")
    op.drop_table("claim_offers")
    op.drop_table("claims")
