"""The same in a base that is full and has been counted by its database: what is found by an index
while there is nothing else may be read whole, or sorted, once there is a choice."""

import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio
from aiogram.methods import EditMessageText, SendMessage
from aiogram.types import InlineKeyboardMarkup
from sqlalchemy import text

from benchmarks.busy_day import count_on
from benchmarks.company import ADMIN, ESCALATED_AT, HEAD, MANAGER, STORES
from bot.jobs.table import TABLE
from bot.jobs.ticker import Ticker
from bot.models import Client, Deal, Gap, Task, User
from bot.models.inbox import backlog, next_of_chat, waiting_chats
from bot.models.outbox import next_to_send, unsent
from bot.models.timeline import TimelineEntry
from bot.services.clients import clients, history, search
from bot.services.core import cards
from bot.services.core.work import Act
from bot.services.day import day, rounds
from bot.services.gaps import neglect
from bot.services.planning import load, walk
from bot.transactions import Transactions
from tests.service.gateway import Listener, gateway, tapped, written
from tests.service.planned import Statement, history_read, sorted_whole, whole_tables
from tests.service.seen import counted

CLIENTS = 4_000
YEARS = """
INSERT INTO gaps (id, client_id, owner_id, reason, step, opened_at, closed_at)
SELECT {shift} + id, id, owner_id, 'no_task', 'opened', created_at, created_at FROM clients
"""
"""Each client has been without a task before."""
PAST = """
INSERT INTO timeline (id, client_id, actor_id, event, at, data)
SELECT {shift} + id, id, owner_id, '{event}', created_at, '{{"outcome": "talked"}}' FROM clients
"""
EVENTS = ("task_planned", "task_done", "no_answer", "task_planned", "task_moved")
"""What each client has behind it; nothing was ever taken back."""


@pytest_asyncio.fixture(
    loop_scope="module", scope="module", params=[*STORES, "SQLite, never counted"]
)
async def full(request: pytest.FixtureRequest) -> AsyncIterator[Transactions]:
    """A company of two teams, with a history; counted by ANALYZE, as nobody does on SQLite."""
    store, _, uncounted = request.param.partition(",")
    with tempfile.TemporaryDirectory() as folder:
        async with STORES[store](Path(folder), CLIENTS) as transactions:
            async with transactions.database.transaction() as session:
                for times in range(1, 6):
                    await session.execute(text(YEARS.format(shift=times * 100_000)))
                for place, event in enumerate(EVENTS):
                    written = PAST.format(shift=place * CLIENTS, event=event).replace(":", r"\:")
                    await session.execute(text(written))
                if not uncounted:
                    await session.execute(text("ANALYZE"))
            await count_on(transactions.database, (User, Client, Deal, Task, Gap, TimelineEntry))
            yield transactions


async def looked(
    full: Transactions, person_id: int, look: Callable[[Act], Awaitable[object]]
) -> None:
    """The person looks, in the transaction that a tap has: who sees a gap is told of it."""
    async with full.work() as work:
        await look(Act.by(await work.session.get_one(User, person_id), work))


@pytest.mark.parametrize("later", [False, True], ids=["nothing due", "a thousand to tell of"])
@pytest.mark.asyncio(loop_scope="module")
async def test_a_tick(full: Transactions, later: bool) -> None:
    standing = full.at(ESCALATED_AT) if later else full
    with counted(full.database) as statements:
        await Ticker(standing, 3600, lambda: None).tick()
        for job in TABLE:
            if job.daily_from is None:
                await job.run(standing)
        async with standing.work() as work:
            await waiting_chats(work.session)
            await next_of_chat(work.session, 101)
            await backlog(work.session)
            await next_to_send(work.session, work.now, [])
            await unsent(work.session, work.now)
    assert await whole_tables(full.database, statements) == []
    assert await sorted_whole(full.database, statements) == []


@pytest.mark.asyncio(loop_scope="module")
async def test_the_night(full: Transactions) -> None:
    with counted(full.database) as statements:
        for job in TABLE:
            if job.daily_from is not None:
                await job.run(full)
    assert await whole_tables(full.database, statements) == []


