"""Several clients of the pool chosen by ticks, and those that are looked for (R6, R7)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.method.core.paging import PAGE, page_of
from bot.method.core.places import PoolList
from bot.method.core.refusals import Invalid, NotNow, Stale
from bot.method.core.terms import ClientStatus, UndoableAction
from bot.method.core.texts import clean
from bot.method.people.cards import PeoplePage
from bot.method.pool.cards import PoolPage
from bot.method.pool.filters import PICKED, PoolChoice
from bot.method.pool.leave import LeaveReason
from bot.models.client import Client
from bot.models.dossier import dossiers_of_clients
from bot.models.pool_list import pool_page, pool_size
from bot.models.pool_pick import PoolSearch, pick, picked_of, unpick
from bot.services.core.acts.in_parts import broken_off
from bot.services.core.receivers import receivers_page
from bot.services.core.rights import people_of, require_leader
from bot.services.core.undo import keep_beside, undoable
from bot.services.core.work import Act
from bot.services.pool.giving import PORTION
from bot.services.pool.leaving import to_lost
from bot.services.pool.listing import pool_query, pool_screen

MOST_LOST_AT_ONCE = 100
"""Clients that are called lost by one tap at most."""
_LONGEST = 100


@dataclass(frozen=True)
class LosingPicked:
    """Clients that are being called lost: who is left yet, and how many are lost by now."""

    left: Sequence[int]
    lost: int = 0


async def picking_page(act: Act, page: int, choice: PoolChoice) -> PoolPage:
    """One page of what is chosen of the pool, with who is ticked there and how many are in all."""
    require_leader(act)
    shown = await pool_screen(act, page, choice)
    ids = [line.client_id for line in shown.lines]
    picked = await picked_of(act.session, act.actor.id, ids)
    return replace(shown, picked=picked, picked_total=await picked_count(act))


async def picked_count(act: Act) -> int:
    """How many clients the actor has ticked that are still in the pool."""
    return await pool_size(act.session, await pool_query(act, PICKED))


async def tick(act: Act, client_id: int, *, on: bool) -> None:
    """Tick a client of the pool, or not any more; Stale("client-not-in-pool") where it has left."""
    require_leader(act)
    client = await act.session.get(Client, client_id)
    if client is None or client.status is not ClientStatus.POOL:
        raise Stale("client-not-in-pool", PoolList())
    await _set(act, [client_id], on=on)


async def tick_page(act: Act, page: int, choice: PoolChoice, *, on: bool) -> None:
    """All clients of the page as it is now."""
    require_leader(act)
    query = await pool_query(act, choice)
    page, _ = page_of(page, await pool_size(act.session, query), PAGE)
    rows = await pool_page(act.session, query, page * PAGE, PAGE)
    await _set(act, [client.id for client, *_ in rows], on=on)


async def untick_all(act: Act) -> None:
    """Nobody is ticked any more."""
    require_leader(act)
    await unpick(act.session, act.actor.id)


async def whom(act: Act, page: int) -> tuple[int, PeoplePage]:
    """How many are ticked, and who may get them; Stale("picks-none") where nobody is."""
    require_leader(act)
    return await _some(act), await receivers_page(act, await people_of(act), None, page)


async def to_lose(act: Act) -> int:
    """How many are ticked, to be called lost for good.

    Stale("picks-none") where nobody is, NotNow("picks-many") where too many are.
    """
    require_leader(act)
    count = await _some(act)
    if count > MOST_LOST_AT_ONCE:
        raise NotNow("picks-many", most=MOST_LOST_AT_ONCE)
    return count


async def begin_losing(act: Act, n: int) -> LosingPicked:
    """All that are ticked, as many as were shown; or those that are left where the process was
    ended in the middle.

    Stale("picks-changed") where they are others by now: a second tap loses nobody.
    """
    require_leader(act)
    before = await broken_off(act)
    if before is not None:
        return LosingPicked(before.beside["left"], len(before.clients))
    if await to_lose(act) != n:
        raise Stale("picks-changed", PoolList())
    rows = await pool_page(act.session, await pool_query(act, PICKED), 0, n)
    return LosingPicked([client.id for client, *_ in rows])


async def lose_portion(act: Act, made: LosingPicked, reason: LeaveReason) -> LosingPicked:
    """The next portion of them is lost for good (R7); nothing is left after the last one. Who has
    left the pool by then stays as he is."""
    require_leader(act)
    if reason not in LeaveReason.for_good():
        raise Invalid("button")
    undoable(act, UndoableAction.LOSE, PoolList())
    portion, left = made.left[:PORTION], made.left[PORTION:]
    lost = 0
    for dossier in await dossiers_of_clients(act.session, portion):
        if dossier.client.status is ClientStatus.POOL:
            await to_lost(act, dossier, reason=reason)
            lost += 1
    keep_beside(act, {"left": list(left)})
    await unpick(act.session, act.actor.id, portion)
    return LosingPicked(left, made.lost + lost)


async def look_for(act: Act, typed: str) -> None:
    """Keep what is looked for: a part of a name, or a number; Invalid("pool-search")."""
    require_leader(act)
    said = clean(typed, _LONGEST)
    if not said:
        raise Invalid("pool-search")
    await act.session.merge(PoolSearch(user_id=act.actor.id, typed=said))
    await act.session.flush()


async def _set(act: Act, client_ids: Sequence[int], *, on: bool) -> None:
    if on:
        await pick(act.session, act.actor.id, client_ids, act.now)
    else:
        await unpick(act.session, act.actor.id, client_ids)
    await act.session.flush()


async def _some(act: Act) -> int:
    count = await picked_count(act)
    if not count:
        raise Stale("picks-none", PoolList())
    return count
