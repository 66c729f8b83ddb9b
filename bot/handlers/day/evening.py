"""The evening check: what is left goes to the next working day, or over several (R10)."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.services.planning import unloading
from bot.services.tasks import postponing
from bot.telegram.context import Context
from bot.telegram.filters import tapped
from bot.views.core.undo import with_undo
from bot.views.day import evening as view
from bot.views.screen import Screen
from bot.views.taps.day import AskTomorrow, PreviewLeft, SpreadLeft, ToTomorrow

router = Router(name="evening")


@router.callback_query(tapped(AskTomorrow))
async def ask_tomorrow(query: CallbackQuery, tap: AskTomorrow, ctx: Context) -> Screen:
    return view.postpone_screen(ctx.words, await postponing.preview(ctx.act, tap.today))


@router.callback_query(tapped(ToTomorrow))
async def to_tomorrow(query: CallbackQuery, tap: ToTomorrow, ctx: Context) -> Screen:
    moved = await postponing.postpone(ctx.act, tap.today)
    done = await postponing.said_again(ctx.act, moved)
    return with_undo(ctx.words, view.postpone_screen(ctx.words, done), done.step_id)


@router.callback_query(tapped(PreviewLeft))
async def preview_left(query: CallbackQuery, tap: PreviewLeft, ctx: Context) -> Screen:
    return view.spread_left_screen(ctx.words, await unloading.preview_left(ctx.act))


@router.callback_query(tapped(SpreadLeft))
async def spread_left(query: CallbackQuery, tap: SpreadLeft, ctx: Context) -> Screen:
    return view.left_spread_screen(ctx.words, await unloading.carry_out_left(ctx.act, tap.mark))
