"""A deal that ends, and the question that follows (R4, R11)."""

from bot.method.core.terms import DealStatus, LossReason, Outcome
from bot.method.deals.cards import DealEnded
from bot.models.deal import Deal
from bot.models.dossier import Dossier
from bot.services.core.cards import deal_facts
from bot.services.core.rights import require_client
from bot.services.core.work import Act
from bot.services.deals.deals import close_deal
from bot.services.tasks.asking import next_step


async def close_and_ask(
    act: Act,
    deal_id: int,
    status: DealStatus,
    reason: LossReason | None = None,
    *,
    task_id: int | None = None,
) -> DealEnded:
    """Close the deal and ask for the next task; the last one closed leaves the client to R4."""
    dossier = await close_deal(act, deal_id, status, reason, task_id=task_id)
    return await _ended(act, await act.session.get_one(Deal, deal_id), dossier)


async def ended_again(act: Act, deal_id: int) -> DealEnded:
    """The same about a deal that the actor has closed a moment ago; changes nothing."""
    deal = await act.session.get_one(Deal, deal_id)
    return await _ended(act, deal, await require_client(act, deal.client_id))


async def _ended(act: Act, deal: Deal, dossier: Dossier) -> DealEnded:
    outcome = Outcome.WON if deal.status is DealStatus.WON else Outcome.REFUSED
    ask = await next_step(act, dossier.client.id, outcome=outcome, dossier=dossier)
    return DealEnded(deal_facts(deal), ask)
