"""Merging two cards of one client."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.handlers.clients.clients import client_screen_of
from bot.services.clients import merging
from bot.services.core.rights import require_client
from bot.telegram.context import Context
from bot.telegram.filters import answers, tapped
from bot.views.clients import merging as view
from bot.views.screen import Screen
from bot.views.taps.clients import AskMerge, Merge, PreviewMerge

router = Router(name="merging")


@router.callback_query(tapped(AskMerge))
async def ask(query: CallbackQuery, tap: AskMerge, ctx: Context) -> Screen:
    client = (await require_client(ctx.act, tap.client_id)).client
    ctx.ask(tap)
    return view.ask_double_screen(ctx.words, client.name, client.id)


@router.message(answers(AskMerge))
async def typed(message: Message, asked: AskMerge, ctx: Context) -> Screen:
    client = (await require_client(ctx.act, asked.client_id)).client
    page = await merging.doubles_of(ctx.act, client.id, message.text or "")
    return view.doubles_screen(ctx.words, client.name, client.id, page)


@router.callback_query(tapped(PreviewMerge))
async def preview(query: CallbackQuery, tap: PreviewMerge, ctx: Context) -> Screen:
    both = await merging.preview(ctx.act, tap.kept_id, tap.gone_id, tap.mask)
    return view.merge_screen(ctx.words, both)


@router.callback_query(tapped(Merge))
async def merge(query: CallbackQuery, tap: Merge, ctx: Context) -> Screen:
    client_id = await merging.merge(ctx.act, tap.kept_id, tap.gone_id, tap.mask)
    screen = await client_screen_of(ctx, client_id)
    return screen.with_toast(ctx.words.plain("merged-toast"))
