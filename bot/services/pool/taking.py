"""A client of the pool that somebody takes by himself, where the company allows it (R6)."""

from datetime import time, timedelta

from bot.method.core.places import ClientAt, PoolList
from bot.method.core.refusals import NotFound, NotNow, Stale
from bot.method.core.terms import Role, UndoableAction
from bot.method.inbound.matching import fold_name
from bot.method.pool.attempts import attempts_spent
from bot.models.dossier import Dossier
from bot.models.pool import open_reactivation, taken_since
from bot.models.pool_list import pooled_called
from bot.models.user import User
from bot.services.core.undo import undoable
from bot.services.core.work import Act
from bot.services.pool.again import has_let_go
from bot.services.pool.handing_out import Assigned, pooled
from bot.services.pool.reactivation import give
from bot.services.pool.takers import require_room

_JUST_NOW = timedelta(days=1)
"""So long the list on somebody's screen may still hold a client that another one has taken."""


def may_take(act: Act) -> bool:
    """Whether the actor may take clients by himself; leaders assign them."""
    return act.policy.self_take_allowed and act.actor.role not in Role.leaders()


async def named(act: Act, typed: str) -> int:
    """The client of the pool that the actor would take, by its number or a part of its name."""
    if act.actor.role in Role.leaders():
        raise NotNow("take-by-assigning")
    if not may_take(act):
        raise NotNow("take-off")
    number = typed.strip().lstrip("№#").strip()
    if number.isascii() and number.isdigit():
        return int(number[:9])
    name = fold_name(typed)
    found = await pooled_called(act.session, name, 2) if name else ()
    if not found:
        raise NotFound("client")
    if len(found) > 1:
        raise NotNow("take-several")
    return found[0]


async def take(act: Act, client_id: int) -> Assigned:
    """An attempt of the actor's own: so many a day, none of a client that has just come to the
    pool or that he let go lately; NotNow says why not."""
    if not may_take(act):
        raise NotFound("client")
    dossier = await _to_take(act, client_id)
    policy, client = act.policy, dossier.client
    came = client.pooled_at or client.created_at
    midnight = act.time_of(act.actor).at(act.today, time())
    if came > act.now - policy.self_take_after:
        since = came + policy.self_take_after
        raise NotNow("take-too-early", at=since.astimezone(act.zone))
    if await has_let_go(act, client_id, act.actor):
        raise NotNow("take-let-go", days=policy.not_back_days)
    if attempts_spent(client.attempts, policy):
        raise NotNow("attempts-spent", count=client.attempts)
    taken = await taken_since(act.session, act.actor.id, midnight, but=client_id)
    if taken >= policy.self_take_per_day:
        raise NotNow("take-enough", count=policy.self_take_per_day)
    await require_room(act, act.actor)
    undoable(act, UndoableAction.ASSIGN, PoolList())
    await give(act, dossier, act.actor, tell=False)
    return Assigned(client.name, act.actor.name)


async def _to_take(act: Act, client_id: int) -> Dossier:
    """The client, still in the pool; Stale("taken-already") names who was the first to take it.

    The name is no secret here: until then the pool has shown the client to everybody.
    """
    try:
        return await pooled(act, client_id)
    except Stale:
        first = await open_reactivation(act.session, client_id)
        own = first is not None and first.user_id == act.actor.id
        if first is None or own or first.started_at <= act.now - _JUST_NOW:
            raise
        owner = await act.session.get_one(User, first.user_id)
        raise Stale("taken-already", ClientAt(client_id), name=owner.name) from None
