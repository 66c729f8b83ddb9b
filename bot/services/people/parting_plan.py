"""What would become of everything that somebody has: looked at before it is done (R5)."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.method.core.places import PersonAt
from bot.method.core.refusals import NotFound, Stale
from bot.method.core.terms import Role
from bot.method.people.cards import PeoplePage
from bot.method.people.parting import (
    Heir,
    HeldClient,
    Holding,
    PartingKind,
    PartingWay,
    Shares,
    all_to,
    not_back,
    spread_out,
)
from bot.method.people.parting_cards import LeftAlone, Owned, PartingPlan, PortfolioShare
from bot.models.client import portfolios
from bot.models.holding import held_by, soon_by_owner
from bot.models.user import User, people_away_with, person_locked, users_by_id
from bot.services.core.heads import led_by_nobody
from bot.services.core.receivers import receivers_page
from bot.services.core.rights import (
    leads,
    people_of,
    require_admin,
    require_leader,
    require_receiver,
)
from bot.services.core.substitutes import is_away
from bot.services.core.work import Act
from bot.services.people.access import require_closable
from bot.services.pool.takers import let_go_lately, takers_of

LOAD_DAYS = 14
"""The load is that of so many days from today, the overdue included."""


@dataclass(frozen=True)
class Wish:
    """Why everything of whom goes, and where; `to_id` where it is one person."""

    person_id: int
    kind: PartingKind
    way: PartingWay
    to_id: int | None = None


@dataclass(frozen=True)
class Parting:
    """The plan as it is carried out: who gets which client, and what the preview has shown."""

    wish: Wish
    shares: Shares
    plan: PartingPlan
    back: frozenset[int] = frozenset()
    """The clients that come back to who has let them go lately."""

    @property
    def total(self) -> int:
        """How many clients it is about."""
        return len(self.shares.places)


async def owned(act: Act, person_id: int, kind: PartingKind) -> Owned:
    """What somebody has and whom it would leave alone, for a leader to say where it goes."""
    person = await giver_of(act, person_id, kind)
    holding = sum((client.holding for client in await _held(act, person)), Holding())
    alone = await _left_alone(act, person) if kind is PartingKind.CLOSE else LeftAlone()
    return Owned(person.id, person.name, kind, holding, alone)


async def heirs(act: Act, person_id: int, kind: PartingKind, page: int) -> PeoplePage:
    """Who may get everything: the active people whom the leader answers for, by name."""
    await giver_of(act, person_id, kind)
    return await receivers_page(act, await people_of(act), person_id, page)


async def preview(act: Act, wish: Wish) -> PartingPlan:
    """Who would get how much, and what that makes of the load; changes nothing.

    Stale("parting-nothing") where there is nothing to give away any more.
    """
    made = await planned(act, wish)
    if not made.total:
        raise Stale("parting-nothing", PersonAt(wish.person_id))
    return made.plan


async def planned(act: Act, wish: Wish, rest: Shares | None = None) -> Parting:
    """The same with who gets which client: as was decided for the `rest` where the act is to go on,
    and anew where one of those people can not be given anybody by now."""
    giver = await giver_of(act, wish.person_id, wish.kind)
    clients = await _held(act, giver)
    if rest is None or not await _still_there(act, rest):
        rest = await _shares(act, giver, clients, wish)
    shares = rest
    to = dict(shares.places)
    going = [client for client in clients if client.client_id in to]
    back = [client.client_id for client in going if to[client.client_id] in client.barred]
    plan = await _plan(act, giver, going, shares, wish)
    plan = replace(plan, left=len(clients) - len(going))
    return Parting(wish, shares, plan, frozenset(back))


async def giver_of(act: Act, person_id: int, kind: PartingKind, *, lock: bool = False) -> User:
    """Somebody the leader answers for, with or without access by now; access and role are an
    admin's to change."""
    require_leader(act)
    find = person_locked(act.session, person_id) if lock else act.session.get(User, person_id)
    person = await find
    if person is None or not await leads(act, person):
        raise NotFound("person")
    if kind is PartingKind.CLOSE:
        require_closable(act, person)
    if kind.role is not None:
        require_admin(act)
        if not person.active or person.role is not Role.MANAGER:
            raise Stale("place-same", PersonAt(person_id))
    return person


