"""What people look for waits for its next page; a client is found by its deals' names."""

import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0018"
branch_labels = None
depends_on = None

_AT_ONCE = 1000


def upgrade() -> None:
    """One step forward."""
    op.add_column("typed_lines", sa.Column("looks_for", sa.String(32)))
    _fill_words()


def downgrade() -> None:
    """One step back: the words of deals find nothing that is not there."""
    op.execute("DELETE FROM typed_lines WHERE looks_for IS NOT NULL")
    op.drop_column("typed_lines", "looks_for")


def _fill_words() -> None:
    connection = op.get_bind()
    deals = sa.table("deals", *map(sa.column, ("id", "client_id", "title")))
    words = sa.table("client_words", sa.column("word"), sa.column("client_id"))
    last = 0
    while True:
        query = sa.select(deals).where(deals.c.id > last, deals.c.title.is_not(None))
        rows = connection.execute(query.order_by(deals.c.id).limit(_AT_ONCE)).all()
        if not rows:
            return
        last = rows[-1].id
        found = {(word[:64], row.client_id) for row in rows for word in _folded(row.title)}
        clients = {row.client_id for row in rows}
        known = sa.select(words.c.word, words.c.client_id).where(words.c.client_id.in_(clients))
        new = found - {(row.word, row.client_id) for row in connection.execute(known)}
        values = [{"word": word, "client_id": client_id} for word, client_id in sorted(new)]
        if values:
            connection.execute(words.insert(), values)


def _folded(title: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", title).casefold()
    letters = (char for char in plain if not unicodedata.combining(char))
    return "".join(char if char.isalnum() else " " for char in letters).split()
