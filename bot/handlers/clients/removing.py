"""A client that was added by mistake."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.services.clients import removing
from bot.services.day import day
from bot.telegram.context import Context
from bot.telegram.filters import tapped
from bot.views.clients.clients import remove_ask_screen
from bot.views.day.day import day_screen
from bot.views.screen import Screen
from bot.views.taps.clients import AskRemove, RemoveClient

router = Router(name="removing")


@router.callback_query(tapped(AskRemove))
async def ask(query: CallbackQuery, tap: AskRemove, ctx: Context) -> Screen:
    client = await removing.to_be_removed(ctx.act, tap.client_id)
    return remove_ask_screen(ctx.words, client.name, client.id)


@router.callback_query(tapped(RemoveClient))
async def remove(query: CallbackQuery, tap: RemoveClient, ctx: Context) -> Screen:
    name = await removing.remove(ctx.act, tap.client_id)
    screen = day_screen(ctx.words, await day.day(ctx.act, 0))
    return screen.below(ctx.words("client-removed", client=name))
