"""Taking back what was just done."""

from functools import partial

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.handlers.clients.clients import client_screen_of
from bot.handlers.planning.walk import shown
from bot.handlers.tasks.next_step import next_step_screen
from bot.method.core.terms import UndoableAction
from bot.services.core.undo import TakenBack, take_back, take_back_more
from bot.services.day import day
from bot.services.deals import cards
from bot.services.deals.deals import bring_back
from bot.services.planning import spreading, unloading, walk
from bot.services.pool import listing
from bot.telegram.context import Context, Going
from bot.telegram.filters import tapped
from bot.views.core.undo import undoing_screen, undone_screen, with_undo
from bot.views.day.day import day_screen
from bot.views.deals.deals import deal_screen
from bot.views.planning.load import unload_screen
from bot.views.planning.walk import spread_screen
from bot.views.pool.pool import pool_screen
from bot.views.screen import Screen
from bot.views.taps.undo import BringBack, Undo
from bot.views.tasks.card import task_screen

router = Router(name="undo")


@router.callback_query(tapped(Undo))
async def undo(query: CallbackQuery, tap: Undo, ctx: Context) -> Screen | Going:
    return await _taken(ctx, await take_back(ctx.act, tap.step_id), 0)


async def _more(step_id: int, count: int, ctx: Context) -> Screen | Going:
    return await _taken(ctx, await take_back_more(ctx.act, step_id), count)


async def _taken(ctx: Context, back: TakenBack, count: int) -> Screen | Going:
    """Where the person was before the act; first the parts that are left of it."""
    count += back.clients
    if back.follows is not None:
        screen = undoing_screen(ctx.words, back.deed, count)
        return Going(screen, partial(_more, back.follows, count))
    screen = undone_screen(ctx.words, back.deed, await _before(ctx, back))
    return screen if back.earlier is None else with_undo(ctx.words, screen, back.earlier)


@router.callback_query(tapped(BringBack))
async def back(query: CallbackQuery, tap: BringBack, ctx: Context) -> Screen:
    await bring_back(ctx.act, tap.task_id)
    screen = task_screen(ctx.words, await day.task_card(ctx.act, tap.task_id))
    return screen.with_toast(ctx.words.plain("bring-back-toast"))


async def _before(ctx: Context, back: TakenBack) -> Screen:
    """What the person was looking at, as it is again."""
    if back.deed is UndoableAction.WALK and back.client_id is not None:
        card = await walk.card_about(ctx.act, back.client_id, back.deal_id)
        return await shown(ctx, card)
    if back.task_id is not None:
        return task_screen(ctx.words, await day.task_card(ctx.act, back.task_id))
    if back.client_id is not None and back.question:
        return await next_step_screen(ctx, back.client_id, back.deal_id, back.outcome)
    if back.deal_id is not None:
        return deal_screen(ctx.words, await cards.deal_card(ctx.act, back.deal_id))
    if back.client_id is not None:
        return await client_screen_of(ctx, back.client_id)
    if back.deed is UndoableAction.SPREAD:
        return spread_screen(ctx.words, await spreading.preview(ctx.act))
    if back.deed is UndoableAction.UNLOAD:
        return unload_screen(ctx.words, await unloading.preview(ctx.act))
    if back.deed is UndoableAction.HAND_OUT:
        return pool_screen(ctx.words, await listing.pool_screen(ctx.act, 0))
    return day_screen(ctx.words, await day.day(ctx.act, 0))
