"""Work mode: begin, skip, stop, and the one place that says what follows an act in it (R10)."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.method.day.rounds import RoundTurn
from bot.services.day.rounds import begin, begin_for, next_turn, skip, stop
from bot.telegram.context import Context
from bot.telegram.filters import tapped
from bot.views.day.rounds import score_screen, turn_screen
from bot.views.screen import Screen
from bot.views.taps.nav import StartRound
from bot.views.taps.tasks import SkipTask, StopRound
from bot.views.taps.vacation import StartStandIn
from bot.views.words import Markup

router = Router(name="rounds")


async def go_on(ctx: Context, done: Screen) -> Screen:
    """After an act that is done with a client: in work mode the next card under what `done` says,
    else `done` itself."""
    return await next_card(ctx, Markup(done.text)) if ctx.act.in_round else done


async def next_card(ctx: Context, said: Markup | None = None) -> Screen:
    """The next card of the round under what was said; at its end the score."""
    turn = await next_turn(ctx.act)
    if isinstance(turn, RoundTurn):
        return turn_screen(ctx.words, turn, said)
    return score_screen(ctx.words, turn, said)


@router.callback_query(tapped(StartRound))
async def start_round(query: CallbackQuery, tap: StartRound, ctx: Context) -> Screen:
    begin(ctx.act, own=tap.own)
    return await next_card(ctx)


@router.callback_query(tapped(StartStandIn))
async def start_stand_in(query: CallbackQuery, tap: StartStandIn, ctx: Context) -> Screen:
    await begin_for(ctx.act, tap.person_id)
    return await next_card(ctx)


@router.callback_query(tapped(SkipTask))
async def skip_task(query: CallbackQuery, tap: SkipTask, ctx: Context) -> Screen:
    others = await skip(ctx.act, tap.task_id)
    card = await next_card(ctx)
    return card if others else card.with_toast(ctx.words.plain("skip-last"))


@router.callback_query(tapped(StopRound))
async def stop_round(query: CallbackQuery, tap: StopRound, ctx: Context) -> Screen:
    return score_screen(ctx.words, await stop(ctx.act))
