"""A deal that ends, and the question that follows (R4, R11)."""

from bot.method.core.cards import NextStep
from bot.method.core.terms import DealStatus, LossReason, Outcome
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
) -> NextStep:
    """Close the deal and ask for the next task; the last one closed leaves the client to R4."""
    dossier = await close_deal(act, deal_id, status, reason, task_id=task_id)
    outcome = Outcome.WON if status is DealStatus.WON else Outcome.REFUSED
    return await next_step(act, dossier.client.id, outcome=outcome, dossier=dossier)
