"""What the doctor says of Telegram, each thing while it is really so in the sandbox."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest
import pytest_asyncio

from bot.cli.doctor.finding import Health
from bot.cli.doctor.telegram import TelegramLook
from bot.clock import MovableClock, SystemClock
from sandbox import MovableClock as BoxClock
from sandbox import Sandbox


@pytest_asyncio.fixture
async def box() -> AsyncIterator[Sandbox]:
    async with Sandbox(clock=BoxClock(datetime.now(UTC))) as box:
        yield box


async def seen(url: str, *, token: str = "1:sandbox", is_running: bool = True) -> dict[str, Health]:
    """The codes of what is found."""
    look = TelegramLook(url, token, SystemClock(), None, is_running)
    return {finding.code: finding.health async for finding in look.findings()}


GOOD = {"telegram": Health.WELL, "clock": Health.WELL}


async def test_where_all_is_well_nothing_else_is_said(box: Sandbox) -> None:
    assert await seen(box.url, is_running=False) == GOOD


async def test_a_token_that_was_revoked(box: Sandbox) -> None:
    for token in ("99:revoked", "1:no/such"):
        assert await seen(box.url, token=token) == {"token": Health.WRONG}


@pytest.mark.parametrize("minutes", [-10, 10])
async def test_a_clock_that_is_wrong(box: Sandbox, minutes: int) -> None:
    clock = MovableClock(SystemClock().now() + timedelta(minutes=minutes))
    look = TelegramLook(box.url, "1:sandbox", clock, None, True)
    (found,) = [each async for each in look.findings() if each.code == "clock-wrong"]
    assert found.facts == {"minutes": 10, "fast": "yes" if minutes > 0 else "no"}


@pytest.mark.parametrize(
    ("flag", "value", "code", "health"),
    [
        ("supports_inline_queries", False, "no-inline", Health.NOTICE),
        ("has_topics_enabled", True, "topics", Health.WRONG),
        ("can_read_all_group_messages", True, "privacy-off", Health.NOTICE),
    ],
)
async def test_how_botfather_has_set_it_up(
    box: Sandbox, flag: str, value: bool, code: str, health: Health
) -> None:
    box.state.me[flag] = value
    assert await seen(box.url) == GOOD | {code: health}


async def test_a_server_that_knows_no_tables(box: Sandbox) -> None:
    """It is asked without a chat: whatever it answers, nothing is sent."""
    box.faults.fail_next("sendRichMessage", kind="404")
    assert await seen(box.url) == GOOD | {"no-tables": Health.NOTICE}
    assert box.delivered == []


async def test_the_webhook_of_another_program_is_named_without_its_path(box: Sandbox) -> None:
    box.state.webhook = {"url": "https://other.example/secret", "secret": ""}
    look = TelegramLook(box.url, "1:sandbox", SystemClock(), None, False)
    found = {each.code: each async for each in look.findings()}
    assert found["foreign-webhook"].facts == {"host": "other.example"}
    look.webhook_url = "https://other.example/secret"
    assert {each.code async for each in look.findings()} == GOOD.keys()


async def test_another_program_that_fetches_the_updates(box: Sandbox) -> None:
    async def other() -> None:
        async with aiohttp.ClientSession() as session:
            while True:
                url = f"{box.url}/bot1:sandbox/getUpdates"
                async with session.post(url, json={"timeout": 30}) as answer:
                    await answer.read()

    program = asyncio.create_task(other())
    try:
        await box.state.signal.until(lambda: box.calls["getUpdates"], 60)
        assert await seen(box.url, is_running=False) == GOOD | {"polled-by-another": Health.WRONG}
        asked = box.calls["getUpdates"]
        assert await seen(box.url, is_running=True) == GOOD, "the bot is left alone by its doctor"
        assert box.calls["getUpdates"] == asked
    finally:
        program.cancel()
        with suppress(asyncio.CancelledError):
            await program


async def test_looking_at_the_updates_takes_none_of_them(box: Sandbox) -> None:
    anna = box.person("Анна", user_id=101)
    await anna.writes("/start", wait=False)
    assert await seen(box.url, is_running=False) == GOOD
    assert len(box.state.updates.waiting) == 1


async def test_updates_that_nobody_fetches(box: Sandbox) -> None:
    anna = box.person("Анна", user_id=101)
    for _ in range(101):
        await anna.writes("/start", wait=False)
    look = TelegramLook(box.url, "1:sandbox", SystemClock(), None, True)
    (found,) = [each async for each in look.findings() if each.code == "many-waiting"]
    assert (found.health, found.facts) == (Health.NOTICE, {"count": 101})


@pytest.mark.parametrize("kind", ["500", "502_html", "429"])
async def test_telegram_is_ill(box: Sandbox, kind: str) -> None:
    box.faults.fail_next("getMe", kind=kind)
    assert await seen(box.url) == {"telegram-ill": Health.WRONG}


async def test_telegram_is_not_there(box: Sandbox) -> None:
    box.faults.fail_next("getMe", kind="drop_before")
    assert await seen(box.url) == {"telegram-refused": Health.WRONG}
    assert await seen("http://127.0.0.1:9") == {"telegram-refused": Health.WRONG}
    assert await seen("http://nowhere.invalid") == {"telegram-no-name": Health.WRONG}


async def test_somebody_answers_who_is_no_telegram(box: Sandbox) -> None:
    encrypted = box.url.replace("http://", "https://")
    assert await seen(encrypted) == {"telegram-certificate": Health.WRONG}


async def test_a_server_that_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.cli.doctor.telegram._PATIENCE", aiohttp.ClientTimeout(total=0.2))
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        assert await seen(f"http://127.0.0.1:{port}") == {"telegram-silent": Health.WRONG}
