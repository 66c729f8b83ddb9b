"""The evening check: what is left goes to the next working day (R10)."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.services.tasks import postponing
from bot.telegram.context import Context
from bot.telegram.filters import tapped
from bot.views.day import evening as view
from bot.views.screen import Screen

router = Router(name="evening")


@router.callback_query(tapped(view.AskTomorrow))
async def ask_tomorrow(query: CallbackQuery, tap: view.AskTomorrow, ctx: Context) -> Screen:
    return view.postpone_screen(ctx.words, await postponing.preview(ctx.act))


@router.callback_query(tapped(view.ToTomorrow))
async def to_tomorrow(query: CallbackQuery, tap: view.ToTomorrow, ctx: Context) -> Screen:
    return view.postpone_screen(ctx.words, await postponing.postpone(ctx.act, tap.today))
