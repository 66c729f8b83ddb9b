"""The calls that follow every tap, as plain values: to Telegram as JSON, and no answer read.

aiogram makes an object of each button and each call, checks it, takes it apart again, quotes the
text letter by letter into a form, and makes objects of the message that comes back, which nobody
looks at: half of what showing a screen costs. Errors are aiogram's own, whatever was called.
"""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiohttp import ClientError, ClientTimeout
from aiohttp.hdrs import CONTENT_TYPE

Json = dict[str, Any]
_AS_JSON = {CONTENT_TYPE: "application/json"}


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
    bot: Bot, chat_id: int, message_id: int | None, text: str, keys: Json | None
) -> None:
    """Have a message of our own say this, with these keys below it (`plain_keys`)."""
    default = bot.default
    values = {
        "chat_id": chat_id,
        "message_id": message_id,
        "text": text,
        "parse_mode": default.parse_mode,
        "link_preview_options": {"is_disabled": True} if default.link_preview_is_disabled else None,
        "reply_markup": keys,
    }
    await _call(bot, "editMessageText", values)


async def _call(bot: Bot, name: str, values: Mapping[str, Any]) -> None:
    await bot(cast(TelegramMethod[Any], PlainCall(name, values)))


class JsonSession(AiohttpSession):
    """aiogram's session over aiohttp; whatever holds no file goes as JSON, which Telegram takes as
    well as a form."""

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 -- as aiogram names it
    ) -> TelegramType:
        body = self._body(bot, method)
        if body is None:
            return await super().make_request(bot, method, timeout)
        session = await self.create_session()
        url = self.api.api_url(token=bot.token, method=method.__api_method__)
        patience = ClientTimeout(total=self.timeout if timeout is None else timeout)
        try:
            async with session.post(url, data=body, headers=_AS_JSON, timeout=patience) as answer:
                content = await answer.read()
        except TimeoutError as error:
            raise TelegramNetworkError(method, "Request timeout error") from error
        except ClientError as error:
            raise TelegramNetworkError(method, f"{type(error).__name__}: {error}") from error
        if isinstance(method, PlainCall) and answer.status == HTTPStatus.OK and _is_well(content):
            return cast(TelegramType, True)
        said = content.decode(errors="replace")
        response = self.check_response(bot, method, answer.status, said)
        return cast(TelegramType, response.result)

    def _body(self, bot: Bot, method: TelegramMethod[Any]) -> bytes | None:
        """None where a file goes with it."""
        if isinstance(method, PlainCall):
            return json.dumps(method.values).encode()
        files: Json = {}
        values = {
            name: self.prepare_value(value, bot, files, _dumps_json=False)
            for name, value in method.model_dump(warnings=False).items()
        }
        if files:
            return None
        # As in a form: what says nothing is left out, unless it is a number or a switch.
        given = {name: value for name, value in values.items() if value not in (None, "")}
        return json.dumps(given).encode()


def _is_well(content: bytes) -> bool:
    """Whether Telegram says so; what is no JSON at all is told by who reads all of it."""
    try:
        said = json.loads(content)
    except ValueError:
        return False
    return isinstance(said, dict) and said.get("ok") is True
