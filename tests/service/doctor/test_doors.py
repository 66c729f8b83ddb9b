"""What the doctor says of the bot's own page, its address, and the settings about both."""

import errno
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import web

from bot.cli.doctor.finding import Health
from bot.cli.doctor.web import listening, own_page
from bot.config import Settings
from bot.web.status import status_app
from tests.nobody import nobody

NOW = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
FREE = "127.0.0.1:0"
Status = Callable[[], Awaitable[dict[str, Any] | None]]


async def found(
    address: str | None, **settings: str
) -> dict[str, tuple[Health, dict[str, object]]]:
    """What is said of the address, by the code."""
    told = Settings(_env_file=None, http_listen=address, **settings)
    said = [each async for each in listening(told, await own_page(told))]
    return {each.code: (each.health, dict(each.facts)) for each in said}


@asynccontextmanager
async def page(status: Status) -> AsyncIterator[str]:
    """The bot's own pages, with what they say; the address."""
    runner = web.AppRunner(status_app(status), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@pytest.mark.parametrize(
    ("late", "expected"),
    [
        (timedelta(seconds=59), {"running": (Health.WELL, {})}),
        (timedelta(minutes=7), {"tick-late": (Health.WRONG, {"minutes": 7})}),
    ],
)
async def test_a_bot_that_ticks_and_one_that_does_not(late: timedelta, expected) -> None:
    async def status() -> dict[str, Any]:
        ticked = NOW - late
        return {"database": True, "clock": NOW.isoformat(), "ticked_at": ticked.isoformat()}

    async with page(status) as address:
        assert await found(address) == expected


async def test_a_bot_that_has_not_begun_or_has_no_database() -> None:
    async def none() -> None:
        return None

    async def away() -> None:
        raise ConnectionError

    for status in (none, away):
        async with page(status) as address:
            assert await found(address) == {"not-ready": (Health.WRONG, {})}


async def test_an_address_that_is_free_or_taken() -> None:
    assert await found(FREE) == {"listen": (Health.WELL, {"address": FREE})}
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        assert await found(address) == {"port-taken": (Health.WRONG, {"address": address})}


async def test_an_address_of_another_machine() -> None:
    address = "192.0.2.1:8080"
    assert await found(address) == {"address-foreign": (Health.WRONG, {"address": address})}


async def test_a_port_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """By whom it concerns; where the system opens these ports to everybody, as if it did not."""

    def refuse(self: socket.socket, address: object) -> None:
        raise OSError(errno.EACCES, "Permission denied")

    with nobody():
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", 80))
            except PermissionError:
                pass
            else:
                monkeypatch.setattr(socket.socket, "bind", refuse)
        said = await found("127.0.0.1:81")
    assert said == {"port-rights": (Health.WRONG, {"address": "127.0.0.1:81"})}


async def test_a_key_of_the_intake_without_an_address() -> None:
    assert await found(None) == {}
    for key in ({"intake_token": "a"}, {"intake_secret": f"whsec_{'a' * 24}"}):
        assert await found(None, **key) == {"intake-off": (Health.NOTICE, {})}
        assert (await found(FREE, **key)).keys() == {"listen"}
