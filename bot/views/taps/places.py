"""The tap that leads to a place."""

from typing import assert_never

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
from bot.method.deals.filters import DealFilter
from bot.views.taps.base import Tap
from bot.views.taps.clients import TurnFound
from bot.views.taps.deals import AskDealName, AskDealSum, AskStage, SetStage
from bot.views.taps.nav import (
    AskNext,
    Decide,
    OpenClient,
    OpenDay,
    OpenPool,
    OpenTask,
    OpenTeamGaps,
)
from bot.views.taps.people import OpenPerson
from bot.views.taps.planning.load import PreviewUnload
from bot.views.taps.planning.walk import PreviewSpread, WalkCardAgain
from bot.views.taps.pool import PreviewHandOut
from bot.views.taps.tasks import (
    AskClose,
    OpenDeal,
    OpenDealListed,
    OpenDeals,
)

OnDealCard = AskStage | SetStage | AskClose | AskDealName | AskDealSum
"""What is tapped on a deal's card, and keeps its way back."""


def tap_to(place: Place) -> Tap:
    """What a button back to this place taps."""
    match place:
        case TaskAt() | ClientAt() | DealAt() | PersonAt():
            return _card(place)
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


def listing_of(tap: OnDealCard) -> DealList | None:
    """The list that the deal's card leads back to after what was tapped."""
    return None if tap.only is None else DealList(tap.page, tap.only, tap.stage)


def listed(listing: DealList | None) -> tuple[int, DealFilter | None, int | None]:
    """The list as the taps of a deal's card carry it."""
    return (0, None, None) if listing is None else (listing.page, listing.only, listing.stage)


def _card(card: Card) -> Tap:
    match card:
        case TaskAt(task_id):
            return OpenTask(task_id)
        case ClientAt(client_id):
            return OpenClient(client_id)
        case DealAt(deal_id, page, only, stage):
            return OpenDeal(deal_id) if only is None else OpenDealListed(deal_id, page, only, stage)
        case PersonAt(person_id):
            return OpenPerson(person_id)
    assert_never(card)


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
        case HandOutPreview(n, person_id, only, giver, way):
            return PreviewHandOut(n, person_id, only, giver, way)
    assert_never(preview)
