"""Another owner for a client."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.handlers.clients import client_screen_of
from bot.services import handover
from bot.services.rights import require_client
from bot.telegram.context import Context
from bot.telegram.filters import tapped
from bot.views.nav import AskHandOver
from bot.views.pool import hand_over_screen
from bot.views.pool_taps import HandOverTo
from bot.views.screen import Screen

router = Router(name="handover")


@router.callback_query(tapped(AskHandOver))
async def ask(query: CallbackQuery, tap: AskHandOver, ctx: Context) -> Screen:
    people = await handover.candidates(ctx.act, tap.client_id)
    client = (await require_client(ctx.act, tap.client_id)).client
    return hand_over_screen(ctx.words, client.name, client.id, people)


@router.callback_query(tapped(HandOverTo))
async def hand_over(query: CallbackQuery, tap: HandOverTo, ctx: Context) -> Screen:
    await handover.hand_over(ctx.act, tap.client_id, tap.person_id)
    screen = await client_screen_of(ctx, tap.client_id)
    return screen.with_toast(ctx.words.plain("handed-over-toast"))
