"""Letters typed after the bot's name wait in the inbox like all updates; most need no answer."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest_asyncio
from aiogram.methods import AnswerInlineQuery

from bot.clock import MovableClock
from bot.models.inbox import backlog
from tests.builders import Firm
from tests.databases import empty_sqlite
from tests.service.gateway import Gateway, Listener, gateway, typed


@dataclass
class Office:
    """Anna types, and is answered."""

    firm: Firm
    telegram: Listener
    desk: Gateway

    async def typed(self, *texts: str) -> None:
        """Anna types these, and all come in one batch."""
        await self.desk.stores(*(typed(101, text) for text in texts))

    async def answers(self) -> int:
        """How many answers went out until everything that waited was dealt with."""
        before = self.telegram.count(AnswerInlineQuery)
        assert await self.desk.deals() == (0, 0)
        return self.telegram.count(AnswerInlineQuery) - before


@pytest_asyncio.fixture
async def office(tmp_path: Path, clock: MovableClock) -> AsyncIterator[Office]:
    async with empty_sqlite(tmp_path) as database:
        firm, telegram = Firm(database, clock), Listener()
        await firm.client(await firm.person("Анна"), "Ромашка")
        async with gateway(firm, telegram) as desk:
            yield Office(firm, telegram, desk)


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
