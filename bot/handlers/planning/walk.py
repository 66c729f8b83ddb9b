"""Everything gets a task: the walk card by card, or all at once (R1)."""

from dataclasses import replace
from datetime import date
from functools import partial

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.handlers.tasks.next_step import next_step_screen
from bot.method.planning.walk import OnDeal, WalkCard
from bot.method.tasks.date_question import WalkDate
from bot.services.core.acts.in_parts import done_before
from bot.services.gaps import neglect
from bot.services.planning import spreading, walk
from bot.services.tasks.questions import open_question
from bot.telegram.context import Context, Going
from bot.telegram.filters import command, tapped
from bot.views.core.undo import with_undo
from bot.views.gaps.gaps import own_gaps_screen
from bot.views.planning import walk as view
from bot.views.screen import Screen
from bot.views.taps.nav import Walk
from bot.views.taps.planning import walk as taps

router = Router(name="walk")


@router.message(command("setup"))
async def setup(message: Message, ctx: Context) -> Screen:
    return await shown(ctx, await walk.next_card(ctx.act))


@router.callback_query(tapped(Walk))
async def go_on(query: CallbackQuery, tap: Walk, ctx: Context) -> Screen:
    card = await walk.next_card(ctx.act, tap.after)
    screen = await shown(ctx, card)
    # Without a word the tap would seem to have been lost.
    last = card is not None and card.line.gap_id == tap.after
    return screen.with_toast(ctx.words.plain("walk-skip-last")) if last else screen


@router.callback_query(tapped(taps.WalkCardAgain))
async def again(query: CallbackQuery, tap: taps.WalkCardAgain, ctx: Context) -> Screen:
    return await shown(ctx, await walk.card_of(ctx.act, tap.gap_id))


@router.callback_query(tapped(taps.WalkEnd))
async def end(query: CallbackQuery, tap: taps.WalkEnd, ctx: Context) -> Screen:
    return view.stopped_screen(ctx.words, await walk.progress(ctx.act), tap.gap_id)


async def walked_on(ctx: Context, gap_id: int, client_name: str | None, on: date) -> Screen:
    """The next stop of the walk, after this one was planned."""
    toast = None if client_name is None else _planned(ctx, client_name, on)
    return await _next(ctx, gap_id, toast)


@router.callback_query(tapped(taps.WalkRelease))
async def release(query: CallbackQuery, tap: taps.WalkRelease, ctx: Context) -> Screen:
    if not tap.sure:
        card = await walk.card_of(ctx.act, tap.gap_id)
        if card is None or card.line.gap_id != tap.gap_id:
            return await shown(ctx, card)
        return view.release_screen(ctx.words, card)
    gone = await walk.release_stop(ctx.act, tap.gap_id)
    toast = None if gone is None else view.released_toast(ctx.words, gone.client_name, gone.asked)
    step_id = await walk.released_just_now(ctx.act, tap.gap_id) if gone is None else None
    return with_undo(ctx.words, await _next(ctx, tap.gap_id, toast), step_id)


@router.callback_query(tapped(taps.PutOnDeal))
async def put_on_deal(query: CallbackQuery, tap: taps.PutOnDeal, ctx: Context) -> Screen:
    put = await walk.task_to_deal(ctx.act, tap.gap_id)
    if put.too_far:
        return await _too_far(ctx, put, tap)
    name = put.client_name
    toast = None if name is None else ctx.words.plain("put-on-deal-done", client=name)
    if tap.walking:
        return await _next(ctx, tap.gap_id, toast)
    screen = own_gaps_screen(ctx.words, await neglect.own_gaps(ctx.act, 0))
    return screen if toast is None else screen.with_toast(toast)


@router.callback_query(tapped(taps.PreviewSpread))
async def preview(query: CallbackQuery, tap: taps.PreviewSpread, ctx: Context) -> Screen:
    return view.spread_screen(ctx.words, ctx.found_by(spreading.planned).facts)


@router.callback_query(tapped(taps.SpreadNow))
async def spread(query: CallbackQuery, tap: taps.SpreadNow, ctx: Context) -> Screen | Going:
    before = await done_before(ctx.act, ctx.tap_data)
    if before is not None and before.whole:
        screen = view.spread_before_screen(ctx.words, before.clients)
        return with_undo(ctx.words, screen, before.step_id)
    made = ctx.found_by(spreading.planned)
    if before is None:
        spreading.confirm(made, tap.mark)
    else:
        made = replace(made, so_far=before.clients)
    return await _spread_on(made, 0, made.so_far, ctx)


async def _spread_on(
    made: spreading.Spreading, start: int, planned: int, ctx: Context
) -> Screen | Going:
    planned += await spreading.carry_out(ctx.act, made, start)
    at = start + spreading.PORTION
    if at < len(made.placed):
        screen = view.spreading_screen(ctx.words, made.so_far + at, made.total)
        return Going(screen, partial(_spread_on, made, at, planned))
    if not made.placed:
        return view.spread_before_screen(ctx.words, planned)
    return view.spread_done_screen(ctx.words, replace(made.facts, count=planned))


async def spread_preview(ctx: Context) -> Screen:
    """What would be planned, to be confirmed."""
    return view.spread_screen(ctx.words, await spreading.preview(ctx.act))


async def _next(ctx: Context, gap_id: int, toast: str | None) -> Screen:
    screen = await shown(ctx, await walk.next_card(ctx.act, gap_id))
    return screen if toast is None else screen.with_toast(toast)


async def shown(ctx: Context, card: WalkCard | None) -> Screen:
    """The card of the walk, or that everything is planned."""
    if card is None:
        return view.walked_screen(ctx.words, await walk.nothing_left(ctx.act))
    open_question(ctx.act, WalkDate(card.line.client_id, card.line.gap_id))
    return view.walk_screen(ctx.words, card)


async def _too_far(ctx: Context, put: OnDeal, tap: taps.PutOnDeal) -> Screen:
    """The task stands on the deal now, but too far away for one: the date is asked for."""
    toast = ctx.words.plain("put-on-deal-far")
    if tap.walking:
        return (await shown(ctx, await walk.card_of(ctx.act, tap.gap_id))).with_toast(toast)
    return (await next_step_screen(ctx, put.client_id, put.deal_id)).with_toast(toast)


def _planned(ctx: Context, name: str, on: date) -> str:
    return ctx.words.plain("walk-planned", client=name, date=ctx.words.day(on, ctx.act.today))
