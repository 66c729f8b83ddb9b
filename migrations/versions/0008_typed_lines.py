"""A typed line has a table of its own; those that stand as previews keep their numbers."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0006"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TIME = sa.DateTime(timezone=True)
_AT_ONCE = 1000

_ARRIVALS = sa.table(
    "arrivals",
    *map(sa.column, ("id", "user_id", "state", "text", "dedupe_key", "client_id")),
    sa.column("sender", sa.JSON()),
    sa.column("created_at", _TIME),
)
_LINES = sa.table(
    "typed_lines",
    *map(sa.column, ("id", "user_id", "text", "name", "title", "kind")),
    *map(sa.column, ("client_id", "deal_id", "task_id")),
    sa.column("sure", sa.Boolean()),
    sa.column("moments", sa.JSON()),
    sa.column("candidates", sa.JSON()),
    sa.column("created_at", _TIME),
)


def upgrade() -> None:
    """One step forward."""
    op.create_table(
        "typed_lines",
        sa.Column("id", _ID, nullable=False),
        sa.Column("user_id", _ID, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("moments", sa.JSON(), nullable=False),
        sa.Column("sure", sa.Boolean(), nullable=False),
        sa.Column("candidates", sa.JSON(), nullable=False),
        sa.Column("client_id", _ID, nullable=True),
        sa.Column("deal_id", _ID, nullable=True),
        sa.Column("task_id", _ID, nullable=True),
        sa.Column("created_at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_typed_lines_client_id")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_typed_lines_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_typed_lines")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_typed_lines_client_id", "typed_lines", ["client_id"])
    op.create_index("ix_typed_lines_created_at", "typed_lines", ["created_at"])
    _go_on_counting()
    _move()


def downgrade() -> None:
    """One step back: the buttons of a preview are old ones then."""
    op.drop_table("typed_lines")


def _go_on_counting() -> None:
    """An old button names a line by its number, which no new line may get."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "INSERT INTO sqlite_sequence (name, seq) "
            "SELECT 'typed_lines', seq FROM sqlite_sequence WHERE name = 'arrivals'"
        )
    else:
        op.execute(
            "SELECT setval(pg_get_serial_sequence('typed_lines', 'id'), "
            "greatest(nextval(pg_get_serial_sequence('arrivals', 'id')), "
            "(SELECT max(id) FROM arrivals)))"
        )


def _move() -> None:
    connection = op.get_bind()
    last = 0
    while True:
        query = sa.select(_ARRIVALS).where(
            _ARRIVALS.c.id > last,
            _ARRIVALS.c.state.in_(("typed", "done")),
            _ARRIVALS.c.dedupe_key.is_(None),
        )
        rows = connection.execute(query.order_by(_ARRIVALS.c.id).limit(_AT_ONCE)).all()
        if not rows:
            break
        last = rows[-1].id
        lines = [_line(row) for row in rows if "moments" in row.sender]
        if lines:
            connection.execute(_LINES.insert(), lines)
            moved = _ARRIVALS.c.id.in_([line["id"] for line in lines])
            connection.execute(_ARRIVALS.delete().where(moved))
    connection.execute(_ARRIVALS.delete().where(_ARRIVALS.c.state == "typed"))


def _line(row: sa.Row) -> dict[str, object]:
    kept = row.sender
    return {
        "id": row.id,
        "user_id": row.user_id,
        "text": row.text,
        "name": kept["name"],
        "title": kept["title"],
        "kind": kept.get("kind", "call"),
        "moments": kept["moments"],
        "sure": kept["sure"],
        "candidates": kept["clients"],
        "client_id": row.client_id,
        "deal_id": kept.get("deal"),
        "task_id": kept.get("task"),
        "created_at": row.created_at,
    }
