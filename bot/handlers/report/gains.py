"""What the method brought, and the clients behind it (R12)."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.services.clients.clients import client_card
from bot.services.report.gains import gain_page
from bot.telegram.context import Context
from bot.telegram.filters import tapped
from bot.views.clients.clients import client_screen
from bot.views.report.gains import gains_screen
from bot.views.screen import Screen
from bot.views.taps.report import OpenGainClient, OpenGains

router = Router(name="gains")


@router.callback_query(tapped(OpenGains))
async def open_gains(query: CallbackQuery, tap: OpenGains, ctx: Context) -> Screen:
    return gains_screen(ctx.words, await gain_page(ctx.act, tap.period, tap.page))


@router.callback_query(tapped(OpenGainClient))
async def open_client(query: CallbackQuery, tap: OpenGainClient, ctx: Context) -> Screen:
    back = OpenGains(tap.period, tap.page)
    return client_screen(ctx.words, await client_card(ctx.act, tap.client_id), back)
