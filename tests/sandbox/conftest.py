"""A sandbox with Anna in it, and a client that speaks to it as any bot would."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from sandbox import MovableClock, Person, Sandbox

MONDAY_9 = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


class Raw:
    """JSON over HTTP, nothing else: `await raw("sendMessage", chat_id=1, text="hi")`."""

    def __init__(self, session: aiohttp.ClientSession, base: str) -> None:
        self.session = session
        self.base = base

    async def __call__(self, method: str, **values: Any) -> dict[str, Any]:
        async with self.session.post(f"{self.base}/{method}", json=values) as answer:
            return dict(await answer.json())

    async def result(self, method: str, **values: Any) -> Any:
        answer = await self(method, **values)
        assert answer["ok"], answer
        return answer["result"]

    async def refused(self, method: str, **values: Any) -> str:
        answer = await self(method, **values)
        assert not answer["ok"], answer
        return f"{answer['error_code']} {answer['description']}"


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(MONDAY_9)


@pytest_asyncio.fixture
async def box(clock: MovableClock) -> AsyncIterator[Sandbox]:
    async with Sandbox(clock=clock, token="1:sandbox", patience=3.0) as box:
        yield box


@pytest_asyncio.fixture
async def anna(box: Sandbox) -> Person:
    anna = box.person("Анна", user_id=101, last_name="Петрова", username="anna_p")
    await anna.writes("/start", wait=False)
    return anna


@pytest_asyncio.fixture
async def raw(box: Sandbox) -> AsyncIterator[Raw]:
    async with aiohttp.ClientSession() as session:
        yield Raw(session, f"{box.url}/bot{box.token}")


@pytest_asyncio.fixture
async def bot(box: Sandbox) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(box.url))
    async with Bot(box.token, session=session) as bot:
        yield bot
