"""Taking back what was just done."""

from functools import partial

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.handlers.core.places import screen_at
from bot.method.core.places import PersonAt
from bot.services.core.acts.in_parts import go_on, left_to_take_back
from bot.services.core.undo import TakenBack, take_back, take_back_more
from bot.services.day import day
from bot.services.deals.deals import bring_back
from bot.services.inbound.came_back import tasks_back, words_back
from bot.services.people import parting
from bot.services.tasks.arrived import join_reopened
from bot.telegram.context import Context, Going
from bot.telegram.filters import tapped
from bot.views.core.undo import (
    going_on_screen,
    to_deal_rows,
    undoing_screen,
    undone_screen,
    with_undo,
)
from bot.views.screen import Screen
from bot.views.taps.undo import BringBack, GoOn, Undo
from bot.views.tasks.card import task_screen

router = Router(name="undo")


@router.callback_query(tapped(Undo))
async def undo(query: CallbackQuery, tap: Undo, ctx: Context) -> Screen | Going:
    left = await left_to_take_back(ctx.act, tap.step_id)
    if left is not None:
        return await _more(left, 0, False, ctx)
    return await _taken(ctx, await take_back(ctx.act, tap.step_id), 0, wrote=False)


async def _more(step_id: int, count: int, wrote: bool, ctx: Context) -> Screen | Going:
    return await _taken(ctx, await take_back_more(ctx.act, step_id), count, wrote=wrote)


async def _taken(ctx: Context, back: TakenBack, count: int, *, wrote: bool) -> Screen | Going:
    """Where the person was before the act; first the parts that are left of it. `wrote`: clients
    of the person's have written while nobody had them."""
    count += len(back.clients)
    await join_reopened(ctx.act, back.crowded)
    await tasks_back(ctx.act, back.strayed)
    wrote = await words_back(ctx.act, back.clients) or wrote
    if isinstance(back.before, PersonAt):
        await parting.taken_back(ctx.act, back, back.before.person_id)
    if back.follows is not None:
        screen = undoing_screen(ctx.words, back.deed, count)
        return Going(screen, partial(_more, back.follows, count, wrote))
    before = await screen_at(ctx, back.before)
    joined = bool(back.crowded)
    screen = undone_screen(ctx.words, back.deed, before, joined=joined, wrote=wrote)
    return screen if back.earlier is None else with_undo(ctx.words, screen, back.earlier)


@router.callback_query(tapped(GoOn))
async def on(query: CallbackQuery, tap: GoOn, ctx: Context) -> Screen:
    """The update that has failed in the middle comes again behind this one."""
    await go_on(ctx.act, tap.update)
    return going_on_screen(ctx.words)


@router.callback_query(tapped(BringBack))
async def back(query: CallbackQuery, tap: BringBack, ctx: Context) -> Screen:
    await bring_back(ctx.act, tap.task_id)
    card = await day.task_card(ctx.act, tap.task_id)
    screen = task_screen(ctx.words, card).with_rows(*to_deal_rows(ctx.words, card))
    return screen.with_toast(ctx.words.plain("bring-back-toast"))
