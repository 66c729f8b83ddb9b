"""How many connections the bot keeps, and which of them it takes."""

from pathlib import Path
from typing import Any

from sqlalchemy import event, text

from bot.db import Database
from tests.databases import bare_sqlite

CROWD = 8


async def looking_at_once(database: Database, left: int) -> None:
    """So many look at the database, each while all before it still do."""
    async with database.reading() as session:
        await session.execute(text("SELECT 1"))
        if left > 1:
            await looking_at_once(database, left - 1)


async def test_after_a_crowd_three_connections_to_the_file_are_kept(tmp_path: Path) -> None:
    async with bare_sqlite(tmp_path) as database:
        await looking_at_once(database, CROWD)
        pool: Any = database.engine.pool
        assert pool.checkedin() == 3


async def test_who_looks_alone_takes_the_same_to_a_file_and_all_in_turn_to_a_server(
    database: Database,
) -> None:
    await looking_at_once(database, 3)
    taken: set[int] = set()

    @event.listens_for(database.engine.sync_engine, "checkout")
    def notes(connection: object, *_: object) -> None:
        taken.add(id(connection))

    for _ in range(CROWD):
        await looking_at_once(database, 1)
    assert len(taken) == (1 if database.is_sqlite else 3)
