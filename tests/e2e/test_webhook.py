"""Telegram brings the updates itself: the same conversation, nothing is fetched, nobody else's
update is taken, and what comes while the bot is away comes again."""

import io
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio

from demo.stage import free_port
from tests.world import World, world

SECRET = "a-secret_of_256"


@pytest_asyncio.fixture
async def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    port = free_port()
    monkeypatch.setattr("demo.stage.free_port", lambda: port)
    url = f"http://127.0.0.1:{port}/telegram/updates"
    async with world(tmp_path, WEBHOOK_URL=url, WEBHOOK_SECRET=SECRET) as office:
        yield office


async def test_a_conversation(office: World) -> None:
    anna, box = office.people.anna, office.stage.box
    fetched = box.calls["getUpdates"]
    await anna.writes("/new ООО «Ромашка» +7 916 123-45-67")
    await anna.taps("Завтра")
    await anna.sees("следующий контакт с клиентом — завтра")
    assert box.calls["getUpdates"] == fetched
    assert box.state.webhook["secret"] == SECRET


async def test_an_update_of_somebody_else_is_none(office: World) -> None:
    box = office.stage.box
    anna = office.people.anna
    await anna.writes("/today")
    said = {"message_id": 7, "date": 1, "text": "/new Чужой", "chat": {"id": anna.id}}
    forged = {"update_id": 990_000_001, "message": said | {"from": anna.user_json()}}
    async with aiohttp.ClientSession() as session:
        for headers in ({}, {"X-Telegram-Bot-Api-Secret-Token": "other"}):
            url = box.state.webhook["url"]
            async with session.post(url, json=forged, headers=headers) as answer:
                assert answer.status == 401
        proven = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
        large = io.BytesIO(b"x" * (1024 * 1024 + 1))
        for body, status in ((b"{", 400), (b"[" * 100_000, 400), (large, 413)):
            async with session.post(url, data=body, headers=proven) as answer:
                assert answer.status == status
        async with session.post(url, data=b'"words"', headers=proven) as answer:
            assert answer.status == 200, "what is no update is passed over"
    assert await office.count("inbox", "update_id = 990000001") == 0
    assert await office.count("clients") == 0


async def test_what_comes_while_the_bot_is_away_comes_again(office: World) -> None:
    anna = office.people.anna
    await office.stage.bot.stop()
    await anna.writes("/new Иванов +7 916 123-45-67", wait=False)
    await office.stage.bot.start()
    await anna.sees("Клиент добавлен")
    assert await office.count("clients") == 1
