"""Recomputing what is kept of a client, to prove that it was right (R3, R4)."""

from collections.abc import Sequence

from bot.models.client import active_after
from bot.models.dossier import Dossier, dossier_of_client
from bot.services.core.coverage import recompute_coverage
from bot.services.core.work import Work
from bot.services.tasks.reminders import keep_reminders_of

_BATCH = 500


async def after(work: Work, client_id: int) -> Sequence[int]:
    """The next active clients by number."""
    return await active_after(work.session, client_id, _BATCH)


async def reconcile(work: Work, client_id: int) -> bool:
    """Settle the client; True where that changed anything that was kept.

    What only waits for its recheck has not drifted: time has changed it, and the next tick would.
    Reminders follow the company's rules from here on; that a rule was changed is no drift.
    """
    dossier = await dossier_of_client(work.session, client_id)
    if dossier is None:
        return False
    before, recheck_at = _kept(dossier), dossier.client.recheck_at
    await recompute_coverage(work, dossier)
    await keep_reminders_of(work, dossier)
    is_due = recheck_at is not None and recheck_at <= work.now
    return _kept(dossier) != before and not is_due


def _kept(dossier: Dossier) -> tuple[object, ...]:
    client = dossier.client
    gaps = {gap.deal_id for gap in dossier.gaps}
    deals = tuple((deal.next_due, deal.gap_since) for deal in dossier.deals)
    return client.next_due, client.gap_since, deals, gaps
