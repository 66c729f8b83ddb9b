"""Telegram Business: connections, the chats that the bot sees by them, and their messages."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """One step forward."""
    op.create_table(
        "business_connections",
        sa.Column("id", _ID, nullable=False),
        sa.Column("connection_id", sa.String(128), nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("rights", sa.JSON(), nullable=False),
        sa.Column("since", _TIME, nullable=False),
        sa.Column("heard_no", sa.BigInteger(), nullable=False),
        sa.Column("asks_unknown", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_business_connections")),
        sa.UniqueConstraint("connection_id", name=op.f("uq_business_connections_connection_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_business_connections_telegram_id", "business_connections", ["telegram_id"])
    op.create_table(
        "business_chats",
        sa.Column("id", _ID, nullable=False),
        sa.Column("user_id", _ID, nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("task_id", _ID),
        sa.Column("opened", sa.Boolean(), nullable=False),
        sa.Column("heard_at", _TIME),
        sa.Column("answer", sa.JSON()),
        sa.Column("answered", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_business_chats_user_id")),
        sa.ForeignKeyConstraint(
            ["task_id"], ["tasks.id"], name=op.f("fk_business_chats_task_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_business_chats")),
        sa.UniqueConstraint("user_id", "telegram_id", name="uq_business_chats_user"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_business_chats_task_id", "business_chats", ["task_id"])
    op.create_index("ix_arrivals_place", "arrivals", ["chat_id", "message_id"])


def downgrade() -> None:
    """One step back: connections are heard of again when they change."""
    op.drop_index("ix_arrivals_place", "arrivals")
    op.drop_table("business_chats")
    op.drop_table("business_connections")
