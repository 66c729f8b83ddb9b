"""Letting a client go to the pool by hand (R5)."""

from dataclasses import dataclass
from datetime import time

from bot.method.core.places import ClientAt
from bot.method.core.refusals import Invalid, NotNow, Stale
from bot.method.core.terms import ClientStatus, PoolReason, Role, UndoableAction
from bot.method.pool.cards import Releasable
from bot.method.pool.leave import LeaveAsk, LeaveKind, LeaveReason
from bot.models.dossier import Dossier
from bot.models.pool import released_since
from bot.services.core.rights import require_client
from bot.services.core.undo import undoable
from bot.services.core.work import Act
from bot.services.pool.leave.asking import ask_to_leave
from bot.services.pool.leaving import to_pool
from bot.services.pool.reactivation import ask_if_spent, tell_pooled
from bot.services.tasks.tasks import owner_of


@dataclass(frozen=True)
class Released:
    """Which client was let go, or is `asked` about."""

    client_name: str
    asked: bool = False


async def releasable(act: Act, client_id: int) -> Releasable:
    """The client, where the actor may let it go now, or ask a head to; NotNow says why not.

    A manager may let so many go a day by himself, where the company allows it at all.
    """
    dossier = await _releasable(act, client_id)
    asks = await _asks(act)
    return Releasable(client_id, dossier.client.name, _reasons(act, dossier), asks)


async def release(act: Act, client_id: int, reason: PoolReason) -> Released:
    """The owner lets the client go, or a head takes it off. Above the day's number, or where the
    company leaves it to the heads, an owner asks them instead, and the client stays until then.

    Only what the screen offers is taken for a reason: the day's number counts by it.
    """
    dossier = await _releasable(act, client_id)
    if reason not in _reasons(act, dossier):
        raise Invalid("button")
    if await _asks(act) is not None:
        await ask_to_leave(act, dossier, LeaveKind.POOL, LeaveReason(reason))
        return Released(dossier.client.name, asked=True)
    owner = owner_of(dossier)
    undoable(act, UndoableAction.RELEASE, ClientAt(client_id))
    entry = await to_pool(act, dossier, reason)
    await act.session.flush()
    if owner.id != act.actor.id:
        await tell_pooled(act, owner, entry)
    await ask_if_spent(act, dossier.client, owner, entry)
    return Released(dossier.client.name)


def _reasons(act: Act, dossier: Dossier) -> tuple[PoolReason, ...]:
    if dossier.client.owner_id == act.actor.id:
        return PoolReason.of_owner()
    return (PoolReason.HEAD_DECIDED,)


async def _releasable(act: Act, client_id: int) -> Dossier:
    dossier = await require_client(act, client_id)
    if dossier.client.status is not ClientStatus.ACTIVE or dossier.client.owner_id is None:
        raise Stale("client-not-active", ClientAt(client_id))
    # Who only stands in works the tasks: letting clients go is for the owner and the head.
    if act.actor.role is Role.MANAGER and dossier.client.owner_id != act.actor.id:
        raise NotNow("release-by-head-only")
    return dossier


async def _asks(act: Act) -> LeaveAsk | None:
    """Why the actor may only ask the heads; None where he lets clients go himself."""
    if act.actor.role is not Role.MANAGER:
        return None
    if not act.policy.release_allowed:
        return LeaveAsk.RULE
    midnight = act.time_of(act.actor).at(act.today, time())
    gone = await released_since(act.session, act.actor.id, midnight)
    return LeaveAsk.ENOUGH if gone >= act.policy.release_per_day else None
