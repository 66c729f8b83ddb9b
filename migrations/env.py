"""Alembic's entrance: the connection is handed over by `bot.migrate`, on both databases."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import BigInteger

from bot.models.base import Base, UtcDateTime, Word


def render(kind: str, item: Any, _: AutogenContext) -> str | Literal[False]:
    """Columns as the database has them: a migration must not change when the code does."""
    if kind != "type":
        return False
    if isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if isinstance(item, Word):
        return "sa.String(length=32)"
    if isinstance(item, BigInteger) and item._variant_mapping:
        return "_ID"
    return False


def run() -> None:
    """Run the asked migrations on the connection that the caller opened."""
    connection = context.config.attributes["connection"]
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        render_item=render,
    )
    with context.begin_transaction():
        context.run_migrations()


run()
