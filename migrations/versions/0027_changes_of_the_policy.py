"""Changes of the policy are kept: who, when, and what it was before."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TIME = sa.DateTime(timezone=True)
_UNSETTLED = sa.text("settled_at IS NULL")


def upgrade() -> None:
    """One step forward."""
    op.create_table(
        "policy_changes",
        sa.Column("id", _ID, nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("before", sa.String(length=64), nullable=False),
        sa.Column("after", sa.String(length=64), nullable=False),
        sa.Column("changed_by", _ID, nullable=False),
        sa.Column("changed_at", _TIME, nullable=False),
        sa.Column("settled_at", _TIME, nullable=True),
        sa.ForeignKeyConstraint(
            ["changed_by"], ["users.id"], name=op.f("fk_policy_changes_changed_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policy_changes")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_policy_changes_name", "policy_changes", ["name", "id"])
    op.create_index(
        "ix_policy_changes_unsettled",
        "policy_changes",
        ["id"],
        sqlite_where=_UNSETTLED,
        postgresql_where=_UNSETTLED,
    )


def downgrade() -> None:
    """One step back."""
    op.drop_table("policy_changes")
