"""Another owner for a client."""

from collections.abc import Awaitable

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.method.core.refusals import NotNow
from bot.services.core.rights import require_client
from bot.services.gaps.decisions import decided_of_client
from bot.services.pool import handover
from bot.telegram.context import Context
from bot.telegram.filters import tapped
from bot.views.parts.person_choice import let_go_screen
from bot.views.pool.handover import hand_over_screen, handed_screen
from bot.views.screen import Screen
from bot.views.taps.base import Tap
from bot.views.taps.nav import AskHandOver
from bot.views.taps.pool import HandOverTo

router = Router(name="handover")


@router.callback_query(tapped(AskHandOver))
async def ask(query: CallbackQuery, tap: AskHandOver, ctx: Context) -> Screen:
    return await _whom(ctx, tap)


@router.callback_query(tapped(HandOverTo))
async def hand_over(query: CallbackQuery, tap: HandOverTo, ctx: Context) -> Screen:
    ask = AskHandOver(tap.client_id)
    if not tap.seen and await overrules(ctx, tap.client_id):
        return await _whom(ctx, ask)
    sure = HandOverTo(tap.client_id, tap.person_id, sure=True, seen=True)
    return await or_ask_again(ctx, _handed(ctx, tap), sure, ask)


async def overrules(ctx: Context, client_id: int) -> bool:
    """Whether another head was first, after the question was opened."""
    return (await decided_of_client(ctx.act, client_id)).last is not None


async def _whom(ctx: Context, tap: AskHandOver) -> Screen:
    people = await handover.candidates(ctx.act, tap.client_id, tap.page)
    client = (await require_client(ctx.act, tap.client_id)).client
    before = await decided_of_client(ctx.act, client.id)
    return hand_over_screen(ctx.words, client.name, client.id, people, before)


async def or_ask_again(ctx: Context, giving: Awaitable[Screen], yes: Tap, no: Tap) -> Screen:
    """Not a dead end: who let the client go lately may have it by hand, when confirmed."""
    try:
        return await giving
    except NotNow as refusal:
        if refusal.code != "let-go-recently":
            raise
        name, days = str(refusal.facts["name"]), int(str(refusal.facts["days"]))
        return let_go_screen(ctx.words, name, days, yes, no)


async def _handed(ctx: Context, tap: HandOverTo) -> Screen:
    handed = await handover.hand_over(ctx.act, tap.client_id, tap.person_id, confirmed=tap.sure)
    screen = handed_screen(ctx.words, handed.client_name, tap.client_id, handed.person_name)
    return screen.with_toast(ctx.words.plain("handed-over-toast"))