async def of_a_manager(act: Act) -> None:
    """What is a tap away for everybody."""
    page = await day.day(act, 0)
    await day.morning(act)
    await day.task_card(act, page.lines[0].task_id)
    await rounds.next_turn(act)
    await clients.client_card(act, page.lines[0].client_id)
    await cards.contacts_of(act, page.lines[0].client_id)
    await history.client_history(act, page.lines[0].client_id, 0)
    await search.my_clients(act, 0, None)
    for words in ("ромашкинс", "велим ромаш", "+7 916 123-45-67"):
        await search.find(act, words)
    await neglect.own_gaps(act, 0)
    await walk.next_card(act)
    await load.load(act)


@pytest.mark.asyncio(loop_scope="module")
async def test_what_was_last_of_a_client_reads_its_own_history_only(full: Transactions) -> None:
    with counted(full.database) as statements:
        await looked(full, MANAGER, lambda act: cards.touches_of(act, 1, act.zone))
    assert await history_read(full.database, statements) == []


@pytest.mark.parametrize(
    ("person", "look"),
    [
        (MANAGER, of_a_manager),
        (HEAD, lambda act: neglect.team_gaps(act, 0)),
        (ADMIN, lambda act: neglect.team_gaps(act, 0)),
        (ADMIN, lambda act: neglect.team_gaps(act, 5)),
        (ADMIN, lambda act: search.find(act, "велим ромаш")),
    ],
    ids=["manager", "team", "company", "a later page", "search"],
)
@pytest.mark.asyncio(loop_scope="module")
async def test_a_look(
    full: Transactions, person: int, look: Callable[[Act], Awaitable[object]]
) -> None:
    with counted(full.database) as statements:
        await looked(full, person, look)
    assert await whole_tables(full.database, statements) == []


@pytest.mark.asyncio(loop_scope="module")
async def test_the_two_taps_of_work_mode(full: Transactions) -> None:
    """From the inbox to the screen: who taps all day long waits for each of these statements."""
    number = 1000 + MANAGER - 1
    telegram = Listener()
    async with gateway(full, telegram) as desk:
        await desk.stores(written(number, "/today"))
        await desk.deals()
        for label in ("▶️", "✅ Поговорили", "Через 3 дня"):
            with counted(full.database) as statements:
                await desk.stores(tapped(number, _data_of(telegram, label)))
                assert await desk.deals() == (0, 0)
                await desk.workers.screens.mark()
            assert any(said.startswith("UPDATE inbox") for said, _ in statements)
            assert await whole_tables(full.database, statements) == []
            # The tasks of the day are sorted to find the first: those of one person.
            assert await sorted_whole(full.database, _but_the_days(statements)) == []
    assert "следующий контакт" in (_last(telegram).text or "")


def _last(telegram: Listener) -> SendMessage | EditMessageText:
    return [said for said in telegram.heard if isinstance(said, SendMessage | EditMessageText)][-1]


def _data_of(telegram: Listener, label: str) -> str:
    """What the button of the last screen that begins like this stands for."""
    markup = _last(telegram).reply_markup
    assert isinstance(markup, InlineKeyboardMarkup)
    keys = [key for row in markup.inline_keyboard for key in row]
    return next(key.callback_data or "" for key in keys if key.text.startswith(label))


def _but_the_days(statements: list[Statement]) -> list[Statement]:
    return [asked for asked in statements if "count(*) OVER ()" not in asked[0]]


@pytest.mark.parametrize(
    ("query", "whole", "in_order"),
    [
        (
            "SELECT 1 FROM gaps WHERE closed_at IS NULL AND owner_id = 3",
            False,
            True,
        ),
        ("SELECT id FROM gaps WHERE reason = 'no_task'", True, True),
        ("UPDATE tasks SET moves = 1 WHERE title = 'x'", True, True),
        ("DELETE FROM clients WHERE note = 'x'", True, True),
        ("SELECT id FROM tasks WHERE client_id = 1 ORDER BY title LIMIT 3", False, False),
    ],
)
@pytest.mark.asyncio(loop_scope="module")
async def test_a_bad_statement_is_noticed(
    full: Transactions, query: str, whole: bool, in_order: bool
) -> None:
    statement = [(query, ())]
    assert bool(await whole_tables(full.database, statement)) is whole
    assert (await sorted_whole(full.database, statement) == []) is in_order
