"""aiogram's way to Telegram, with JSON where it would quote a form letter by letter."""

import json
from http import HTTPStatus
from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiohttp import ClientError, ClientTimeout
from aiohttp.hdrs import CONTENT_TYPE

from bot.telegram.calls.plain import Json, PlainCall

_AS_JSON = {CONTENT_TYPE: "application/json"}


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
