"""The manager's day: vacations, reminders, work mode, stages, clean days, undo."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TIME = sa.DateTime(timezone=True)
_OPEN = sa.text("status = 'open'")


def upgrade() -> None:
    """One step forward."""
    with op.batch_alter_table("users") as users:
        users.add_column(sa.Column("evening_due_at", _TIME, nullable=True))
        users.add_column(sa.Column("remind_minutes", sa.Integer(), nullable=True))
        users.add_column(sa.Column("remind_at_time", sa.Boolean(), nullable=True))
        users.add_column(sa.Column("quiet_from", sa.Time(), nullable=True))
        users.add_column(sa.Column("quiet_until", sa.Time(), nullable=True))
        users.add_column(sa.Column("away_from", sa.Date(), nullable=True))
        users.add_column(sa.Column("away_until", sa.Date(), nullable=True))
        users.add_column(sa.Column("away_told", sa.String(length=32), nullable=True))
        users.add_column(sa.Column("substitute_id", _ID, nullable=True))
        users.add_column(sa.Column("round", sa.JSON(), nullable=True))
        users.create_foreign_key(op.f("fk_users_substitute_id"), "users", ["substitute_id"], ["id"])
        users.create_index(users.f("ix_users_evening_due_at"), ["evening_due_at"])
        users.create_index(users.f("ix_users_substitute_id"), ["substitute_id"])
    with op.batch_alter_table("tasks") as tasks:
        tasks.add_column(sa.Column("remind_at", _TIME, nullable=True))
        tasks.create_index(
            "ix_tasks_remind", ["remind_at"], sqlite_where=_OPEN, postgresql_where=_OPEN
        )
    op.create_table(
        "stages",
        sa.Column("id", _ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stages")),
    )
    op.create_table(
        "day_records",
        sa.Column("id", _ID, nullable=False),
        sa.Column("user_id", _ID, nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("clean", sa.Boolean(), nullable=False),
        sa.Column("left", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_day_records_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_day_records")),
        sa.UniqueConstraint("user_id", "on", name="uq_day_records_user_on"),
    )
    op.create_table(
        "undo_steps",
        sa.Column("id", _ID, nullable=False),
        sa.Column("user_id", _ID, nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("made_at", _TIME, nullable=False),
        sa.Column("used_at", _TIME, nullable=True),
        sa.Column("subject", sa.JSON(), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_undo_steps_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_undo_steps")),
    )
    with op.batch_alter_table("undo_steps") as steps:
        steps.create_index(steps.f("ix_undo_steps_made_at"), ["made_at"])


def downgrade() -> None:
    """One step back."""
    op.drop_table("undo_steps")
    op.drop_table("day_records")
    op.drop_table("stages")
    with op.batch_alter_table("tasks") as tasks:
        tasks.drop_index("ix_tasks_remind")
        tasks.drop_column("remind_at")
    with op.batch_alter_table("users") as users:
        users.drop_index(users.f("ix_users_substitute_id"))
        users.drop_index(users.f("ix_users_evening_due_at"))
        users.drop_constraint(op.f("fk_users_substitute_id"), type_="foreignkey")
        for name in (
            "round",
            "substitute_id",
            "away_told",
            "away_until",
            "away_from",
            "quiet_until",
            "quiet_from",
            "remind_at_time",
            "remind_minutes",
            "evening_due_at",
        ):
            users.drop_column(name)
