"""The load of the days ahead, and taking tasks off the overfull ones (R8)."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.method.core.terms import Role
from bot.services.planning import load, unloading
from bot.telegram.context import Context
from bot.telegram.filters import command, tapped
from bot.views.planning import load as view
from bot.views.screen import Screen
from bot.views.taps.nav import OpenLoad
from bot.views.taps.planning import load as taps

router = Router(name="load")


@router.message(command("plan"))
async def plan(message: Message, ctx: Context) -> Screen:
    if ctx.act.actor.role in Role.leaders():
        return view.team_load_screen(ctx.words, await load.team_load(ctx.act, 0))
    return view.load_screen(ctx.words, await load.load(ctx.act))


@router.callback_query(tapped(OpenLoad))
async def open_load(query: CallbackQuery, tap: OpenLoad, ctx: Context) -> Screen:
    return view.load_screen(ctx.words, await load.load(ctx.act, tap.person_id))


@router.callback_query(tapped(taps.OpenTeamLoad))
async def open_team(query: CallbackQuery, tap: taps.OpenTeamLoad, ctx: Context) -> Screen:
    return view.team_load_screen(ctx.words, await load.team_load(ctx.act, tap.page))


@router.callback_query(tapped(taps.PreviewUnload))
async def preview(query: CallbackQuery, tap: taps.PreviewUnload, ctx: Context) -> Screen:
    return await unload_preview(ctx)


@router.callback_query(tapped(taps.UnloadNow))
async def unload(query: CallbackQuery, tap: taps.UnloadNow, ctx: Context) -> Screen:
    return view.unload_done_screen(ctx.words, await unloading.carry_out(ctx.act, tap.mark))


async def unload_preview(ctx: Context) -> Screen:
    """What would be moved, to be confirmed."""
    return view.unload_screen(ctx.words, await unloading.preview(ctx.act))
