"""What runs at every tick and behind every tap finds its rows by an index, on both databases."""

import pytest
import pytest_asyncio

from bot.clock import MovableClock
from bot.db import Database
from bot.jobs.table import TABLE
from bot.method.clients.cards import ClientFilter
from bot.method.core.terms import Role
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
from tests.service.planned import as_never_counted, whole_tables
from tests.service.seen import counted

EVERY_TICK_BUT_THE_NIGHT = tuple(job for job in TABLE if job.daily_from is None)

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
    await as_never_counted(firm.database)
    assert await whole_tables(firm.database, statements) == []


async def test_a_tap_reads_no_whole_table(firm: Firm) -> None:
    with counted(firm.database) as statements:
        async with firm.act(ANNA) as act:
            await looks_around(act)
    await as_never_counted(firm.database)
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
    await as_never_counted(firm.database)
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
