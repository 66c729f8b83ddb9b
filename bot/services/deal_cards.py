"""Reading deals for their screens, and changing their name and sum."""

from decimal import Decimal, InvalidOperation

from bot.method.cards import DealCard, DealPage
from bot.method.refusals import Invalid, NotFound, Stale
from bot.method.terms import DealStatus, Deed
from bot.method.texts import clean
from bot.models.client import Client
from bot.models.deal import Deal, count_open_deals, open_deals
from bot.services.cards import deal_facts
from bot.services.rights import require_deal
from bot.services.undo import undoable
from bot.services.work import Act

PAGE = 8
CURRENCY = "RUB"
_LONGEST_TITLE = 200
_LARGEST = Decimal(10) ** 12
_THOUSANDS = " \u00a0\u202f'"


async def deals(act: Act, page: int) -> DealPage:
    """One page of the actor's open deals."""
    total = await count_open_deals(act.session, act.actor.id)
    pages = max(1, -(-total // PAGE))
    page = min(max(page, 0), pages - 1)
    rows = await open_deals(act.session, act.actor.id, page * PAGE, PAGE)
    lines = tuple(_card(act, deal, client) for deal, client in rows)
    return DealPage(lines, total, page, pages, act.today)


async def deal_card(act: Act, deal_id: int) -> DealCard:
    """One deal, open or not."""
    dossier = await require_deal(act, deal_id)
    deal = await act.session.get(Deal, deal_id)
    if deal is None:
        raise NotFound("thing")
    return _card(act, deal, dossier.client)


async def rename(act: Act, deal_id: int, title: str) -> None:
    """Another name; Invalid("deal-title") where nothing is left of it."""
    shown = clean(title, _LONGEST_TITLE)
    if not shown:
        raise Invalid("deal-title")
    deal = await _open(act, deal_id)
    undoable(act, Deed.RENAME_DEAL, deal.client_id, deal_id=deal_id)
    deal.title = shown


async def set_sum(act: Act, deal_id: int, typed: str) -> None:
    """Another sum, as people type it in roubles; Invalid("sum") where it is no number."""
    amount = sum_typed(typed)
    deal = await _open(act, deal_id)
    undoable(act, Deed.SET_SUM, deal.client_id, deal_id=deal_id)
    deal.amount, deal.currency = amount, CURRENCY


def sum_typed(typed: str) -> int:
    """A sum in minor units: "250 000", "1 250 000,50"."""
    plain = "".join(char for char in typed if char not in _THOUSANDS).replace(",", ".")
    plain = plain.strip().rstrip("\N{RUBLE SIGN}")
    if not plain or not all(char in "0123456789." for char in plain):
        raise Invalid("sum", text=typed[:30])
    try:
        value = Decimal(plain)
    except InvalidOperation:
        raise Invalid("sum", text=typed[:30]) from None
    if not 0 < value < _LARGEST:
        raise Invalid("sum", text=typed[:30])
    return int((value * 100).to_integral_value())


async def _open(act: Act, deal_id: int) -> Deal:
    dossier = await require_deal(act, deal_id)
    deal = dossier.deal(deal_id)
    if deal is None or deal.status is not DealStatus.OPEN:
        raise Stale("deal-closed", ("client", dossier.client.id))
    return deal


def _card(act: Act, deal: Deal, client: Client) -> DealCard:
    return DealCard(deal_facts(deal), client.id, client.name, act.today)
