"""What leaders have chosen in the pool: ticked clients, and what was looked for."""

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """One step forward."""
    op.create_table(
        "pool_picks",
        sa.Column("user_id", _ID, nullable=False),
        sa.Column("client_id", _ID, nullable=False),
        sa.Column("picked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_pool_picks_user_id"),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_pool_picks_client_id"),
        sa.PrimaryKeyConstraint("user_id", "client_id", name="pk_pool_picks"),
    )
    op.create_table(
        "pool_searches",
        sa.Column("user_id", _ID, nullable=False),
        sa.Column("typed", sa.String(100), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_pool_searches_user_id"),
        sa.PrimaryKeyConstraint("user_id", name="pk_pool_searches"),
    )


def downgrade() -> None:
    """One step back: nobody is ticked any more."""
    op.drop_table("pool_searches")
    op.drop_table("pool_picks")
