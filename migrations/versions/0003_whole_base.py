"""The client base: people inside companies, words to search by, imports and what they changed."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TIME = sa.DateTime(timezone=True)
_WORD = sa.String(length=64).with_variant(sa.String(length=64, collation="C"), "postgresql")
_AT_ONCE = 5000


def upgrade() -> None:
    """One step forward."""
    op.create_table(
        "persons",
        sa.Column("id", _ID, nullable=False),
        sa.Column("client_id", _ID, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=32), nullable=True),
        sa.Column("position", sa.String(length=100), nullable=True),
        sa.Column("created_at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_persons_client_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persons")),
    )
    with op.batch_alter_table("persons") as persons:
        persons.create_index(persons.f("ix_persons_client_id"), ["client_id"])
    op.create_table(
        "client_words",
        sa.Column("word", _WORD, nullable=False),
        sa.Column("client_id", _ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_client_words_client_id")
        ),
        sa.PrimaryKeyConstraint("word", "client_id", name=op.f("pk_client_words")),
    )
    with op.batch_alter_table("client_words") as words:
        words.create_index(words.f("ix_client_words_client_id"), ["client_id"])
    _imports()
    with op.batch_alter_table("contact_points") as points:
        points.add_column(sa.Column("person_id", _ID, nullable=True))
        points.create_foreign_key(
            op.f("fk_contact_points_person_id"), "persons", ["person_id"], ["id"]
        )
        points.create_index(points.f("ix_contact_points_person_id"), ["person_id"])
    with op.batch_alter_table("clients") as clients:
        clients.add_column(sa.Column("source_key", sa.String(length=120), nullable=True))
        clients.add_column(sa.Column("import_id", _ID, nullable=True))
        clients.create_foreign_key(op.f("fk_clients_import_id"), "imports", ["import_id"], ["id"])
        clients.create_index(clients.f("ix_clients_source_key"), ["source_key"])
        clients.create_index(clients.f("ix_clients_import_id"), ["import_id"])
    with op.batch_alter_table("deals") as deals:
        deals.add_column(sa.Column("source_key", sa.String(length=120), nullable=True))
        deals.create_index(deals.f("ix_deals_source_key"), ["source_key"])
    with op.batch_alter_table("gaps") as gaps:
        gaps.add_column(sa.Column("quiet_until", _TIME, nullable=True))
    _fill_words()


def _imports() -> None:
    op.create_table(
        "imports",
        sa.Column("id", _ID, nullable=False),
        sa.Column("user_id", _ID, nullable=False),
        sa.Column("file_name", sa.String(length=200), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("profile", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=True),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("done_at", _TIME, nullable=True),
        sa.Column("undone_at", _TIME, nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_imports_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imports")),
    )
    with op.batch_alter_table("imports") as imports:
        imports.create_index("ix_imports_user_created", ["user_id", "created_at"])
    op.create_table(
        "import_rows",
        sa.Column("id", _ID, nullable=False),
        sa.Column("import_id", _ID, nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("result", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=True),
        sa.Column("client_id", _ID, nullable=True),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["import_id"], ["imports.id"], name=op.f("fk_import_rows_import_id")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_import_rows_client_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_rows")),
    )
    with op.batch_alter_table("import_rows") as rows:
        rows.create_index("ix_import_rows_import", ["import_id", "line"])
        rows.create_index(rows.f("ix_import_rows_client_id"), ["client_id"])


def _fill_words() -> None:
    """The words of the clients that are there already, from their folded names."""
    connection = op.get_bind()
    clients = sa.table("clients", *map(sa.column, ("id", "name_folded", "company_folded")))
    words = sa.table("client_words", sa.column("word"), sa.column("client_id"))
    last = 0
    while True:
        query = sa.select(clients).where(clients.c.id > last).order_by(clients.c.id)
        rows = connection.execute(query.limit(_AT_ONCE)).all()
        if not rows:
            return
        last = rows[-1].id
        found = {
            (word[:64], row.id)
            for row in rows
            for word in f"{row.name_folded} {row.company_folded or ''}".split()
        }
        values = [{"word": word, "client_id": client_id} for word, client_id in sorted(found)]
        if values:
            connection.execute(words.insert(), values)


def downgrade() -> None:
    """One step back."""
    with op.batch_alter_table("gaps") as gaps:
        gaps.drop_column("quiet_until")
    with op.batch_alter_table("deals") as deals:
        deals.drop_index(deals.f("ix_deals_source_key"))
        deals.drop_column("source_key")
    with op.batch_alter_table("clients") as clients:
        clients.drop_index(clients.f("ix_clients_import_id"))
        clients.drop_index(clients.f("ix_clients_source_key"))
        clients.drop_constraint(op.f("fk_clients_import_id"), type_="foreignkey")
        clients.drop_column("import_id")
        clients.drop_column("source_key")
    with op.batch_alter_table("contact_points") as points:
        points.drop_index(points.f("ix_contact_points_person_id"))
        points.drop_constraint(op.f("fk_contact_points_person_id"), type_="foreignkey")
        points.drop_column("person_id")
    op.drop_table("import_rows")
    op.drop_table("imports")
    op.drop_table("client_words")
    op.drop_table("persons")
