"""Nobody changes an entry of the journal or makes it go, not even with the database in hand."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.method.company.entries import JournalChoice
from bot.services.company import journal
from bot.services.pool import handover
from tests.builders import Firm
from tests.service.recorded import entries, scene
from tests.service.running import run_job

CHANGES = [
    "UPDATE journal SET after = 'pool'",
    "UPDATE journal SET at = at",
    "DELETE FROM journal",
    "DELETE FROM journal WHERE id = (SELECT max(id) FROM journal)",
]
OF = {
    "postgresql": [*CHANGES, "TRUNCATE journal"],
    "sqlite": [
        *CHANGES,
        "INSERT OR REPLACE INTO journal (id, at, kind, origin, nth) VALUES (1, 0, 'x', 'x', 0)",
    ],
}


async def test_the_database_itself_refuses_to_change_an_entry(firm: Firm) -> None:
    await scene(firm)
    before = [(entry.id, entry.at, entry.after) for entry in await entries(firm)]
    for sql in OF[firm.database.engine.dialect.name]:
        with pytest.raises(DBAPIError, match="only added to"):
            async with firm.work() as work:
                await work.session.execute(text(sql))
    assert [(entry.id, entry.at, entry.after) for entry in await entries(firm)] == before


async def test_what_is_old_stays_when_the_rest_is_tidied_away(firm: Firm) -> None:
    await scene(firm)
    count = len(await entries(firm))
    firm.moved(days=800)
    await run_job(firm, "prune")
    assert len(await entries(firm)) >= count > 0


async def test_nothing_of_an_erased_client_stays_readable(firm: Firm) -> None:
    here = await scene(firm)
    async with firm.act(here.head) as act:
        await handover.hand_over(act, here.client, here.boris)
    async with firm.work() as work:
        for table in ("timeline", "client_words", "gaps", "tasks", "clients"):
            column = "id" if table == "clients" else "client_id"
            sql = f"DELETE FROM {table} WHERE {column} = :n"
            await work.session.execute(text(sql), {"n": here.client})
    async with firm.act(here.admin) as act:
        (line, *_) = (await journal.read_journal(act, JournalChoice())).lines
    assert line.client is not None and (line.client.client_id, line.client.name) == (
        here.client,
        None,
    )
    async with firm.database.reading() as session:
        kept = str((await session.execute(text("SELECT * FROM journal"))).all())
    assert "Ромашка" not in kept and "Анна" not in kept
