"""Quick add: a line with a date is a task at once; the preview is confirmed by a tap."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.handlers.day.rounds import go_on
from bot.method.clients.cards import ColleaguesClient
from bot.method.tasks.phrases.moment import Moment
from bot.services.day import day
from bot.services.planning import quick
from bot.telegram.context import Context
from bot.telegram.filters import tapped
from bot.views.core.start import said
from bot.views.inbound.inbound import held_screen
from bot.views.planning import quick as view
from bot.views.screen import Screen
from bot.views.taps.planning.quick import QuickClient, QuickDate, QuickDeal, QuickPage, QuickSave
from bot.views.tasks.next_step import planned_screen

router = Router(name="quick")


async def quick_screen_of(ctx: Context, text: str) -> Screen | None:
    """The preview of a line for a new client that holds a date; None where it holds none."""
    read = await quick.begin_new(ctx.act, text)
    return None if read is None else view.quick_screen(ctx.words, read)


@router.callback_query(tapped(QuickClient))
async def choose_client(query: CallbackQuery, tap: QuickClient, ctx: Context) -> Screen:
    read = await quick.choose_client(ctx.act, tap.line_id, tap.client_id)
    return view.quick_screen(ctx.words, read)


@router.callback_query(tapped(QuickPage))
async def turn(query: CallbackQuery, tap: QuickPage, ctx: Context) -> Screen:
    return view.quick_screen(ctx.words, await quick.turn(ctx.act, tap.line_id, tap.page))


@router.callback_query(tapped(QuickDeal))
async def choose_deal(query: CallbackQuery, tap: QuickDeal, ctx: Context) -> Screen:
    read = await quick.choose_deal(ctx.act, tap.line_id, tap.deal_id)
    return view.quick_screen(ctx.words, read)


@router.callback_query(tapped(QuickDate))
async def choose_date(query: CallbackQuery, tap: QuickDate, ctx: Context) -> Screen:
    moment = Moment(tap.on, tap.at)
    read = await quick.choose_date(ctx.act, tap.line_id, moment, sure=tap.sure)
    return view.quick_screen(ctx.words, read)


@router.callback_query(tapped(QuickSave))
async def save(query: CallbackQuery, tap: QuickSave, ctx: Context) -> Screen:
    made = await quick.save(ctx.act, tap.line_id)
    if isinstance(made, ColleaguesClient):
        return held_screen(ctx.words, made)
    if not isinstance(made, tuple):
        return said(ctx.words, "client-closed")
    dossier, task = made
    facts = await day.planned(ctx.act, dossier, task)
    return await go_on(ctx, planned_screen(ctx.words, facts, "planned"))
