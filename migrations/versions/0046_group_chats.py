"""Chats of departments that get the evening's totals."""

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    op.create_table(
        "group_chats",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(128), nullable=False),
        sa.Column("team_id", sa.BigInteger(), nullable=True),
        sa.Column("keeper_id", sa.BigInteger(), nullable=False),
        sa.Column("linked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("posted_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name="fk_group_chats_team_id_teams"),
        sa.ForeignKeyConstraint(["keeper_id"], ["users.id"], name="fk_group_chats_keeper_id_users"),
        sa.PrimaryKeyConstraint("id", name="pk_group_chats"),
        sa.UniqueConstraint("chat_id", name="uq_group_chats_chat_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_group_chats_team_id", "group_chats", ["team_id"])
    op.create_index("ix_group_chats_keeper_id", "group_chats", ["keeper_id"])


def downgrade() -> None:
    """One step back: no chat gets anything any more."""
    op.drop_table("group_chats")
