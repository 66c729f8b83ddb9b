"""Who takes part in a hand-out, and why the others do not (R6)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from bot.method.core.refusals import NotNow
from bot.method.core.terms import Direction
from bot.method.pool.capacity import AHEAD, free_places
from bot.method.pool.distribution import Unfit
from bot.models.client import portfolios
from bot.models.pool import who_let_go
from bot.models.pool_list import gaps_by_owner
from bot.models.task import open_counts
from bot.models.user import User, active_managers
from bot.services.core.substitutes import is_away, is_spared
from bot.services.core.work import Work

_AT_ONCE = 2000
"""Clients in one statement: a database takes only so many values."""

Takers = tuple[Sequence[User], Mapping[int, tuple[User, Unfit]]]
"""Who takes part; and who does not, by id, with why."""


async def takers_of(work: Work, person_id: int | None) -> Takers:
    """All managers who may be given clients; or the one who is named, even on vacation or with
    gaps, but never who is spared. NotNow("nobody-to-give") where there is nobody at all."""
    if person_id is not None:
        # Heads and admins own clients too, but get them only when named.
        named = await work.session.get(User, person_id)
        if named is None or not named.active:
            raise NotNow("nobody-to-give")
        require_not_spared(work, named)
        return [named], {}
    managers = await active_managers(work.session)
    if not managers:
        raise NotNow("nobody-to-give")
    gaps = await gaps_by_owner(work.session)
    unfit = {
        manager.id: (manager, why)
        for manager in managers
        if (why := _unfit(work, manager, gaps.get(manager.id, 0))) is not None
    }
    return [manager for manager in managers if manager.id not in unfit], unfit


def require_not_spared(work: Work, person: User) -> None:
    """NotNow("hand-outs-paused") where nothing is handed out to the person for now."""
    if is_spared(work, person):
        raise NotNow("hand-outs-paused", name=person.name)


async def free_of(work: Work, people: Sequence[User]) -> Mapping[int, int]:
    """How many more tasks fit into the next two weeks of each person."""
    today = {person.id: work.today_of(person) for person in people}
    until = max(today.values(), default=work.now.date()) + timedelta(days=AHEAD)
    planned: dict[int, Counter[date]] = {person.id: Counter() for person in people}
    for owner_id, direction, on, _, count in await open_counts(work.session, list(planned), until):
        if direction is Direction.OUTBOUND and on is not None:
            planned[owner_id][on] += count
    return {
        person.id: free_places(
            planned[person.id], today[person.id], work.calendar_of(person), work.policy.capacity
        )
        for person in people
    }


async def full(work: Work) -> frozenset[int]:
    """Who has as many clients as anybody may be given."""
    owned, most = await portfolios(work.session), work.policy.portfolio_ceiling
    return frozenset(owner for owner, count in owned.items() if count >= most)


async def require_room(work: Work, person: User) -> None:
    """NotNow("portfolio-full") where the person has as many clients as anybody may be given."""
    if person.id in await full(work):
        raise NotNow("portfolio-full", name=person.name, most=work.policy.portfolio_ceiling)


async def let_go_lately(work: Work, client_ids: Sequence[int]) -> Mapping[int, frozenset[int]]:
    """Everybody who has let each of the clients go within `not_back_days`."""
    since = work.now - timedelta(days=work.policy.not_back_days)
    found: dict[int, frozenset[int]] = {}
    for start in range(0, len(client_ids), _AT_ONCE):
        found |= await who_let_go(work.session, client_ids[start : start + _AT_ONCE], since)
    return found


def _unfit(work: Work, person: User, gaps: int) -> Unfit | None:
    if not person.reachable:
        return Unfit.BLOCKED
    if is_away(work, person):
        return Unfit.AWAY
    if is_spared(work, person):
        return Unfit.SPARED
    most = work.policy.hand_out_gaps
    return Unfit.GAPS if most and gaps > most else None
