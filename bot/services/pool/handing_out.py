"""Handing clients out of the pool (R6)."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.method.core.places import ClientAt
from bot.method.core.refusals import NotFound, NotNow, Stale
from bot.method.core.terms import ClientStatus, Event, UndoableAction
from bot.method.pool.again import WhyAgain
from bot.method.pool.attempts import attempts_spent
from bot.method.pool.cards import Assignable
from bot.method.pool.distribution import (
    Distribution,
    PoolClient,
    Taker,
    Unfit,
    distribute,
    why_none,
)
from bot.method.pool.filters import EVERYBODY, HandOutWay, PoolChoice
from bot.models.client import portfolios
from bot.models.dossier import Dossier, dossier_of_client
from bot.models.pool import open_attempts_by_user
from bot.models.pool_list import least_tried
from bot.models.user import User
from bot.services.core.rights import require_leader, require_receiver
from bot.services.core.timeline import note
from bot.services.core.undo import undoable
from bot.services.core.work import Act, Work
from bot.services.pool.again import due_reason
from bot.services.pool.chosen import chosen_of
from bot.services.pool.reactivation import give
from bot.services.pool.takers import (
    free_of,
    let_go_lately,
    require_not_spared,
    require_room,
    takers_of,
)

MOST_AT_ONCE = 500
"""Clients that one hand-out by hand gives at most."""
_LOOKED_AT = 2000
"""How many clients of the pool one hand-out considers."""


@dataclass(frozen=True)
class HandOut:
    """A hand-out before or after it is carried out: who gets how many, and who stays."""

    plan: Distribution
    people: dict[int, User]
    without: Mapping[int, tuple[User, Unfit]]
    """Who is given nobody, and why."""
    free: Mapping[int, int]
    """How many more tasks fit into the days to come, by person; where that has decided."""


@dataclass(frozen=True)
class Assigned:
    """Who has which client now."""

    client_name: str
    person_name: str


@dataclass(frozen=True)
class _Order:
    """What is to be handed out: to whom (None: all), which, and how; `n` None is as many as fit."""

    n: int | None = None
    person_id: int | None = None
    choice: PoolChoice = EVERYBODY
    way: HandOutWay = HandOutWay.TURNS
    automatic: bool = False


_WEEKLY = _Order(automatic=True)


async def another_round(act: Act, client_id: int) -> str:
    """The attempts of a client that has none left are counted anew; returns its name.

    Head and admin only.
    """
    require_leader(act)
    dossier = await pooled(act, client_id)
    client = dossier.client
    if not _spent(act, dossier):
        raise Stale("attempts-left", ClientAt(client_id))
    undoable(act, UndoableAction.ANOTHER_ROUND, ClientAt(client_id))
    client.attempts, client.cooldown_until = 0, None
    note(act, Event.ANOTHER_ROUND, client_id)
    return client.name


async def assignable(act: Act, client_id: int) -> Assignable:
    """A client of the pool, for a leader to decide about."""
    require_leader(act)
    dossier = await pooled(act, client_id)
    client = dossier.client
    return Assignable(client_id, client.name, client.attempts, _spent(act, dossier))


async def preview(
    act: Act,
    n: int,
    person_id: int | None = None,
    choice: PoolChoice = EVERYBODY,
    way: HandOutWay = HandOutWay.TURNS,
) -> HandOut:
    """What handing out `n` clients of those chosen would give; changes nothing. Head and admin
    only."""
    require_leader(act)
    if person_id is not None:
        await require_receiver(act, person_id)
    by_hand = _Order(min(n, MOST_AT_ONCE), person_id, choice, way)
    return await _plan(act, by_hand)


async def weekly_plan(work: Work) -> HandOut:
    """What the periodical hand-out (R6) gives: it waits for cooldowns, keeps to the number a
    manager."""
    return await _plan(work, _WEEKLY)


async def weekly_preview(act: Act) -> HandOut:
    """What the weekly hand-out would give now, and why nobody is given to the others; changes
    nothing. Head and admin only."""
    require_leader(act)
    return await weekly_plan(act)


async def assign(
    act: Act, client_id: int, person_id: int, again: WhyAgain | None = None
) -> Assigned:
    """One client to one person by hand; to somebody who let it go lately only with a reason:
    NotNow("let-go-recently")."""
    person = await require_receiver(act, person_id)
    require_not_spared(act, person)
    dossier = await pooled(act, client_id)
    if _spent(act, dossier):
        raise NotNow("attempts-spent", count=dossier.client.attempts)
    due = await due_reason(act, client_id, person, again)
    await require_room(act, person)
    undoable(act, UndoableAction.ASSIGN, ClientAt(client_id))
    await give(act, dossier, person, again=due)
    return Assigned(dossier.client.name, person.name)


async def _plan(work: Work, order: _Order) -> HandOut:
    people, unfit = await takers_of(work, order.person_id)
    chosen = await chosen_of(work, work.actor_id, order.choice)
    rows = await least_tried(work.session, chosen, _LOOKED_AT)
    let_go = await let_go_lately(work, [client.id for client, _ in rows])
    clients = [
        PoolClient(
            client_id=client.id,
            team_id=team_id,
            barred=let_go.get(client.id, frozenset()),
            entered_at=client.pooled_at or client.created_at,
            cooldown_until=client.cooldown_until,
            attempts=client.attempts,
        )
        for client, team_id in rows
    ]
    owned, open_ = await portfolios(work.session), await open_attempts_by_user(work.session)
    free = await free_of(work, people) if order.way is HandOutWay.CAPACITY else {}
    takers = [
        Taker(
            person.id,
            person.team_id,
            owned.get(person.id, 0),
            open_.get(person.id, 0),
            free.get(person.id, 0),
        )
        for person in people
    ]
    automatic, way = order.automatic, order.way
    plan = distribute(clients, takers, order.n, work.policy, work.now, automatic=automatic, way=way)
    named = {person.id: person for person in people}
    none = why_none(plan, takers, work.policy, automatic=automatic, way=way)
    without = {person_id: (named[person_id], why) for person_id, why in none.items()}
    return HandOut(plan, named, {**without, **unfit}, free)


async def pooled(work: Work, client_id: int) -> Dossier:
    """The dossier of a client of the pool; Stale("client-not-in-pool") where he has left it."""
    dossier = await dossier_of_client(work.session, client_id)
    if dossier is None:
        raise NotFound("client")
    if dossier.client.status is not ClientStatus.POOL:
        raise Stale("client-not-in-pool", ClientAt(client_id))
    return dossier


def _spent(work: Work, dossier: Dossier) -> bool:
    return attempts_spent(dossier.client.attempts, work.policy)
