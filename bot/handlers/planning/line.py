"""A line that no form has asked for: a task, a search, words about a client, or a comment."""

from datetime import datetime
from typing import assert_never

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import CallbackQuery, Message

from bot.handlers.clients.clients import client_screen_of, created_screen
from bot.handlers.clients.sought import sought_screen
from bot.handlers.inbound.reception import reception_screen
from bot.handlers.tasks.next_step import asked_screen
from bot.method.clients.cards import Found
from bot.method.clients.search import Seeking
from bot.method.core.refusals import Invalid
from bot.method.planning.bare import Bare, NamedClient, Nobody, SaidOf, is_full_name
from bot.method.planning.quick import Lacking
from bot.services.inbound import beside
from bot.services.planning import bare, quick
from bot.telegram.context import Context
from bot.telegram.filters import tapped
from bot.telegram.forms import awaits_text
from bot.views.core.start import said
from bot.views.planning.bare import nobody_screen, said_of_screen
from bot.views.planning.quick import quick_screen
from bot.views.screen import Screen
from bot.views.taps.planning.quick import (
    AddFromLine,
    NoteLine,
    PlanLine,
    SaidOfClient,
    SaidPage,
    TakeLine,
)

router = Router(name="line")


@router.message(F.text, ~F.text.startswith("/"), ~F.forward_origin)
async def line(message: Message, ctx: Context) -> Screen:
    """The comment of what was just forwarded, else a task; without a date whom it names and what
    it says of him; else what it lacks is said, and a forward may follow that it goes with."""
    text = message.text or ""
    said_beside = await beside.say(ctx.act, text, message.date)
    if said_beside is not None:
        return await reception_screen(ctx, said_beside)
    return await line_screen(ctx, text, message.date, asked=awaits_text(ctx.act.actor.form))


async def line_screen(
    ctx: Context, text: str, typed_at: datetime, *, asked: bool = False
) -> Screen:
    """What is made of a line that nothing waits for; `asked`: something does, so that only a task
    is."""
    try:
        read = await quick.begin(ctx.act, text, typed_at)
    except Invalid:
        read = None
    if read is not None:
        return quick_screen(ctx.words, read)
    if asked:
        raise SkipHandler
    lacking = quick.lacking(ctx.act, text)
    made = await bare.begin(ctx.act, text, typed_at)
    if lacking is Lacking.CLIENT or made is None or _is_vague(made, text):
        later = await beside.say_later(ctx.act, typed_at)
        if later is not None:
            return await reception_screen(ctx, later)
    if lacking is Lacking.CLIENT:
        return said(ctx.words, "refusal-line-without-client")
    return said(ctx.words, "quick-lacks-date") if made is None else await _bare_screen(ctx, made)


def _is_vague(made: Bare, text: str) -> bool:
    """Whether it may be a new client's name, or just as well words about what was forwarded."""
    if not isinstance(made, Nobody) or is_full_name(text):
        return False
    contacts = made.contacts
    reached = contacts.phones or contacts.emails or contacts.handle
    return not reached and not made.alike.lines


async def _bare_screen(ctx: Context, made: Bare) -> Screen:
    """What a line without a date is taken for."""
    match made:
        case NamedClient(client_id):
            return await client_screen_of(ctx, client_id)
        case Found():
            return await sought_screen(ctx, made, Seeking.CARD)
        case Nobody():
            return nobody_screen(ctx.words, made)
        case SaidOf():
            return said_of_screen(ctx.words, made)
    assert_never(made)


@router.callback_query(tapped(SaidOfClient))
async def choose(query: CallbackQuery, tap: SaidOfClient, ctx: Context) -> Screen:
    return said_of_screen(ctx.words, await bare.choose(ctx.act, tap.line_id, tap.client_id))


@router.callback_query(tapped(SaidPage))
async def turn(query: CallbackQuery, tap: SaidPage, ctx: Context) -> Screen:
    return said_of_screen(ctx.words, await bare.shown(ctx.act, tap.line_id, tap.page))


@router.callback_query(tapped(NoteLine))
async def note(query: CallbackQuery, tap: NoteLine, ctx: Context) -> Screen:
    await bare.note(ctx.act, tap.line_id, tap.client_id)
    return (await client_screen_of(ctx, tap.client_id)).below(ctx.words("comment-saved"))


@router.callback_query(tapped(TakeLine))
async def take(query: CallbackQuery, tap: TakeLine, ctx: Context) -> Screen:
    made = await bare.take_inbound(ctx.act, tap.line_id, tap.client_id)
    return await reception_screen(ctx, made)


@router.callback_query(tapped(PlanLine))
async def plan(query: CallbackQuery, tap: PlanLine, ctx: Context) -> Screen:
    return asked_screen(ctx, await bare.ask_plan(ctx.act, tap.line_id, tap.client_id))


@router.callback_query(tapped(AddFromLine))
async def add(query: CallbackQuery, tap: AddFromLine, ctx: Context) -> Screen:
    return await created_screen(ctx, await bare.add_new(ctx.act, tap.line_id))
