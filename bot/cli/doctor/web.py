"""The address that the bot listens on, and what the bot itself says there when it runs."""

import socket
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from errno import EACCES, EADDRINUSE
from typing import Any

import aiohttp

from bot.cli.doctor.finding import Finding, notice, well, wrong
from bot.config import Settings

_PATIENCE = aiohttp.ClientTimeout(total=5)
_LATE_TICKS = 4
_LATE_AT_LEAST = timedelta(minutes=1)
"""A tick may take its time, as one with many digests does."""


@dataclass(frozen=True)
class OwnPage:
    """What stands at the bot's own address; `page` is None where nobody answers there."""

    page: dict[str, Any] | None = None

    @property
    def is_ours(self) -> bool:
        """Whether it is a bot that answers."""
        return self.page is not None and bool({"database", "started"} & self.page.keys())


async def own_page(settings: Settings) -> OwnPage:
    """Ask the address of the settings how things stand."""
    address = settings.http_address
    if address is None:
        return OwnPage()
    host, port = address
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104  not listened on
    named = f"[{host}]" if ":" in host else host
    with suppress(aiohttp.ClientError, TimeoutError, OSError, ValueError):
        async with (
            aiohttp.ClientSession(timeout=_PATIENCE) as session,
            session.get(f"http://{named}:{port}/ready") as response,
        ):
            found = await response.json()
            return OwnPage(found if isinstance(found, dict) else {})
    return OwnPage()


async def listening(settings: Settings, own: OwnPage) -> AsyncIterator[Finding]:
    """Whether the address can be had, or is had by the bot and it keeps up."""
    address = settings.http_address
    if address is None:
        if settings.intake_token or settings.intake_secret:
            yield notice("intake-off")
        return
    if own.page is not None and own.is_ours:
        yield _ticking(own.page, settings.tick_seconds)
        return
    trouble = _trouble(*address)
    listen = f"{address[0]}:{address[1]}"
    yield well("listen", address=listen) if trouble is None else wrong(trouble, address=listen)


def _ticking(page: dict[str, Any], tick_seconds: float) -> Finding:
    try:
        now = datetime.fromisoformat(str(page["clock"]))
        ticked = datetime.fromisoformat(str(page["ticked_at"]))
    except (KeyError, ValueError):
        return wrong("not-ready")
    late = max(timedelta(seconds=tick_seconds) * _LATE_TICKS, _LATE_AT_LEAST)
    if now - ticked > late:
        return wrong("tick-late", minutes=round((now - ticked).total_seconds() / 60))
    return well("running")


def _trouble(host: str, port: int) -> str | None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        # As the server of the bot does: connections that have ended do not count.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            return {EADDRINUSE: "port-taken", EACCES: "port-rights"}.get(
                error.errno or 0, "address-foreign"
            )
    return None
