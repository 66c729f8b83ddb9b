"""A tap is few statements: "talked, next in three days", inbox and outbox included."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest_asyncio
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.telegram import TelegramAPIServer

from bot.clock import MovableClock
from bot.db import Database
from bot.handlers.core.refusals import failed, refused, unhandled
from bot.handlers.routers import dispatcher
from bot.method.core.terms import Role
from bot.telegram.background import Background
from bot.telegram.calls.session import JsonSession
from bot.telegram.intake import Intake
from bot.telegram.turn import Answers, TurnParts
from bot.telegram.worker import Workers
from bot.transactions import Transactions
from sandbox import MovableClock as SandboxClock
from sandbox import Person, Sandbox
from tests.builders import COMPANY, Firm
from tests.databases import empty_sqlite
from tests.service.seen import counted

MOST = 23
MOST_IN_ROUND = 26
"""The same two taps in work mode, where the second one brings the whole next card."""
MOST_FOR_QUESTION = 17
"""A forward of somebody unknown, with a look at what came in the same gesture, and the question
that is kept until it was shown."""
_NOISE = ("BEGIN", "COMMIT", "ROLLBACK", "SELECT inbox.chat_id")


class Office:
    """The gateway in this process, fetching from the sandbox as it does in earnest."""

    def __init__(self, database: Database, box: Sandbox, bot: Bot, clock: MovableClock) -> None:
        self.background = Background()
        answers = Answers(refused, unhandled, failed)
        parts = TurnParts(Transactions(database, clock, COMPANY), bot, dispatcher(), "bot", answers)
        self.workers = Workers(parts, self.background, lambda: None)
        self.intake = Intake(database, clock, f"{box.url}/bot{box.token}", self.workers.take)
        self.background.start("intake", self.intake.run())
        self.background.start("workers", self.workers.run())


@asynccontextmanager
async def open_office(
    tmp_path: Path, clock: MovableClock
) -> AsyncIterator[tuple[Database, Sandbox]]:
    """The gateway at work on an empty database."""
    async with (
        empty_sqlite(tmp_path) as database,
        Sandbox(SandboxClock(clock.now())) as box,
    ):
        session = JsonSession(api=TelegramAPIServer.from_base(box.url))
        async with Bot(box.token, session, DefaultBotProperties(parse_mode="HTML")) as bot:
            office = Office(database, box, bot, clock)
            box.after_action = office.workers.drained
            yield database, box
            await office.background.stop()


@pytest_asyncio.fixture
async def anna(tmp_path: Path, clock: MovableClock) -> AsyncIterator[tuple[Person, Database]]:
    """Anna with two tasks due today, the card of the first open."""
    async with open_office(tmp_path, clock) as (database, box):
        firm = Firm(database, clock)
        owner = await firm.person("Анна", Role.MANAGER)
        await firm.client(owner, "Ромашка", phone="+79161234567", due=firm.in_days(0))
        await firm.client(owner, "Лютик", phone="+79161234568", due=firm.in_days(0))
        anna = box.person("Анна", 101)
        await anna.writes("/today")
        await anna.taps("Ромашка")
        yield anna, database


async def test_talked_next_in_three_days(anna: tuple[Person, Database]) -> None:
    person, database = anna
    total = await statements_of(person, database)
    await person.sees("следующий контакт")
    assert total <= MOST, total


async def test_the_same_in_work_mode(anna: tuple[Person, Database]) -> None:
    person, database = anna
    await person.writes("/today")
    await person.taps("▶️ Начать день")
    total = await statements_of(person, database)
    assert "следующий контакт" in person.screen.text
    assert "Лютик" in person.screen.text
    assert total <= MOST_IN_ROUND, total


async def test_a_question_whose_it_is(anna: tuple[Person, Database]) -> None:
    person, database = anna
    with counted(database) as statements:
        await person.forwards("Пришлите счёт", origin="Некто")
    await person.sees("Такого клиента пока нет")
    total = len(without_noise(statements))
    assert total <= MOST_FOR_QUESTION, total


async def statements_of(person: Person, database: Database) -> int:
    total = 0
    for label in ("✅ Поговорили", "Через 3 дня"):
        with counted(database) as statements:
            await person.taps(label)
        total += len(without_noise(statements))
    return total


def without_noise(statements: Sequence[tuple[str, Any]]) -> list[str]:
    """Without the looks of the idle inbox, which come once a second whatever happens; nothing is
    asked twice."""
    told = [(one, repr(values)) for one, values in statements if not one.startswith(_NOISE)]
    shown = "\n".join(" ".join(statement.split())[:150] for statement, _ in told)
    assert len(set(told)) == len(told), f"twice the same:\n{shown}"
    return [statement for statement, _ in told]
