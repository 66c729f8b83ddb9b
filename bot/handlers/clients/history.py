"""The timeline of a client and of a deal, and the voices in it."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.services.clients.history import client_history, deal_history, voice_said
from bot.services.inbound.contents import content_of
from bot.telegram.context import Context
from bot.telegram.filters import tapped
from bot.views.clients.history import content_screen, history_screen, voice_screen
from bot.views.screen import Screen
from bot.views.taps.nav import OpenDealHistory, OpenHistory, PlayVoice, ShowContent

router = Router(name="history")


@router.callback_query(tapped(OpenHistory))
async def open_history(query: CallbackQuery, tap: OpenHistory, ctx: Context) -> Screen:
    return history_screen(ctx.words, await client_history(ctx.act, tap.client_id, tap.page))


@router.callback_query(tapped(OpenDealHistory))
async def open_deal_history(query: CallbackQuery, tap: OpenDealHistory, ctx: Context) -> Screen:
    return history_screen(ctx.words, await deal_history(ctx.act, tap.deal_id, tap.page))


@router.callback_query(tapped(ShowContent))
async def show_content(query: CallbackQuery, tap: ShowContent, ctx: Context) -> Screen:
    return content_screen(ctx.words, await content_of(ctx.act, tap.task_id), ctx.act.today)


@router.callback_query(tapped(PlayVoice))
async def play_voice(query: CallbackQuery, tap: PlayVoice, ctx: Context) -> Screen:
    return voice_screen(ctx.words, await voice_said(ctx.act, tap.entry_id), ctx.act.today)
