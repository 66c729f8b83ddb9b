"""What was found, page by page: to open a card, or to choose for what is to be done."""

from collections.abc import Callable
from typing import assert_never

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.method.clients.cards import Found
from bot.method.clients.search import Seeking
from bot.services.clients import sought
from bot.telegram.context import Context
from bot.telegram.filters import tapped
from bot.views.clients.clients import choose_screen, found_screen
from bot.views.screen import Screen
from bot.views.taps.base import Tap
from bot.views.taps.clients import TurnFound
from bot.views.taps.nav import AskLost, AskRelease, WantsToBuy
from bot.views.taps.pool import AskRestore

router = Router(name="sought")


async def sought_screen(ctx: Context, found: Found, seeking: Seeking) -> Screen:
    """All that fit, to choose from."""
    return _shown(ctx, await sought.with_pages(ctx.act, found, seeking), seeking)


@router.callback_query(tapped(TurnFound))
async def turn(query: CallbackQuery, tap: TurnFound, ctx: Context) -> Screen:
    return await turned_screen(ctx, tap.line_id, tap.page)


async def turned_screen(ctx: Context, line_id: int, page: int) -> Screen:
    """A page of what was looked for before."""
    seeking, found = await sought.turned(ctx.act, line_id, page)
    return _shown(ctx, found, seeking)


def _shown(ctx: Context, found: Found, seeking: Seeking) -> Screen:
    pick = _pick(seeking)
    return found_screen(ctx.words, found) if pick is None else choose_screen(ctx.words, found, pick)


def _pick(seeking: Seeking) -> Callable[[int], Tap] | None:
    match seeking:
        case Seeking.CARD:
            return None
        case Seeking.LOSE:
            return AskLost
        case Seeking.RESTORE:
            return AskRestore
        case Seeking.BUY:
            return WantsToBuy
        case Seeking.RELEASE:
            return AskRelease
    assert_never(seeking)
