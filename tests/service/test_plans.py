"""What runs at every tick and behind every tap finds its rows by an index, on both databases."""

from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import MovableClock
from bot.db import Database
from bot.jobs.table import TABLE
from bot.method.clients.cards import ClientFilter
from bot.method.core.terms import Role
from bot.models import Base
from bot.models.inbox import backlog, next_of_chat, waiting_chats
from bot.models.outbox import next_to_send, unsent
from bot.services.clients import clients, history, search
from bot.services.core import cards
from bot.services.core.work import Act
from bot.services.day import day, rounds
from bot.services.deals import cards as deal_cards
from bot.services.gaps import neglect
from bot.services.planning import load, unloading, walk
from bot.services.pool import handing_out, listing
from tests.builders import Firm
from tests.service.seen import counted

GROWING = frozenset(
    {"clients", "client_words", "contact_points", "persons", "deals", "tasks", "gaps"}
    | {
        "timeline",
        "inbox",
        "outbox",
        "arrivals",
        "typed_lines",
        "pool_entries",
        "reactivations",
        "undo_steps",
    }
)
"""The tables that grow with the company's years; the others have as many rows as people."""
MEANT = "SELECT clients.owner_id, count(*)"
"""Whom the pool's clients go to depends on how many everybody has: counted at a hand-out alone."""
EVERY_TICK_BUT_THE_NIGHT = tuple(job for job in TABLE if job.daily_from is None)

Statement = tuple[str, Any]


HEAD, ANNA = 1, 2


@pytest_asyncio.fixture
async def firm(database: Database, clock: MovableClock) -> Firm:
    """Anna and her head; a client with a task and one without."""
    firm = Firm(database, clock)
    team = await firm.team()
    await firm.person("Олег", Role.HEAD, team)
    anna = await firm.person("Анна", team_id=team)
    await firm.client(anna, "Ромашка", phone="+79161234567", due=firm.in_days(0))
    await firm.client(anna, "Лютик", phone="+79161234568")
    return firm


async def test_a_tick_reads_no_whole_table(firm: Firm) -> None:
    with counted(firm.database) as statements:
        for job in EVERY_TICK_BUT_THE_NIGHT:
            await job.run(firm.transactions)
        async with firm.work() as work:
            now, session = work.now, work.session
            await waiting_chats(session)
            await next_of_chat(session, 101)
            await backlog(session)
            await next_to_send(session, now, [])
            await unsent(session, now)
    assert await whole_tables(firm.database, statements) == []


async def test_a_tap_reads_no_whole_table(firm: Firm) -> None:
    with counted(firm.database) as statements:
        async with firm.act(ANNA) as act:
            await looks_around(act)
    assert await whole_tables(firm.database, statements) == []


async def looks_around(act: Act) -> None:
    """Every list and card that a manager has at hand."""
    await day.day(act, 0)
    await day.morning(act)
    await day.task_card(act, 1)
    await rounds.next_turn(act)
    await clients.client_card(act, 1)
    await cards.contacts_of(act, 1)
    await history.client_history(act, 1, 0)
    for only in (None, *ClientFilter):
        await search.my_clients(act, 0, only)
    for words in ("ромашка", "+7 916 123-45-67", "анна@пример.рф", "@nobody"):
        await search.find(act, words)
    await deal_cards.deals(act, 0)
    await neglect.own_gaps(act, 0)
    await walk.progress(act)
    await walk.next_card(act)
    await walk.next_card(act, after=1)
    await load.load(act)
    await unloading.preview_left(act)


async def test_the_pool_reads_no_whole_table(firm: Firm) -> None:
    with counted(firm.database) as statements:
        async with firm.act(HEAD) as act:
            await handing_out.preview(act, 5)
            await listing.pool_screen(act, 0)
            await neglect.team_gaps(act, 0)
            await load.team_load(act, 0)
    assert await whole_tables(firm.database, statements) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("SELECT id FROM clients WHERE status = 'active' AND gap_since IS NOT NULL", False),
        ("SELECT id FROM clients WHERE note = 'x'", True),
        ("SELECT id FROM tasks WHERE title = 'x'", True),
    ],
)
async def test_a_whole_table_is_noticed(firm: Firm, query: str, found: bool) -> None:
    assert bool(await whole_tables(firm.database, [(query, ())])) is found


async def whole_tables(database: Database, statements: list[Statement]) -> list[str]:
    """The statements that read all rows of a table that grows, each with what the plan says."""
    plan, breach = (
        (_sqlite_plan, _sqlite_breach) if database.is_sqlite else (_postgres_plan, _postgres_breach)
    )
    found = []
    async with database.engine.connect() as connection:
        for statement, values in dict(statements).items():
            if not statement.startswith("SELECT") or statement.startswith(MEANT):
                continue
            lines = await plan(connection, statement, values)
            found += [f"{line}: {statement}" for line in lines if breach(line)]
    return found


async def _sqlite_plan(connection: AsyncConnection, statement: str, values: Any) -> list[str]:
    rows = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
    return [str(row[-1]) for row in rows.all()]


async def _postgres_plan(connection: AsyncConnection, statement: str, values: Any) -> list[str]:
    """As it is planned once the server has given up looking at the values: a status that is bound
    misses the partial index. So few rows are read as they lie, unless that is made dear."""
    driver = (await connection.get_raw_connection()).driver_connection
    assert driver is not None
    await driver.execute("SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan")
    await driver.execute(f"PREPARE looked_at AS {statement}")
    given = f"({', '.join(['NULL'] * len(values))})" if values else ""
    rows = await driver.fetch(f"EXPLAIN EXECUTE looked_at{given}")
    await driver.execute("DEALLOCATE looked_at")
    return [row[0].strip() for row in rows]


_PARTIAL = frozenset(
    str(index.name)
    for table in Base.metadata.tables.values()
    for index in table.indexes
    if index.dialect_options["sqlite"].get("where") is not None
)


def _sqlite_breach(line: str) -> bool:
    """`SCAN clients`; all of a partial index is what the query asks for, and small."""
    words = line.split()
    return words[0] == "SCAN" and words[1] in GROWING and words[-1] not in _PARTIAL


def _postgres_breach(line: str) -> bool:
    """`->  Seq Scan on clients  (cost=…)`."""
    _, scan, rest = line.partition("Seq Scan on ")
    return bool(scan) and rest.split()[0] in GROWING
