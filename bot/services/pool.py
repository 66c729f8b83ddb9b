"""The pool: releasing into it and handing out of it (R5, R6)."""

from dataclasses import dataclass
from datetime import time, timedelta

from bot.method.distribution import Distribution, PoolClient, Taker, distribute
from bot.method.refusals import NotFound, NotNow, Stale
from bot.method.terms import (
    ClientStatus,
    PoolReason,
    Role,
)
from bot.models.client import Client, portfolios
from bot.models.dossier import Dossier, dossier_of_client
from bot.models.pool import (
    least_tried,
    open_attempts_by_user,
    released_since,
    who_let_go,
)
from bot.models.user import User, active_managers
from bot.services.leaving import to_pool
from bot.services.reactivation import give, tell_pooled
from bot.services.rights import require_client, require_leader
from bot.services.work import Act, Work

_LOOKED_AT = 2000
"""How many clients of the pool one hand-out considers."""


@dataclass(frozen=True)
class HandOut:
    """A hand-out before or after it is carried out: who gets how many, and who stays."""

    plan: Distribution
    people: dict[int, User]


@dataclass(frozen=True)
class Assigned:
    """Who has which client now."""

    client_name: str
    person_name: str


async def may_release(act: Act, client_id: int) -> Client:
    """The client, where the actor may let it go now; NotNow says why not.

    A manager may let so many go a day, and only where the company allows it at all.
    """
    dossier = await require_client(act, client_id)
    if dossier.client.status is not ClientStatus.ACTIVE:
        raise Stale("client-not-active", ("client", client_id))
    if act.actor.role is Role.MANAGER:
        if not act.policy.release_allowed:
            raise NotNow("release-by-head-only")
        since = act.time_of(act.actor).at(act.today, time())
        if await released_since(act.session, act.actor.id, since) >= act.policy.release_per_day:
            raise NotNow("release-enough", count=act.policy.release_per_day)
    return dossier.client


async def another_round(act: Act, client_id: int) -> None:
    """The attempts of a client of the pool are counted anew. Head and admin only."""
    require_leader(act)
    client = (await _in_pool(act, client_id)).client
    client.attempts, client.cooldown_until = 0, None


async def release(act: Act, client_id: int, reason: PoolReason, comment: str | None = None) -> int:
    """The owner lets the client go, or a head takes it off; returns the pool entry's id."""
    owner_id = (await may_release(act, client_id)).owner_id
    dossier = await require_client(act, client_id)
    entry = await to_pool(act, dossier, reason, comment)
    await act.session.flush()
    if owner_id is not None and owner_id != act.actor.id:
        owner = await act.session.get_one(User, owner_id)
        await tell_pooled(act, owner, entry)
    return entry.id


async def preview(act: Act, n: int, person_id: int | None = None) -> HandOut:
    """What handing out `n` clients would give; changes nothing. Head and admin only."""
    require_leader(act)
    return await _plan(act, n, person_id, automatic=False)


async def hand_out(act: Act, n: int, person_id: int | None = None) -> HandOut:
    """Hand out up to `n` clients fairly, or all to one person named by hand."""
    require_leader(act)
    return await _carry_out(act, await _plan(act, n, person_id, automatic=False))


async def hand_out_weekly(work: Work) -> HandOut:
    """The periodical hand-out (R6): waits for cooldowns, keeps to the number a manager."""
    return await _carry_out(work, await _plan(work, None, None, automatic=True))


async def assign(act: Act, client_id: int, person_id: int, *, confirmed: bool = False) -> Assigned:
    """One client to one person by hand; to somebody who let it go only when confirmed."""
    require_leader(act)
    person = await act.session.get(User, person_id)
    if person is None or not person.active:
        raise NotFound("person")
    dossier = await _in_pool(act, client_id)
    barred = await _barred(act, [client_id])
    if person.id in barred.get(client_id, frozenset()) and not confirmed:
        raise NotNow("let-go-recently", client_id=client_id, person_id=person_id, name=person.name)
    await give(act, dossier, person)
    return Assigned(dossier.client.name, person.name)


async def _plan(work: Work, n: int | None, person_id: int | None, *, automatic: bool) -> HandOut:
    people = [
        person
        for person in await active_managers(work.session)
        if person_id is None or person.id == person_id
    ]
    if person_id is not None and not people:
        named = await work.session.get(User, person_id)
        people = [named] if named is not None and named.active else []
    if not people:
        raise NotNow("nobody-to-give")
    rows = await least_tried(work.session, _LOOKED_AT)
    barred = await _barred(work, [client.id for client, _ in rows])
    clients = [
        PoolClient(
            client_id=client.id,
            team_id=team_id,
            barred=barred.get(client.id, frozenset()),
            entered_at=client.pooled_at or client.created_at,
            cooldown_until=client.cooldown_until,
            attempts=client.attempts,
        )
        for client, team_id in rows
    ]
    owned, open_ = await portfolios(work.session), await open_attempts_by_user(work.session)
    takers = [
        Taker(person.id, person.team_id, owned.get(person.id, 0), open_.get(person.id, 0))
        for person in people
    ]
    plan = distribute(clients, takers, n, work.policy, work.now, automatic=automatic)
    return HandOut(plan, {person.id: person for person in people})


async def _carry_out(work: Work, hand_out: HandOut) -> HandOut:
    for client_id, person_id in hand_out.plan.assignments:
        dossier = await _in_pool(work, client_id)
        await give(work, dossier, hand_out.people[person_id])
    return hand_out


async def _in_pool(work: Work, client_id: int) -> Dossier:
    dossier = await dossier_of_client(work.session, client_id)
    if dossier is None:
        raise NotFound("client")
    if dossier.client.status is not ClientStatus.POOL:
        raise Stale("client-not-in-pool", ("client", client_id))
    return dossier


async def _barred(work: Work, client_ids: list[int]) -> dict[int, frozenset[int]]:
    since = work.now - timedelta(days=work.policy.not_back_days)
    return dict(await who_let_go(work.session, client_ids, since))
