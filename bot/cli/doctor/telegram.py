"""Telegram: whether it is reached, takes the token, and brings all updates to this bot alone."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from bot.cli.doctor.finding import Finding, notice, well, wrong
from bot.clock import Clock

_PATIENCE = aiohttp.ClientTimeout(total=10)
_LISTENING = 4
"""Seconds in which another program that fetches updates asks anew and so shows itself."""
_SURELY_WRONG = timedelta(minutes=1)
_MANY_WAIT = 100


@dataclass
class TelegramLook:
    """One look at the Bot API, with raw calls: their headers tell the time."""

    base: str
    """The address of the server, without the token."""
    token: str = field(repr=False)
    clock: Clock
    webhook_url: str | None
    """The one that is ours."""
    is_running: bool | None
    """Whether the bot itself runs, and so fetches updates; None where nobody can tell."""

    async def findings(self) -> AsyncIterator[Finding]:
        """Everything that Telegram tells; after the first thing that keeps it away nothing more."""
        async with aiohttp.ClientSession(timeout=_PATIENCE) as session:
            self._session = session
            try:
                answer = await self._call("getMe")
                if answer.status in (401, 404):
                    yield wrong("token")
                    return
                if not answer.ok:
                    yield wrong("telegram-ill", status=str(answer.status))
                    return
                async for finding in self._of_bot(answer):
                    yield finding
            except (aiohttp.ClientError, TimeoutError, OSError) as error:
                yield wrong(_way_of(error), host=urlsplit(self.base).hostname or "")

    async def _of_bot(self, me: "_Answer") -> AsyncIterator[Finding]:
        bot = me.result
        yield well("telegram", name=str(bot.get("username", "")))
        off = None if me.date is None else self.clock.now() - me.date
        if off is not None and abs(off) > _SURELY_WRONG:
            minutes = round(abs(off) / _SURELY_WRONG)
            yield wrong("clock-wrong", minutes=minutes, fast="yes" if off > timedelta(0) else "no")
        else:
            yield well("clock", now=self.clock.now().isoformat(timespec="seconds"))
        if not bot.get("supports_inline_queries"):
            yield notice("no-inline")
        if bot.get("has_topics_enabled"):
            yield wrong("topics")
        if bot.get("can_read_all_group_messages"):
            yield notice("privacy-off")
        # Without a chat nothing is sent; a server that knows no tables does not know the method.
        if (await self._call("sendRichMessage")).status == 404:
            yield notice("no-tables")
        async for finding in self._of_updates():
            yield finding

    async def _of_updates(self) -> AsyncIterator[Finding]:
        info = (await self._call("getWebhookInfo")).result
        url = str(info.get("url", ""))
        if url and url != self.webhook_url:
            # The path of such an address is a secret; the host is not.
            yield wrong("foreign-webhook", host=urlsplit(url).hostname or "?")
            return
        waiting = int(info.get("pending_update_count", 0))
        if waiting > _MANY_WAIT:
            yield notice("many-waiting", count=waiting)
        if url or self.is_running is not False:
            return
        # Without an offset nothing is confirmed: what is there comes again to the bot.
        asked = await self._call("getUpdates", timeout=_LISTENING, limit=1)
        if asked.status == 409:
            yield wrong("polled-by-another")

    async def _call(self, method: str, **values: int) -> "_Answer":
        url = f"{self.base.rstrip('/')}/bot{self.token}/{method}"
        async with self._session.post(url, json=values) as response:
            return _Answer(response.status, _date(response), await response.read())


@dataclass(frozen=True)
class _Answer:
    status: int
    date: datetime | None
    body: bytes

    @property
    def ok(self) -> bool:
        return self.status == 200 and bool(self._read().get("ok"))

    @property
    def result(self) -> dict[str, Any]:
        found = self._read().get("result")
        return found if isinstance(found, dict) else {}

    def _read(self) -> dict[str, Any]:
        try:
            found = json.loads(self.body)
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}


def _date(response: aiohttp.ClientResponse) -> datetime | None:
    """When it was answered by the clock over there; None where that is not said."""
    try:
        found = parsedate_to_datetime(response.headers.get("Date", ""))
    except ValueError:
        return None
    return found if found.tzinfo is not None else None


def _way_of(error: Exception) -> str:
    """What is in the way of the connection."""
    match error:
        case aiohttp.ClientConnectorCertificateError() | aiohttp.ClientConnectorSSLError():
            return "telegram-certificate"
        case aiohttp.ClientConnectorDNSError():
            return "telegram-no-name"
        case TimeoutError():
            return "telegram-silent"
        case _:
            return "telegram-refused"
