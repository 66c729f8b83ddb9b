"""A message in the newest form that the Bot API server takes, and plainly where it takes none.

A refusal is definite: nothing was sent, and the plain form goes in the same sending. That the
newer one is not known is remembered for a day, so that it is not tried for each message.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar
from weakref import WeakKeyDictionary

import structlog
from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramNotFound

from bot.views.screen import Screen

log = structlog.get_logger(__name__)

_REMEMBERED = 24 * 3600.0
"""Seconds of the loop's clock; a server that is brought up to date is found out within a day."""
_UNCHANGED = "message is not modified"

_T = TypeVar("_T")


class Newer(StrEnum):
    """What a server may be too old for."""

    TABLES = "tables"
    DEAD_BUTTONS = "dead_buttons"


@dataclass
class Server:
    """What the server that a session talks to has refused, and until when that is believed."""

    believed_until: dict[Newer, float] = field(default_factory=dict)
    found: asyncio.Event = field(default_factory=asyncio.Event)
    """Something was refused that is not told yet."""

    def takes(self, wanted: Newer) -> bool:
        """Whether it is worth trying."""
        return asyncio.get_running_loop().time() >= self.believed_until.get(wanted, 0.0)

    def refused(self, forms: frozenset[Newer], error: TelegramAPIError) -> None:
        """It has taken the same plainly: these it does not know."""
        until = asyncio.get_running_loop().time() + _REMEMBERED
        for form in forms:
            self.believed_until[form] = until
        log.warning("only the plain form is taken", form=sorted(forms), error=error.message)
        if Newer.TABLES in forms:
            self.found.set()


_servers: WeakKeyDictionary[BaseSession, Server] = WeakKeyDictionary()


def server_of(bot: Bot) -> Server:
    """What is known of the server that this bot's session talks to."""
    return _servers.setdefault(bot.session, Server())


async def in_newest_form(
    bot: Bot, screen: Screen, call: Callable[[frozenset[Newer]], Awaitable[_T]]
) -> _T:
    """What `call` returns, made with all that the screen wants and the server takes; where it
    refuses that, made plainly. Errors are the caller's."""
    wanted = _wanted(screen)
    if not wanted:
        return await call(frozenset())
    server = server_of(bot)
    forms = frozenset(form for form in wanted if server.takes(form))
    if not forms:
        return await call(forms)
    try:
        return await call(forms)
    except (TelegramBadRequest, TelegramNotFound) as error:
        if _UNCHANGED in error.message:
            raise
        made = await call(frozenset())
        server.refused(forms, error)
        return made


def _wanted(screen: Screen) -> set[Newer]:
    wanted = {Newer.DEAD_BUTTONS for row in screen.rows for button in row if button.dead}
    return wanted | {Newer.TABLES} if screen.rich else wanted
