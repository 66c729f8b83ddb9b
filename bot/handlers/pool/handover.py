"""Another owner for a client."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.handlers.pool.again import given_or_why
from bot.method.pool.again import AgainWay
from bot.services.core.rights import require_client
from bot.services.gaps.decisions import decided_of_client
from bot.services.pool import handover
from bot.telegram.context import Context
from bot.telegram.filters import tapped
from bot.views.pool.handover import hand_over_screen
from bot.views.screen import Screen
from bot.views.taps.nav import AskHandOver
from bot.views.taps.pool import GiveAgain, HandOverTo

router = Router(name="handover")


@router.callback_query(tapped(AskHandOver))
async def ask(query: CallbackQuery, tap: AskHandOver, ctx: Context) -> Screen:
    return await _whom(ctx, tap)


@router.callback_query(tapped(HandOverTo))
async def hand_over(query: CallbackQuery, tap: HandOverTo, ctx: Context) -> Screen:
    ask = AskHandOver(tap.client_id)
    if not tap.seen and await overrules(ctx, tap.client_id):
        return await _whom(ctx, ask)
    given = GiveAgain(AgainWay.HAND_OVER, tap.client_id, tap.person_id)
    return await given_or_why(ctx, given)


async def overrules(ctx: Context, client_id: int) -> bool:
    """Whether another head was first, after the question was opened."""
    return (await decided_of_client(ctx.act, client_id)).last is not None


async def _whom(ctx: Context, tap: AskHandOver) -> Screen:
    people = await handover.candidates(ctx.act, tap.client_id, tap.page)
    client = (await require_client(ctx.act, tap.client_id)).client
    before = await decided_of_client(ctx.act, client.id)
    return hand_over_screen(ctx.words, client.name, client.id, people, before)
