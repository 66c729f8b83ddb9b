"""Signs of work for show that a head has talked about."""

import sqlalchemy as sa
from alembic import op

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """One step forward."""
    op.create_table(
        "sign_talks",
        sa.Column("id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("by_id", _ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["users.id"], name="fk_sign_talks_person_id"),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name="fk_sign_talks_by_id"),
        sa.PrimaryKeyConstraint("id", name="pk_sign_talks"),
        sa.UniqueConstraint("person_id", "kind", name="uq_sign_talks_person_kind"),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    """One step back: every sign is said again."""
    op.drop_table("sign_talks")
