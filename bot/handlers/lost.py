"""Lost for good and back again: head and admin only, checked in the service (R7)."""

from collections.abc import Callable

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.handlers.clients import client_screen_of
from bot.services import clients, handover, losing
from bot.services.rights import require_client, require_leader
from bot.telegram.context import Context
from bot.telegram.filters import tapped
from bot.views import pool as view
from bot.views.clients import choose_screen
from bot.views.nav import AskLost
from bot.views.pool_taps import AskRestore, CallLost, Restore
from bot.views.screen import Screen
from bot.views.start import said
from bot.views.taps import Tap

router = Router(name="lost")


@router.message(Command("lost"))
async def lost(message: Message, command: CommandObject, ctx: Context) -> Screen:
    return await _named(ctx, command.args, AskLost)


@router.message(Command("restore"))
async def restore_named(message: Message, command: CommandObject, ctx: Context) -> Screen:
    return await _named(ctx, command.args, AskRestore)


@router.callback_query(tapped(AskLost))
async def ask_lost(query: CallbackQuery, tap: AskLost, ctx: Context) -> Screen:
    return await _ask(ctx, tap)


@router.callback_query(tapped(CallLost))
async def call_lost(query: CallbackQuery, tap: CallLost, ctx: Context) -> Screen:
    dossier = await losing.lose(ctx.act, tap.client_id)
    return view.lost_screen(ctx.words, dossier.client.name, dossier.client.id)


@router.callback_query(tapped(AskRestore))
async def ask_restore(query: CallbackQuery, tap: AskRestore, ctx: Context) -> Screen:
    return await _ask(ctx, tap)


@router.callback_query(tapped(Restore))
async def restore(query: CallbackQuery, tap: Restore, ctx: Context) -> Screen:
    await losing.restore(ctx.act, tap.client_id, tap.person_id)
    return await client_screen_of(ctx, tap.client_id)


async def _named(ctx: Context, typed: str | None, make: Callable[[int], Tap]) -> Screen:
    """The client that the command names; a choice where several fit."""
    require_leader(ctx.act)
    if not typed:
        return said(ctx.words, "name-client")
    named = await clients.one_client(ctx.act, typed)
    if isinstance(named, int):
        return await _ask(ctx, make(named))
    return choose_screen(ctx.words, named, make)


async def _ask(ctx: Context, tap: Tap) -> Screen:
    require_leader(ctx.act)
    if isinstance(tap, AskRestore):
        client = (await require_client(ctx.act, tap.client_id)).client
        people = await handover.candidates(ctx.act)
        return view.restore_screen(ctx.words, client.name, client.id, people)
    if isinstance(tap, AskLost):
        client = (await require_client(ctx.act, tap.client_id)).client
        return view.lost_ask_screen(ctx.words, client.name, client.id)
    raise TypeError(type(tap).__name__)
