"""The baseline: a bare aiogram bot without a database that answers and edits as often."""

import asyncio
import os
from collections.abc import Callable

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

KEYS = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="tap", callback_data="tap")]]
)


async def serve(keep: Callable[[CallbackQuery], None] | None = None) -> None:
    """Answer and edit for ever; `keep` is called before that with each tap."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["TELEGRAM_API_URL"]))
    dispatcher = Dispatcher()
    taps = 0

    @dispatcher.message()
    async def start(message: Message) -> None:
        await message.answer("ready", reply_markup=KEYS)

    @dispatcher.callback_query()
    async def tapped(query: CallbackQuery) -> None:
        nonlocal taps
        taps += 1
        if keep is not None:
            keep(query)
        await query.answer()
        if isinstance(query.message, Message):
            await query.message.edit_text(f"tap {taps}", reply_markup=KEYS)

    async with Bot(os.environ["BOT_TOKEN"], session) as bot:
        await dispatcher.start_polling(bot, handle_signals=False)


if __name__ == "__main__":
    asyncio.run(serve())
