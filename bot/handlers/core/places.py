"""What stands at a place now: the one way to go there, for stale answers and for undo."""

from typing import assert_never

from bot.handlers.clients.clients import client_screen_of
from bot.handlers.clients.sought import turned_screen
from bot.handlers.people.card import card_of_person
from bot.handlers.planning.load import unload_preview
from bot.handlers.planning.walk import shown, spread_preview
from bot.handlers.pool.pool import hand_out_preview
from bot.handlers.tasks.next_step import next_step_screen
from bot.method.core.places import (
    Card,
    ClientAt,
    DateAsked,
    DealAt,
    DealList,
    DecisionOn,
    FoundList,
    HandOutPreview,
    Listing,
    MyDay,
    PersonAt,
    Place,
    PoolList,
    Preview,
    SpreadPreview,
    TaskAt,
    TeamGapList,
    UnloadPreview,
    WalkAt,
)
from bot.method.pool.filters import PoolChoice
from bot.services.day import day
from bot.services.deals import cards
from bot.services.gaps import neglect
from bot.services.planning import walk
from bot.services.pool import listing
from bot.telegram.context import Context
from bot.views.day.day import day_screen
from bot.views.deals.deals import deal_screen, deals_screen
from bot.views.gaps.gaps import decision_screen, team_gaps_screen
from bot.views.pool.pool import pool_screen
from bot.views.screen import Screen
from bot.views.tasks.card import task_screen


async def screen_at(ctx: Context, place: Place) -> Screen:
    """The screen of the place as it is now; a refusal where the person may not see it any more or
    there is nothing to prepare."""
    match place:
        case TaskAt() | ClientAt() | DealAt() | PersonAt():
            return await _card_at(ctx, place)
        case DateAsked(client_id, deal_id, outcome):
            return await next_step_screen(ctx, client_id, deal_id, outcome)
        case WalkAt(gap_id):
            return await shown(ctx, await walk.card_of(ctx.act, gap_id))
        case SpreadPreview() | UnloadPreview() | HandOutPreview():
            return await _preview_at(ctx, place)
        case PoolList():
            return pool_screen(ctx.words, await listing.pool_screen(ctx.act, 0))
        case FoundList() | DealList() | TeamGapList() | DecisionOn():
            return await _listing_at(ctx, place)
        case MyDay():
            return day_screen(ctx.words, await day.day(ctx.act, 0))
    assert_never(place)


async def _card_at(ctx: Context, card: Card) -> Screen:
    match card:
        case TaskAt(task_id):
            return task_screen(ctx.words, await day.task_card(ctx.act, task_id))
        case ClientAt(client_id):
            return await client_screen_of(ctx, client_id)
        case DealAt(deal_id):
            return deal_screen(ctx.words, await cards.deal_card(ctx.act, deal_id), card.listing)
        case PersonAt(person_id):
            return await card_of_person(ctx, person_id)
    assert_never(card)


async def _listing_at(ctx: Context, listing: Listing) -> Screen:
    match listing:
        case FoundList(line_id, page):
            return await turned_screen(ctx, line_id, page)
        case DealList(page, only, stage):
            return deals_screen(ctx.words, await cards.deals(ctx.act, page, only, stage))
        case TeamGapList(page):
            return team_gaps_screen(ctx.words, await neglect.team_gaps(ctx.act, page))
        case DecisionOn(client_id, page):
            return decision_screen(
                ctx.words, await neglect.gaps_of_client(ctx.act, client_id), page
            )
    assert_never(listing)


async def _preview_at(ctx: Context, preview: Preview) -> Screen:
    match preview:
        case SpreadPreview():
            return await spread_preview(ctx)
        case UnloadPreview():
            return await unload_preview(ctx)
        case HandOutPreview(n, person_id, only, giver, way):
            return await hand_out_preview(ctx, n, person_id, PoolChoice(only, giver), way)
    assert_never(preview)
