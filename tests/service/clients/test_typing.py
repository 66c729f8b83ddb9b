"""Letters typed after the bot's name wait in the inbox like all updates; most need no answer."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest_asyncio
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.clock import MovableClock
from bot.handlers.core.refusals import failed, refused, unhandled
from bot.handlers.routers import dispatcher
from bot.models.inbox import backlog
from bot.telegram.background import Background
from bot.telegram.intake import Intake
from bot.telegram.turn import Answers, Gate
from bot.telegram.worker import Workers
from bot.transactions import Transactions
from sandbox import MovableClock as SandboxClock
from sandbox import Sandbox
from tests.builders import COMPANY, Firm
from tests.databases import empty_sqlite


@dataclass
class Office:
    """The gateway in this process, told by hand what has come and when to look at it."""

    firm: Firm
    box: Sandbox
    intake: Intake
    workers: Workers
    last: int = 0

    async def typed(self, *texts: str) -> None:
        """Anna types these, and all come in one batch."""
        batch: list[dict[str, Any]] = []
        for text in texts:
            self.last += 1
            sender = {"id": 101, "is_bot": False, "first_name": "Анна"}
            query = {"id": str(self.last), "from": sender, "query": text, "offset": ""}
            batch.append({"update_id": self.last, "inline_query": query})
        await self.intake.store(batch)

    async def answers(self) -> int:
        """How many answers went out until everything that waited was dealt with."""
        before = self.box.calls["answerInlineQuery"]
        await self.workers.run_once()
        await self.workers.drained()
        async with self.firm.database.reading() as session:
            assert await backlog(session) == (0, 0)
        return self.box.calls["answerInlineQuery"] - before


@pytest_asyncio.fixture
async def office(tmp_path: Path, clock: MovableClock) -> AsyncIterator[Office]:
    async with empty_sqlite(tmp_path) as database, Sandbox(SandboxClock(clock.now())) as box:
        firm = Firm(database, clock)
        await firm.client(await firm.person("Анна"), "Ромашка")
        session = AiohttpSession(api=TelegramAPIServer.from_base(box.url))
        async with Bot(box.token, session, DefaultBotProperties(parse_mode="HTML")) as bot:
            answers, background = Answers(refused, unhandled, failed), Background()
            gate = Gate(Transactions(database, clock, COMPANY), bot, dispatcher(), "bot", answers)
            workers = Workers(gate, background, lambda: None)
            intake = Intake(database, clock, "", lambda stored: None)
            yield Office(firm, box, intake, workers)
            await background.stop()


async def test_what_comes_together_is_one_update(office: Office) -> None:
    await office.typed("р", "ро", "ром")
    async with office.firm.database.reading() as session:
        assert await backlog(session) == (1, 0)
    assert await office.answers() == 1


async def test_what_waits_behind_newer_letters_is_not_answered(office: Office) -> None:
    for text in ("р", "ро", "ром"):
        await office.typed(text)
    assert await office.answers() == 1


async def test_what_is_old_is_not_answered(office: Office) -> None:
    await office.typed("ром")
    office.firm.clock.move(timedelta(seconds=11))
    assert await office.answers() == 0
    await office.typed("рома")
    assert await office.answers() == 1
