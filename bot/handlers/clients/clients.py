"""Clients: the list, the search, new ones, the card, the timeline."""

from dataclasses import replace
from typing import assert_never

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from bot.handlers.clients.sought import sought_screen
from bot.handlers.planning.quick import quick_screen_of
from bot.handlers.tasks.next_step import next_step_screen
from bot.method.clients.cards import Closed, ColleaguesClient, Created, Creation, KnownClient
from bot.method.clients.search import Seeking
from bot.method.core.places import DecisionOn, FoundList
from bot.services.clients import clients, search
from bot.services.tasks.comments import comment_client
from bot.telegram.context import Context
from bot.telegram.filters import answers, command, labelled, tapped, voice_of
from bot.views.clients import clients as view
from bot.views.core.start import said
from bot.views.inbound.inbound import held_screen
from bot.views.screen import Screen
from bot.views.taps.clients import AskFind, AskNew, OpenClients, OpenFound, OpenListed
from bot.views.taps.nav import OpenClient, OpenDecided, OpenPool
from bot.views.taps.pool import OpenLost, OpenLostClient, OpenPooled
from bot.views.taps.tasks import AskNote

router = Router(name="clients")


async def client_screen_of(ctx: Context, client_id: int) -> Screen:
    """The fresh card of a client."""
    return view.client_screen(ctx.words, await clients.client_card(ctx.act, client_id))


@router.message(command("clients"))
async def my_clients(message: Message, ctx: Context) -> Screen:
    return view.clients_screen(ctx.words, await search.my_clients(ctx.act, 0))


@router.callback_query(tapped(OpenClients))
async def open_clients(query: CallbackQuery, tap: OpenClients, ctx: Context) -> Screen:
    return view.clients_screen(ctx.words, await search.my_clients(ctx.act, tap.page, tap.only))


@router.callback_query(tapped(OpenClient))
async def open_client(query: CallbackQuery, tap: OpenClient, ctx: Context) -> Screen:
    return await client_screen_of(ctx, tap.client_id)


@router.callback_query(tapped(OpenListed))
async def open_listed(query: CallbackQuery, tap: OpenListed, ctx: Context) -> Screen:
    card = await clients.client_card(ctx.act, tap.client_id)
    return view.client_screen(ctx.words, card, OpenClients(tap.page, tap.only))


@router.callback_query(tapped(OpenPooled))
async def open_pooled(query: CallbackQuery, tap: OpenPooled, ctx: Context) -> Screen:
    card = await clients.client_card(ctx.act, tap.client_id)
    return view.client_screen(ctx.words, card, OpenPool(tap.page, tap.only, tap.giver))


@router.callback_query(tapped(OpenLostClient))
async def open_lost_client(query: CallbackQuery, tap: OpenLostClient, ctx: Context) -> Screen:
    card = await clients.client_card(ctx.act, tap.client_id)
    return view.client_screen(ctx.words, card, OpenLost(tap.page))


@router.callback_query(tapped(OpenFound))
async def open_found(query: CallbackQuery, tap: OpenFound, ctx: Context) -> Screen:
    card = await clients.client_card(ctx.act, tap.client_id)
    return view.client_screen(ctx.words, card, FoundList(tap.line_id, tap.page))


@router.callback_query(tapped(OpenDecided))
async def open_decided(query: CallbackQuery, tap: OpenDecided, ctx: Context) -> Screen:
    card = await clients.client_card(ctx.act, tap.client_id)
    return view.client_screen(ctx.words, card, DecisionOn(tap.client_id, tap.page))


@router.callback_query(tapped(AskNote))
async def ask_note(query: CallbackQuery, tap: AskNote, ctx: Context) -> Screen:
    card = await clients.client_card(ctx.act, tap.client_id)
    ctx.ask(tap)
    return view.note_form(ctx.words, card)


@router.message(answers(AskNote, voice=True))
async def write_note(message: Message, asked: AskNote, ctx: Context) -> Screen:
    await comment_client(
        ctx.act, asked.client_id, message.text or message.caption or "", voice_of(message)
    )
    return view.noted_screen(ctx.words, await clients.client_card(ctx.act, asked.client_id))


@router.message(command("find"))
async def find(message: Message, command: CommandObject, ctx: Context) -> Screen:
    return await _found(ctx, command.args) if command.args else ask_for_client(ctx)


@router.message(labelled("menu-find"))
async def press_find(message: Message, ctx: Context) -> Screen:
    return ask_for_client(ctx)


@router.callback_query(tapped(AskFind))
async def ask_find(query: CallbackQuery, tap: AskFind, ctx: Context) -> Screen:
    return replace(ask_for_client(ctx), fresh=True)


@router.message(answers(AskFind))
async def find_typed(message: Message, asked: AskFind, ctx: Context) -> Screen:
    return await _found(ctx, message.text or "")


@router.message(command("new"))
async def new(message: Message, command: CommandObject, ctx: Context) -> Screen:
    return await _create(ctx, command.args) if command.args else _ask_new(ctx)


@router.message(labelled("menu-new"))
async def press_new(message: Message, ctx: Context) -> Screen:
    return _ask_new(ctx)


@router.callback_query(tapped(AskNew))
async def ask_new(query: CallbackQuery, tap: AskNew, ctx: Context) -> Screen:
    return replace(_ask_new(ctx), fresh=True)


@router.message(answers(AskNew))
async def new_typed(message: Message, asked: AskNew, ctx: Context) -> Screen:
    return await _create(ctx, message.text or "")


def ask_for_client(ctx: Context) -> Screen:
    """Whom to find is asked for; the next text is the answer."""
    ctx.ask(AskFind())
    return said(ctx.words, "find-ask")


def _ask_new(ctx: Context) -> Screen:
    ctx.ask(AskNew())
    return said(ctx.words, "new-ask")


async def _found(ctx: Context, text: str) -> Screen:
    found = await search.find(ctx.act, text)
    if found.page.total == 1 and not found.alike:
        return await client_screen_of(ctx, found.page.lines[0].client_id)
    return await sought_screen(ctx, found, Seeking.CARD)


async def _create(ctx: Context, text: str) -> Screen:
    """A line with a date is a task at once; without one it is a new client."""
    screen = await quick_screen_of(ctx, text)
    if screen is not None:
        return screen
    draft = clients.draft_of(ctx.act, text)
    made = await clients.create_client(ctx.act, draft)
    return await created_screen(ctx, made)


async def created_screen(ctx: Context, made: Creation) -> Screen:
    """A new client is asked for its first task at once (R4)."""
    words = ctx.words
    match made:
        case Created(client_id):
            return (await next_step_screen(ctx, client_id)).below(words("client-created"))
        case KnownClient(client_id):
            return (await client_screen_of(ctx, client_id)).below(words("client-known"))
        case ColleaguesClient():
            return held_screen(words, made)
        case Closed():
            return said(words, "client-closed")
    assert_never(made)
