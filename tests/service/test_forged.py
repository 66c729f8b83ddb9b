"""Callback data that nobody was ever given: every string is answered, and none is parked."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.clock import MovableClock
from bot.handlers.core.refusals import failed, refused, unhandled
from bot.handlers.routers import dispatcher
from bot.method.core.terms import Role
from bot.models.inbox import backlog
from bot.telegram.background import Background
from bot.telegram.intake import Intake
from bot.telegram.turn import Answers, Gate
from bot.telegram.worker import Workers
from bot.views.taps.base import all_taps
from sandbox import MovableClock as SandboxClock
from sandbox import Sandbox
from tests.builders import Firm
from tests.databases import empty_sqlite

STRINGS = 300
WORDS = ["call", "client", "deal", "all", "plan", "move", "manager", "head", "phone", "c", "d", "p"]
NUMBERS = ["0", "1", "2", "3", "7", "12", "13", "9999", "10000", "999999", str(2**63 - 1), "-1"]
DATES = ["20261125", "20260229", "19000101", "29991231", "00010101", "99991231"]
TIMES = ["0000", "0900", "2359", "2400"]


def forged(random: Random, code: str) -> str:
    """Mostly what the small ids of the firm and the edges of the fields make."""
    kinds = (["0", "1", "1", "2"], NUMBERS, DATES, TIMES, ["~"], WORDS)
    parts = [random.choice(random.choice(kinds)) for _ in range(random.randint(0, 6))]
    return ":".join([code, *parts])[:64]


def update(number: int, data: str) -> dict[str, Any]:
    sender = {"id": 101, "is_bot": False, "first_name": "Анна"}
    chat = {"id": 101, "type": "private", "first_name": "Анна"}
    message = {"message_id": 1, "date": 0, "chat": chat}
    query = {"id": str(number), "from": sender, "chat_instance": "1", "data": data}
    return {"update_id": number, "callback_query": query | {"message": message}}


@pytest.mark.parametrize("role", [Role.MANAGER, Role.ADMIN])
async def test_what_is_forged_is_answered(tmp_path: Path, clock: MovableClock, role: Role) -> None:
    random = Random(role.value)
    codes = sorted(code for code in all_taps() if not code.startswith("zz"))
    wanted = [forged(random, random.choice(codes)) for _ in range(STRINGS)]
    # The month's grid asks the calendar for what no date can be.
    wanted += [f"vam:1:{year}:{month}" for year in (0, 1, 9999, 10000) for month in (0, 12, 13)]
    async with empty_sqlite(tmp_path) as database, Sandbox(SandboxClock(clock.now())) as box:
        firm = Firm(database, clock)
        owner = await firm.person("Анна", role)
        await firm.client(owner, "Ромашка", phone="+79161234567", due=firm.in_days(0))
        session = AiohttpSession(api=TelegramAPIServer.from_base(box.url))
        async with Bot(box.token, session, DefaultBotProperties(parse_mode="HTML")) as bot:
            box.person("Анна", 101)
            background = Background()
            answers = Answers(refused, unhandled, failed)
            gate = Gate(firm.transactions, bot, dispatcher(), "bot", answers)
            workers = Workers(gate, background, lambda: None)
            intake = Intake(database, clock, "", lambda stored: None)
            await intake.store([update(number, data) for number, data in enumerate(wanted, 1)])
            await workers.run_once()
            await workers.drained()
            await background.stop()
        async with database.reading() as reading:
            assert await backlog(reading) == (0, 0)
