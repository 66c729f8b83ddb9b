"""Lost for good and back again: head and admin only, checked in the service (R7)."""

from collections.abc import Awaitable, Callable

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from bot.handlers.clients.clients import client_screen_of
from bot.handlers.clients.sought import sought_screen
from bot.handlers.pool.again import given_or_why
from bot.handlers.pool.handover import overrules
from bot.method.clients.search import Seeking
from bot.method.pool.again import AgainWay
from bot.services.clients import search
from bot.services.core.rights import require_client, require_leader
from bot.services.gaps.decisions import decided_of_client
from bot.services.pool import handover, losing
from bot.services.pool.handing_out import another_round
from bot.telegram.context import Context
from bot.telegram.filters import answers, command, tapped
from bot.views.core.start import said
from bot.views.pool import lost as view
from bot.views.screen import Screen
from bot.views.taps.nav import AskLost
from bot.views.taps.pool import (
    AnotherRound,
    AskLostWhy,
    AskRestore,
    CallLost,
    GiveAgain,
    Keep,
    Restore,
)

router = Router(name="lost")


@router.message(command("lost"))
async def lost(message: Message, command: CommandObject, ctx: Context) -> Screen:
    return await _named(ctx, command, Seeking.LOSE, _ask_lost)


@router.message(command("restore"))
async def restore_named(message: Message, command: CommandObject, ctx: Context) -> Screen:
    return await _named(ctx, command, Seeking.RESTORE, _ask_restore)


@router.callback_query(tapped(AskLost))
async def ask_lost(query: CallbackQuery, tap: AskLost, ctx: Context) -> Screen:
    return await _ask_lost(ctx, tap.client_id)


@router.callback_query(tapped(CallLost))
async def call_lost(query: CallbackQuery, tap: CallLost, ctx: Context) -> Screen:
    if not tap.seen and await overrules(ctx, tap.client_id):
        return await _ask_lost(ctx, tap.client_id)
    client = await losing.lose(ctx.act, tap.client_id, reason=tap.reason)
    return view.lost_screen(ctx.words, client.name, client.id)


@router.callback_query(tapped(AskLostWhy))
async def ask_why(query: CallbackQuery, tap: AskLostWhy, ctx: Context) -> Screen:
    client = (await losing.to_be_lost(ctx.act, tap.client_id)).client
    ctx.ask(tap)
    return view.lost_why_screen(ctx.words, client.name, client.id)


@router.message(answers(AskLostWhy))
async def lost_because(message: Message, asked: AskLostWhy, ctx: Context) -> Screen:
    if not asked.seen and await overrules(ctx, asked.client_id):
        return await _ask_lost(ctx, asked.client_id)
    client = await losing.lose(ctx.act, asked.client_id, message.text)
    return view.lost_screen(ctx.words, client.name, client.id)


@router.callback_query(tapped(AskRestore))
async def ask_restore(query: CallbackQuery, tap: AskRestore, ctx: Context) -> Screen:
    return await _ask_restore(ctx, tap.client_id, tap.page)


@router.callback_query(tapped(Restore))
async def restore(query: CallbackQuery, tap: Restore, ctx: Context) -> Screen:
    if tap.person_id is not None:
        given = GiveAgain(AgainWay.RESTORE, tap.client_id, tap.person_id)
        return await given_or_why(ctx, given)
    done = await losing.restore(ctx.act, tap.client_id)
    return view.restored_screen(ctx.words, done.client_name, done.client_id, done.person_name)


@router.callback_query(tapped(AnotherRound))
async def once_more(query: CallbackQuery, tap: AnotherRound, ctx: Context) -> Screen:
    await another_round(ctx.act, tap.client_id)
    screen = await client_screen_of(ctx, tap.client_id)
    return screen.with_toast(ctx.words.plain("another-round-toast"))


@router.callback_query(tapped(Keep))
async def keep(query: CallbackQuery, tap: Keep, ctx: Context) -> Screen:
    kept = (await require_client(ctx.act, tap.client_id)).client.status
    screen = await client_screen_of(ctx, tap.client_id)
    return screen.with_toast(ctx.words.plain(f"keep-toast-{kept}"))


async def _named(
    ctx: Context,
    command: CommandObject,
    seeking: Seeking,
    ask: Callable[[Context, int], Awaitable[Screen]],
) -> Screen:
    """The client that the command names; a choice where several fit."""
    require_leader(ctx.act)
    if not command.args:
        return said(ctx.words, "name-client", command=command.command)
    named = await search.one_client(ctx.act, command.args, seeking)
    if isinstance(named, int):
        return await ask(ctx, named)
    return await sought_screen(ctx, named, seeking)


async def _ask_lost(ctx: Context, client_id: int) -> Screen:
    client = (await losing.to_be_lost(ctx.act, client_id)).client
    before = await decided_of_client(ctx.act, client.id)
    return view.lost_ask_screen(ctx.words, client.name, client.id, before)


async def _ask_restore(ctx: Context, client_id: int, page: int = 0) -> Screen:
    client = (await losing.to_be_restored(ctx.act, client_id)).client
    people = await handover.candidates(ctx.act, client_id, page)
    return view.restore_screen(ctx.words, client.name, client.id, people)
