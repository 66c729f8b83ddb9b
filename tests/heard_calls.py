"""The plain calls of the gateway, as aiogram's own methods: what tests look at and answer."""

from typing import Any

from aiogram.client.default import DefaultBotProperties
from aiogram.methods import AnswerCallbackQuery, EditMessageText, TelegramMethod

from bot.telegram.calls.plain import PlainCall

_METHODS: dict[str, type[TelegramMethod[Any]]] = {
    "answerCallbackQuery": AnswerCallbackQuery,
    "editMessageText": EditMessageText,
}


def as_method(call: TelegramMethod[Any] | PlainCall) -> TelegramMethod[Any]:
    """What was called, whichever way."""
    if isinstance(call, PlainCall):
        return _METHODS[call.__api_method__](**call.values)
    return call


class HearsPlainCalls:
    """A bot of a test that has methods by name gets the plain calls by them as well."""

    default = DefaultBotProperties(parse_mode="HTML")

    async def __call__(self, call: PlainCall) -> None:
        line: Any = self
        values = dict(call.values)
        if call.__api_method__ == "editMessageText":
            await line.edit_message_text(**values)
            return
        number, alert = values.pop("callback_query_id"), values.pop("show_alert", False)
        await line.answer_callback_query(number, text=values.get("text"), show_alert=alert)
