"""The tap that leads to a place."""

from typing import assert_never

from bot.method.core.places import (
    ClientAt,
    DateAsked,
    DealAt,
    DealList,
    DecisionOn,
    FoundList,
    HandOutPreview,
    Listing,
    MyDay,
    Place,
    PoolList,
    Preview,
    SpreadPreview,
    TaskAt,
    TeamGapList,
    UnloadPreview,
    WalkAt,
)
from bot.views.taps.base import Tap
from bot.views.taps.clients import TurnFound
from bot.views.taps.load import PreviewUnload
from bot.views.taps.nav import (
    AskNext,
    Decide,
    OpenClient,
    OpenDay,
    OpenPool,
    OpenTask,
    OpenTeamGaps,
)
from bot.views.taps.pool import PreviewHandOut
from bot.views.taps.tasks import OpenDeal, OpenDeals
from bot.views.taps.walk import PreviewSpread, WalkCardAgain


def tap_to(place: Place) -> Tap:
    """What a button back to this place taps."""
    match place:
        case TaskAt(task_id):
            return OpenTask(task_id)
        case ClientAt(client_id):
            return OpenClient(client_id)
        case DealAt(deal_id):
            return OpenDeal(deal_id)
        case DateAsked(client_id, deal_id, outcome):
            return AskNext(client_id, deal_id, outcome=outcome)
        case WalkAt(gap_id):
            return WalkCardAgain(gap_id)
        case SpreadPreview() | UnloadPreview() | HandOutPreview():
            return _preview(place)
        case PoolList():
            return OpenPool()
        case FoundList() | DealList() | TeamGapList() | DecisionOn():
            return _listing(place)
        case MyDay():
            return OpenDay()
    assert_never(place)


def _listing(listing: Listing) -> Tap:
    match listing:
        case FoundList(line_id, page):
            return TurnFound(line_id, page)
        case DealList(page, only, stage):
            return OpenDeals(page, only, stage)
        case TeamGapList(page):
            return OpenTeamGaps(page)
        case DecisionOn(client_id, page):
            return Decide(client_id, page)
    assert_never(listing)


def _preview(preview: Preview) -> Tap:
    match preview:
        case SpreadPreview():
            return PreviewSpread()
        case UnloadPreview():
            return PreviewUnload()
        case HandOutPreview(n, person_id):
            return PreviewHandOut(n, person_id)
    assert_never(preview)
