"""A person's data go on his demand."""

from functools import partial

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.services.clients import erasing
from bot.telegram.context import Context
from bot.telegram.filters import tapped
from bot.views.clients.erasing import erase_ask_screen, erased_screen
from bot.views.screen import Screen
from bot.views.taps.clients import AskErase, EraseClient

router = Router(name="erasing")


@router.callback_query(tapped(AskErase))
async def ask(query: CallbackQuery, tap: AskErase, ctx: Context) -> Screen:
    return erase_ask_screen(ctx.words, await erasing.preview(ctx.act, tap.client_id))


@router.callback_query(tapped(EraseClient))
async def erase(query: CallbackQuery, tap: EraseClient, ctx: Context) -> Screen:
    updates = ctx.found_by(partial(erasing.copies, client_id=tap.client_id))
    await erasing.erase(ctx.act, tap.client_id, updates)
    return erased_screen(ctx.words, tap.client_id)
