"""What was planned with a client who has come by himself is dropped, or stays (R11)."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.handlers.tasks.next_step import asked_screen, next_step_screen
from bot.services.inbound.spare import drop_spare
from bot.telegram.context import Context
from bot.telegram.filters import tapped
from bot.views.screen import Screen
from bot.views.taps.inbound import DropSpare, KeepSpare

router = Router(name="spare")


@router.callback_query(tapped(DropSpare))
async def drop(query: CallbackQuery, tap: DropSpare, ctx: Context) -> Screen:
    return asked_screen(ctx, await drop_spare(ctx.act, tap.task_id), ctx.words("spare-gone"))


@router.callback_query(tapped(KeepSpare))
async def keep(query: CallbackQuery, tap: KeepSpare, ctx: Context) -> Screen:
    screen = await next_step_screen(ctx, tap.client_id)
    return screen.with_toast(ctx.words.plain("spare-kept"))
