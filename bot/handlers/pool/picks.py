"""Several clients of the pool by ticks, and looking for one; head and admin only (R6, R7)."""

from functools import partial

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.method.pool.filters import EVERYBODY, PoolChoice, PoolFilter
from bot.method.pool.leave import LeaveReason
from bot.services.core.rights import require_leader
from bot.services.pool import listing, picks
from bot.telegram.context import Context, Going
from bot.telegram.filters import answers, tapped
from bot.views.pool import picks as view
from bot.views.pool.pool import pool_screen
from bot.views.screen import Screen
from bot.views.taps.picking import picks as taps

router = Router(name="picks")


@router.callback_query(tapped(taps.OpenPicking))
async def opened(query: CallbackQuery, tap: taps.OpenPicking, ctx: Context) -> Screen:
    return await _page(ctx, tap.page, PoolChoice(tap.only, tap.giver))


@router.callback_query(tapped(taps.TickPooled))
async def tick(query: CallbackQuery, tap: taps.TickPooled, ctx: Context) -> Screen:
    await picks.tick(ctx.act, tap.client_id, on=tap.on)
    return await _page(ctx, tap.page, PoolChoice(tap.only, tap.giver))


@router.callback_query(tapped(taps.TickPage))
async def tick_page(query: CallbackQuery, tap: taps.TickPage, ctx: Context) -> Screen:
    choice = PoolChoice(tap.only, tap.giver)
    await picks.tick_page(ctx.act, tap.page, choice, on=tap.on)
    return await _page(ctx, tap.page, choice)


@router.callback_query(tapped(taps.UntickAll))
async def untick(query: CallbackQuery, tap: taps.UntickAll, ctx: Context) -> Screen:
    await picks.untick_all(ctx.act)
    return await _page(ctx, 0, EVERYBODY)


@router.callback_query(tapped(taps.AskPickedWhom))
async def whom(query: CallbackQuery, tap: taps.AskPickedWhom, ctx: Context) -> Screen:
    return view.picked_whom_screen(ctx.words, *await picks.whom(ctx.act, tap.page))


@router.callback_query(tapped(taps.AskPickedLost))
async def ask_lost(query: CallbackQuery, tap: taps.AskPickedLost, ctx: Context) -> Screen:
    return view.picked_lost_screen(ctx.words, await picks.to_lose(ctx.act))


@router.callback_query(tapped(taps.CallPickedLost))
async def lose(query: CallbackQuery, tap: taps.CallPickedLost, ctx: Context) -> Screen | Going:
    made = await picks.begin_losing(ctx.act, tap.n)
    return await _lose_on(made, tap.reason, ctx)


async def _lose_on(made: picks.LosingPicked, reason: LeaveReason, ctx: Context) -> Screen | Going:
    made = await picks.lose_portion(ctx.act, made, reason)
    if made.left:
        screen = view.picks_going_screen(ctx.words, made.lost, made.lost + len(made.left))
        return Going(screen, partial(_lose_on, made, reason))
    return view.picked_gone_screen(ctx.words, made.lost)


@router.callback_query(tapped(taps.SearchPool))
async def ask_search(query: CallbackQuery, tap: taps.SearchPool, ctx: Context) -> Screen:
    require_leader(ctx.act)
    ctx.ask(tap)
    return view.search_screen(ctx.words)


@router.message(answers(taps.SearchPool))
async def search(message: Message, asked: taps.SearchPool, ctx: Context) -> Screen:
    await picks.look_for(ctx.act, message.text or "")
    found = PoolChoice(PoolFilter.FOUND)
    return pool_screen(ctx.words, await listing.pool_screen(ctx.act, 0, found))


async def _page(ctx: Context, page: int, choice: PoolChoice) -> Screen:
    return view.picking_screen(ctx.words, await picks.picking_page(ctx.act, page, choice))
