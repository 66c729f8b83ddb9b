"""How the bot itself does."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.services.company.status import bot_status
from bot.telegram.context import Context
from bot.telegram.filters import command, tapped
from bot.views.company.status import status_screen
from bot.views.screen import Screen
from bot.views.taps.company.status import OpenStatus

router = Router(name="status")


@router.message(command("status"))
async def status(message: Message, ctx: Context) -> Screen:
    return status_screen(ctx.words, await bot_status(ctx.act))


@router.callback_query(tapped(OpenStatus))
async def again(query: CallbackQuery, ctx: Context) -> Screen:
    return status_screen(ctx.words, await bot_status(ctx.act))
