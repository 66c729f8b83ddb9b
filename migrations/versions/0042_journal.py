"""The journal, which the database itself keeps from being changed."""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

_SQLITE = (
    """
    CREATE TRIGGER journal_stays BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END
    """,
    """
    CREATE TRIGGER journal_keeps BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END
    """,
    # INSERT OR REPLACE deletes without asking the trigger above.
    """
    CREATE TRIGGER journal_adds BEFORE INSERT ON journal
    WHEN EXISTS (SELECT 1 FROM journal WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END
    """,
)
_POSTGRES = (
    """
    CREATE FUNCTION journal_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the journal is only added to'; END $$
    """,
    """
    CREATE TRIGGER journal_stays BEFORE UPDATE OR DELETE ON journal
    FOR EACH ROW EXECUTE FUNCTION journal_stays()
    """,
    """
    CREATE TRIGGER journal_keeps BEFORE TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION journal_stays()
    """,
)


def upgrade() -> None:
    """One step forward."""
    op.create_table(
        "journal",
        sa.Column("id", _ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("origin", sa.String(length=32), nullable=False),
        sa.Column("actor_id", _ID, nullable=True),
        sa.Column("person_id", _ID, nullable=True),
        sa.Column("client_id", _ID, nullable=True),
        sa.Column("subject", sa.String(length=64), nullable=True),
        sa.Column("before", sa.String(length=64), nullable=True),
        sa.Column("after", sa.String(length=64), nullable=True),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.Column("undoes", _ID, nullable=True),
        sa.ForeignKeyConstraint(["actor_id"], ["users.id"], name="fk_journal_actor_id"),
        sa.ForeignKeyConstraint(["person_id"], ["users.id"], name="fk_journal_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_journal"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_journal_at", "journal", ["at", "id"])
    op.create_index("ix_journal_actor", "journal", ["actor_id", "id"])
    op.create_index("ix_journal_person", "journal", ["person_id", "id"])
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _SQLITE if is_sqlite else _POSTGRES:
        op.execute(statement)


def downgrade() -> None:
    """One step back: what was remembered is forgotten."""
    op.drop_table("journal")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION journal_stays()")
