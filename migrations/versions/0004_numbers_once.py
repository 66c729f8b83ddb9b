"""A number is given once: on SQLite a deleted row's number would be given to the next one, and an
old button would act on something else. PostgreSQL does so by itself."""

from alembic import op
from sqlalchemy import inspect

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    _numbered(once=True)


def downgrade() -> None:
    """One step back."""
    _numbered(once=False)


def _numbered(*, once: bool) -> None:
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        return
    looker = inspect(connection)
    for table in sorted(looker.get_table_names()):
        if looker.get_pk_constraint(table)["constrained_columns"] == ["id"]:
            kept = {"sqlite_autoincrement": once}
            with op.batch_alter_table(table, recreate="always", table_kwargs=kept):
                pass
