"""Letting a client go to the pool by hand (R5)."""

from datetime import time

from bot.method.core.places import ClientAt
from bot.method.core.refusals import Invalid, NotNow, Stale
from bot.method.core.terms import ClientStatus, PoolReason, Role, UndoableAction
from bot.method.pool.cards import Releasable
from bot.models.dossier import Dossier
from bot.models.pool import released_since
from bot.services.core.rights import require_client
from bot.services.core.undo import undoable
from bot.services.core.work import Act
from bot.services.pool.leaving import to_pool
from bot.services.pool.reactivation import ask_if_spent, tell_pooled
from bot.services.tasks.tasks import owner_of


async def releasable(act: Act, client_id: int) -> Releasable:
    """The client, where the actor may let it go now; NotNow says why not.

    A manager may let so many go a day, and only where the company allows it at all.
    """
    dossier = await _releasable(act, client_id)
    return Releasable(client_id, dossier.client.name, _reasons(act, dossier))


async def release(act: Act, client_id: int, reason: PoolReason, comment: str | None = None) -> str:
    """The owner lets the client go, or a head takes it off; returns the client's name.

    Only what the screen offers is taken for a reason: the day's limit counts by it.
    """
    dossier = await _releasable(act, client_id)
    if reason not in _reasons(act, dossier):
        raise Invalid("button")
    owner = owner_of(dossier)
    undoable(act, UndoableAction.RELEASE, ClientAt(client_id))
    entry = await to_pool(act, dossier, reason, comment)
    await act.session.flush()
    if owner.id != act.actor.id:
        await tell_pooled(act, owner, entry)
    await ask_if_spent(act, dossier.client, owner, entry)
    return dossier.client.name


def _reasons(act: Act, dossier: Dossier) -> tuple[PoolReason, ...]:
    if dossier.client.owner_id == act.actor.id:
        return PoolReason.of_owner()
    return (PoolReason.HEAD_DECIDED,)


async def _releasable(act: Act, client_id: int) -> Dossier:
    dossier = await require_client(act, client_id)
    if dossier.client.status is not ClientStatus.ACTIVE or dossier.client.owner_id is None:
        raise Stale("client-not-active", ClientAt(client_id))
    if act.actor.role is Role.MANAGER:
        # Who only stands in works the tasks: letting clients go is for the owner and the head.
        if not act.policy.release_allowed or dossier.client.owner_id != act.actor.id:
            raise NotNow("release-by-head-only")
        midnight = act.time_of(act.actor).at(act.today, time())
        if await released_since(act.session, act.actor.id, midnight) >= act.policy.release_per_day:
            raise NotNow("release-enough", count=act.policy.release_per_day)
    return dossier
