"""A client leaves its owner: to the pool or lost for good, in one transaction (R5, R7)."""

from datetime import timedelta

from bot.method.core.journal import LOST, POOL, JournalKind, owner_word
from bot.method.core.terms import (
    CancelReason,
    ClientStatus,
    DealStatus,
    Event,
    GapClose,
    LossReason,
    PoolReason,
)
from bot.method.pool.attempts import ReactivationStatus
from bot.method.pool.leave import LeaveReason
from bot.models.dossier import Dossier
from bot.models.pool import PoolEntry, open_reactivation, open_stay
from bot.services.core.coverage import recompute_coverage
from bot.services.core.journal.recording import record
from bot.services.core.timeline import note
from bot.services.core.work import Work
from bot.services.deals.deals import end_deal
from bot.services.tasks.ending import cancel_tasks


async def to_pool(
    work: Work, dossier: Dossier, reason: PoolReason, comment: str | None = None
) -> PoolEntry:
    """Take the client off its owner: deals lost with the reason "pool", tasks cancelled, gaps
    closed, an open attempt ended. The caller has checked the right and the state."""
    client = dossier.client
    before = owner_word(client.owner_id)
    entry = PoolEntry(
        client_id=client.id,
        from_user_id=client.owner_id,
        reason=reason,
        comment=comment,
        entered_at=work.now,
    )
    work.session.add(entry)
    await _let_go(work, dossier, ClientStatus.POOL, GapClose.POOLED, LossReason.POOL)
    client.pooled_at = work.now
    note(work, Event.POOLED, client.id, why=reason, comment=comment)
    record(work, JournalKind.OWNER, before, POOL, client_id=client.id, subject=reason)
    return entry


async def to_lost(
    work: Work, dossier: Dossier, comment: str | None = None, reason: LeaveReason | None = None
) -> None:
    """Closed for reactivation (R7). The caller has checked that a head or an admin says so."""
    client_id, before = dossier.client.id, dossier.client.owner_id
    stay = await open_stay(work.session, client_id)
    if stay is not None:
        stay.left_at = work.now
    await _let_go(work, dossier, ClientStatus.LOST, GapClose.LOST, LossReason.OTHER)
    dossier.client.pooled_at = None
    note(work, Event.LOST, client_id, comment=comment, why=reason, before=before)
    record(work, JournalKind.LOST, owner_word(before), LOST, client_id=client_id)


async def to_nobody(work: Work, dossier: Dossier) -> None:
    """The client's data go on demand: nobody has the client any more, nor can. The caller has
    checked that an admin says so."""
    client_id, before = dossier.client.id, dossier.client.owner_id
    stay = await open_stay(work.session, client_id)
    if stay is not None:
        stay.left_at = work.now
    await _let_go(work, dossier, ClientStatus.ERASED, GapClose.ERASED, LossReason.OTHER)
    dossier.client.pooled_at = None
    note(work, Event.ERASED, client_id, before=before)


async def end_attempt(
    work: Work, dossier: Dossier, status: ReactivationStatus
) -> ReactivationStatus | None:
    """End the client's open reactivation attempt, if there is one; None when there is none.

    An attempt that did not succeed starts the cooldown of the automatic hand-out.
    """
    attempt = await open_reactivation(work.session, dossier.client.id)
    if attempt is None:
        return None
    attempt.status = status
    attempt.ended_at = work.now
    if status is not ReactivationStatus.RETURNED:
        cooldown = timedelta(days=work.policy.cooldown_days)
        dossier.client.cooldown_until = work.now + cooldown
    note(work, Event.REACTIVATION_ENDED, dossier.client.id, status=status, attempt=attempt.attempt)
    return status


async def _let_go(
    work: Work, dossier: Dossier, status: ClientStatus, closing: GapClose, loss: LossReason
) -> None:
    await end_attempt(work, dossier, ReactivationStatus.FAILED)
    for deal in list(dossier.deals):
        end_deal(work, dossier, deal, DealStatus.LOST, loss)
    cancel_tasks(work, dossier, list(dossier.tasks), CancelReason.CLIENT_LEFT)
    dossier.client.status = status
    dossier.give_to(None)
    await recompute_coverage(work, dossier, closing=closing)
