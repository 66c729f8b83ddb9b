"""Quick add: a line with a date is a task at once; the preview is confirmed by a tap."""

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import CallbackQuery, Message

from bot.handlers.day.rounds import go_on
from bot.handlers.inbound.reception import reception_screen
from bot.method.clients.cards import ColleaguesClient
from bot.method.core.refusals import Invalid
from bot.method.planning.quick import Lacking
from bot.method.tasks.phrases.reading import Moment
from bot.services.day import day
from bot.services.inbound import inbound
from bot.services.inbound.own_words import keep_line
from bot.services.planning import quick
from bot.telegram.context import Context
from bot.telegram.filters import tapped
from bot.views.core.start import said
from bot.views.inbound.inbound import held_screen
from bot.views.planning import quick as view
from bot.views.screen import Screen
from bot.views.taps.quick import QuickClient, QuickDate, QuickDeal, QuickPage, QuickSave
from bot.views.tasks.next_step import planned_screen

router = Router(name="quick")


async def quick_screen_of(ctx: Context, text: str) -> Screen | None:
    """The preview of a line for a new client that holds a date; None where it holds none."""
    read = await quick.begin_new(ctx.act, text)
    return None if read is None else view.quick_screen(ctx.words, read)


@router.message(F.text, ~F.text.startswith("/"), ~F.forward_origin)
async def line(message: Message, ctx: Context) -> Screen:
    """A line that no form has asked for: the comment of what was just forwarded, else a task; what
    it lacks for that is said, and a forward may follow that it goes with."""
    text = message.text or ""
    beside = await inbound.say(ctx.act, text, message.date)
    if beside is not None:
        return await reception_screen(ctx, beside)
    try:
        read = await quick.begin(ctx.act, text, message.date)
    except Invalid:
        read = None
    if read is not None:
        return view.quick_screen(ctx.words, read)
    if ctx.act.actor.form is not None:
        raise SkipHandler
    await keep_line(ctx.act, text, message.date)
    lacking = quick.lacking(ctx.act, text)
    nobody = lacking is Lacking.CLIENT
    return said(ctx.words, "refusal-line-without-client" if nobody else "quick-lacks-date")


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
