"""The calls that follow every tap, as plain values whose answer nobody reads.

aiogram makes an object of each button and each call, checks it, takes it apart again, and makes
objects of the message that comes back, which nobody looks at: half of what showing a screen costs.
Errors are aiogram's own, whatever was called.
"""

from collections.abc import Mapping
from typing import Any, cast

from aiogram import Bot
from aiogram.methods import TelegramMethod

Json = dict[str, Any]


class PlainCall:
    """A call by its name and values, which any session of aiogram takes for a method of its own.

    Of the answer only is known that it was no error.
    """

    __returning__ = Any

    def __init__(self, name: str, values: Mapping[str, Any]) -> None:
        self.__api_method__ = name
        self.values = {key: value for key, value in values.items() if value is not None}

    def model_dump(self, **_: object) -> Json:
        """What a session of aiogram asks for."""
        return dict(self.values)


async def answer_tap(
    bot: Bot, callback_id: str, text: str | None = None, *, alert: bool = False
) -> None:
    """The tap is over, with a toast or a window where there is something to say."""
    values = {"callback_query_id": callback_id, "text": text, "show_alert": alert or None}
    await _call(bot, "answerCallbackQuery", values)


async def edit_text(
    bot: Bot,
    chat_id: int,
    message_id: int | None,
    text: str,
    keys: Json | None,
    *,
    rich: Json | None = None,
) -> None:
    """Have a message of our own say this, with these keys below it (`plain_keys`); the rich
    message is instead of the text."""
    default = bot.default
    values = {
        "chat_id": chat_id,
        "message_id": message_id,
        "text": text if rich is None else None,
        "rich_message": rich,
        "parse_mode": default.parse_mode,
        "link_preview_options": {"is_disabled": True} if default.link_preview_is_disabled else None,
        "reply_markup": keys,
    }
    await _call(bot, "editMessageText", values)


async def _call(bot: Bot, name: str, values: Mapping[str, Any]) -> None:
    await bot(cast(TelegramMethod[Any], PlainCall(name, values)))