async def _shares(act: Act, giver: User, clients: Sequence[HeldClient], wish: Wish) -> Shares:
    if wish.way is PartingWay.POOL:
        return all_to(clients, None)
    if wish.way in {PartingWay.ONE, PartingWay.REST}:
        if wish.to_id in (None, giver.id):
            raise NotFound("person")
        heir = (await require_receiver(act, wish.to_id or 0)).id
        if wish.way is PartingWay.ONE:
            return all_to(clients, heir)
        if wish.kind is not PartingKind.HAND_OVER:
            # Nothing may stay with somebody whose access ends.
            raise Stale("parting-changed", PersonAt(giver.id))
        return all_to(not_back(clients, heir), heir)
    people, _ = await takers_of(act, None)
    scope = await people_of(act)
    fit = [person for person in people if person.id != giver.id and scope.holds(person)]
    owned, soon = await _burden(act, fit)
    rooms = [
        Heir(
            person.id,
            owned.get(person.id, 0),
            soon.get(person.id, 0),
            person.team_id == giver.team_id,
        )
        for person in fit
    ]
    # In a thread: a base of twenty thousand would stop the loop for a second.
    return await asyncio.to_thread(spread_out, clients, rooms, act.policy, _workdays(act))


async def _still_there(act: Act, shares: Shares) -> bool:
    """Whether each of these people may be given clients yet."""
    try:
        for person_id in shares.per_person():
            await require_receiver(act, person_id)
    except NotFound:
        return False
    return True


async def _plan(
    act: Act, giver: User, clients: Sequence[HeldClient], shares: Shares, wish: Wish
) -> PartingPlan:
    given = shares.holdings(clients)
    people = await users_by_id(act.session, [heir_id for heir_id in given if heir_id is not None])
    owned, soon = await _burden(act, people)
    to = dict(shares.places)
    barred = [to[client.client_id] for client in clients if to[client.client_id] in client.barred]
    lines = tuple(
        PortfolioShare(
            person.id,
            person.name,
            given[person.id],
            clients_before=owned.get(person.id, 0),
            soon_before=soon.get(person.id, 0),
            let_go=barred.count(person.id),
            away_until=person.away_until if is_away(act, person) else None,
            blocked=not person.reachable,
        )
        for person in sorted(people, key=lambda person: (person.name, person.id))
    )
    return PartingPlan(
        giver.id,
        giver.name,
        wish.kind,
        wish.way,
        wish.to_id,
        shares=lines,
        pooled=given.get(None, Holding()),
        ceiling=act.policy.portfolio_ceiling,
        capacity=act.policy.capacity * _workdays(act),
        days=LOAD_DAYS,
        mark=shares.mark,
    )


async def _held(act: Act, giver: User) -> list[HeldClient]:
    until = act.today_of(giver) + timedelta(days=LOAD_DAYS)
    rows = await held_by(act.session, giver.id, until)
    barred = await let_go_lately(act, [client_id for client_id, _ in rows])
    return [
        HeldClient(client_id, holding, barred.get(client_id, frozenset()))
        for client_id, holding in rows
    ]


async def _burden(act: Act, people: Sequence[User]) -> tuple[Mapping[int, int], Mapping[int, int]]:
    """How many customers, and how many tasks of the coming days, each of them has."""
    until = act.today + timedelta(days=LOAD_DAYS)
    ids = [person.id for person in people]
    return await portfolios(act.session), await soon_by_owner(act.session, ids, until)


def _workdays(act: Act) -> int:
    days = (act.today + timedelta(days=number) for number in range(LOAD_DAYS))
    return sum(act.calendar.is_working(day) for day in days)


async def _left_alone(act: Act, person: User) -> LeftAlone:
    alone = {manager.id for manager in await led_by_nobody(act, without=person)}
    before = {manager.id for manager in await led_by_nobody(act)}
    relying = [
        colleague.name
        for colleague in await people_away_with(act.session, [person.id])
        if colleague.away_until is not None and act.today_of(colleague) <= colleague.away_until
    ]
    return LeftAlone(len(alone - before - {person.id}), tuple(relying))
