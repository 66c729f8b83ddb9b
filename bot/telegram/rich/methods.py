"""The method of rich messages, of which only the number of the message is read in the answer.

Telegram shows there what it has made of the words. A part that aiogram does not know yet would look
like an answer that means nothing, and the message would come again and again.
"""

from aiogram.methods import TelegramMethod
from aiogram.types import (
    InlineKeyboardMarkup,
    InputRichMessage,
    MessageId,
    ReplyKeyboardMarkup,
)


class SendRich(TelegramMethod[MessageId]):
    """A new message; in a group to the topic."""

    __returning__ = MessageId
    __api_method__ = "sendRichMessage"

    chat_id: int
    rich_message: InputRichMessage
    message_thread_id: int | None = None
    reply_markup: InlineKeyboardMarkup | ReplyKeyboardMarkup | None = None
    disable_notification: bool | None = None
