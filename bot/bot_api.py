"""aiogram's client of the Bot API, and who it says we are."""

import bot.telegram.lazy_aiogram  # noqa: F401

# isort: split
import asyncio
from contextlib import suppress

import structlog
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramServerError,
    TelegramUnauthorizedError,
)

from bot.config import Settings
from bot.telegram.calls.session import JsonSession

log = structlog.get_logger(__name__)

_ANSWER_SECONDS = 5
_LONGEST_PAUSE = 30.0


class TokenRefused(Exception):
    """Telegram does not know the token."""


def telegram_of(settings: Settings) -> Bot:
    """aiogram's client at the Bot API server of the settings; the caller closes its session."""
    session = JsonSession(api=TelegramAPIServer.from_base(settings.telegram_api_url))
    defaults = DefaultBotProperties(parse_mode="HTML", link_preview_is_disabled=True)
    return Bot(settings.require_token(), session=session, default=defaults)


async def username_of(bot: Bot, told: asyncio.Event) -> str | None:
    """The bot's name; Telegram may be away for a while when we start. None when `told` to end.

    Raises TokenRefused where waiting is of no use.
    """
    pause = 0.5
    while not told.is_set():
        try:
            return (await bot.get_me(request_timeout=_ANSWER_SECONDS)).username or ""
        except (TelegramUnauthorizedError, TelegramNotFound):
            raise TokenRefused from None
        except (TelegramNetworkError, TelegramServerError, ClientDecodeError) as error:
            log.warning("Telegram does not answer", error=type(error).__name__, again_in=pause)
            with suppress(TimeoutError):
                await asyncio.wait_for(told.wait(), pause)
            pause = min(pause * 2, _LONGEST_PAUSE)
    return None
