"""By which extension or address other systems name somebody."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """One step forward."""
    op.create_table(
        "extensions",
        sa.Column("word", sa.String(length=64), nullable=False),
        sa.Column("user_id", _ID, nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_extensions_user_id")),
        sa.PrimaryKeyConstraint("word", name=op.f("pk_extensions")),
    )
    op.create_index("ix_extensions_user_id", "extensions", ["user_id"])


def downgrade() -> None:
    """One step back."""
    op.drop_table("extensions")
