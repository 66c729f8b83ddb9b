"""What stands at a place now: the one way to go there, for stale answers and for undo."""

from typing import assert_never

from bot.handlers.clients.clients import client_screen_of
from bot.handlers.planning.load import unload_preview
from bot.handlers.planning.walk import shown, spread_preview
from bot.handlers.pool.pool import hand_out_preview
from bot.handlers.tasks.next_step import next_step_screen
from bot.method.core.places import (
    ClientAt,
    DateAsked,
    DealAt,
    HandOutPreview,
    MyDay,
    Place,
    PoolList,
    Preview,
    SpreadPreview,
    TaskAt,
    UnloadPreview,
    WalkAt,
)
from bot.services.day import day
from bot.services.deals import cards
from bot.services.planning import walk
from bot.services.pool import listing
from bot.telegram.context import Context
from bot.views.day.day import day_screen
from bot.views.deals.deals import deal_screen
from bot.views.pool.pool import pool_screen
from bot.views.screen import Screen
from bot.views.tasks.card import task_screen


async def screen_at(ctx: Context, place: Place) -> Screen:
    """The screen of the place as it is now; a refusal where the person may not see it any more or
    there is nothing to prepare."""
    match place:
        case TaskAt(task_id):
            return task_screen(ctx.words, await day.task_card(ctx.act, task_id))
        case ClientAt(client_id):
            return await client_screen_of(ctx, client_id)
        case DealAt(deal_id):
            return deal_screen(ctx.words, await cards.deal_card(ctx.act, deal_id))
        case DateAsked(client_id, deal_id, outcome):
            return await next_step_screen(ctx, client_id, deal_id, outcome)
        case WalkAt(gap_id):
            return await shown(ctx, await walk.card_of(ctx.act, gap_id))
        case SpreadPreview() | UnloadPreview() | HandOutPreview():
            return await _preview_at(ctx, place)
        case PoolList():
            return pool_screen(ctx.words, await listing.pool_screen(ctx.act, 0))
        case MyDay():
            return day_screen(ctx.words, await day.day(ctx.act, 0))
    assert_never(place)


async def _preview_at(ctx: Context, preview: Preview) -> Screen:
    match preview:
        case SpreadPreview():
            return await spread_preview(ctx)
        case UnloadPreview():
            return await unload_preview(ctx)
        case HandOutPreview(n, person_id):
            return await hand_out_preview(ctx, n, person_id)
    assert_never(preview)
