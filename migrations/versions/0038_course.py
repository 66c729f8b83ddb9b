"""How far people are in the course."""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0036"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """One step forward."""
    op.create_table(
        "course_progress",
        sa.Column("user_id", _ID, autoincrement=False, nullable=False),
        sa.Column("lessons", sa.Integer(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("answers", sa.String(32), nullable=False),
        sa.Column("best", sa.Integer()),
        sa.Column("passed_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_course_progress_user_id"),
        sa.PrimaryKeyConstraint("user_id", name="pk_course_progress"),
    )


def downgrade() -> None:
    """One step back: the course begins anew."""
    op.drop_table("course_progress")
