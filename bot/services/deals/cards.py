"""Reading deals for their screens, and changing their name and sum."""

from collections.abc import Sequence
from datetime import timedelta

from bot.lookup.money import money_of
from bot.method.core.paging import PAGE, page_of
from bot.method.core.places import ClientAt, DealList, deal_at
from bot.method.core.refusals import NotFound, Stale
from bot.method.core.terms import DealStatus, UndoableAction
from bot.method.deals.cards import (
    RECENT_DAYS,
    DealCard,
    DealPage,
    StageLine,
    stage_by_key,
)
from bot.method.deals.filters import DealFilter
from bot.method.deals.titles import title_typed
from bot.models.client import Client
from bot.models.deal import Deal
from bot.models.deal_list import DealQuery, deal_totals, deals_page, stages_in_use
from bot.models.user import User
from bot.services.core.cards import deal_facts
from bot.services.core.rights import people_of, require_deal
from bot.services.core.undo import undoable
from bot.services.core.work import Act
from bot.services.deals.words import index_title


async def deals(
    act: Act, page: int, only: DealFilter = DealFilter.OPEN, stage_key: int | None = None
) -> DealPage:
    """One page of the deals of the actor, of a leader's people as well.

    A stage that no deal is at any more shows all of them.
    """
    in_use = await stages_of_deals(act) if stage_key is not None else ()
    stage = None if stage_key is None else stage_by_key(in_use, stage_key)
    query = await _query(act, only, stage)
    totals = await deal_totals(act.session, query)
    total = sum(count for count, _ in totals.values())
    page, pages = page_of(page, total, PAGE)
    rows = await deals_page(act.session, query, page * PAGE, PAGE)
    return DealPage(
        lines=tuple(_card(act, *row) for row in rows),
        total=total,
        page=page,
        pages=pages,
        today=act.today,
        only=only,
        stage=stage,
        sums={currency: sum_ for currency, (_, sum_) in totals.items() if currency and sum_},
        stale_days=act.policy.deal_stale_days,
    )


async def stages_of_deals(act: Act) -> Sequence[StageLine]:
    """The stages at which open deals stand, with how many, the most first."""
    found = await stages_in_use(act.session, await _query(act, DealFilter.OPEN))
    return sorted((StageLine(*item) for item in found.items()), key=lambda s: (-s.deals, s.name))


async def deal_card(act: Act, deal_id: int) -> DealCard:
    """One deal, open or not."""
    dossier = await require_deal(act, deal_id)
    deal = await act.session.get(Deal, deal_id)
    if deal is None:
        raise NotFound("thing")
    return _card(act, deal, dossier.client, dossier.owner)


async def rename(act: Act, deal_id: int, typed: str, listing: DealList | None = None) -> None:
    """Another name, typed on the card opened from `listing`; Invalid("deal-title") where nothing
    is left of it."""
    title = title_typed(typed)
    deal = await open_deal_of(act, deal_id)
    undoable(act, UndoableAction.RENAME_DEAL, deal_at(deal_id, listing))
    deal.title = title
    await index_title(act, deal)


async def set_sum(act: Act, deal_id: int, typed: str, listing: DealList | None = None) -> None:
    """Another sum, as people type it; Invalid("sum") where it can not be understood."""
    amount, currency = money_of(typed, act.company.country)
    deal = await open_deal_of(act, deal_id)
    undoable(act, UndoableAction.SET_SUM, deal_at(deal_id, listing))
    deal.amount, deal.currency = amount, currency


async def open_deal_of(act: Act, deal_id: int) -> Deal:
    """The deal while it is open; Stale("deal-closed") afterwards."""
    dossier = await require_deal(act, deal_id)
    deal = dossier.deal(deal_id)
    if deal is None or deal.status is not DealStatus.OPEN:
        raise Stale("deal-closed", ClientAt(dossier.client.id))
    return deal


async def _query(act: Act, only: DealFilter, stage: StageLine | None = None) -> DealQuery:
    return DealQuery(
        people=await people_of(act),
        only=only,
        stale_before=act.now - timedelta(days=act.policy.deal_stale_days),
        closed_after=act.now - timedelta(days=RECENT_DAYS),
        stage=stage.name if stage else None,
    )


def _card(act: Act, deal: Deal, client: Client, owner: User | None) -> DealCard:
    other = owner is not None and owner.id != act.actor.id
    name = owner.name if owner and other else None
    return DealCard(deal_facts(deal), client.id, client.name, act.today, name)
