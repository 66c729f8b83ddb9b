"""Carrying a hand-out out, portion by portion (R6)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.method.core.places import HandOutPreview, PoolList
from bot.method.core.refusals import Stale
from bot.method.core.terms import ClientStatus, UndoableAction
from bot.method.pool.cards import HandOutFacts
from bot.method.pool.filters import PoolChoice, PoolFilter
from bot.models.client import clients_by_id
from bot.models.dossier import dossiers_of_clients
from bot.models.pool import open_attempts_of
from bot.models.pool_pick import unpick
from bot.models.user import users_by_id
from bot.services.core.acts.in_parts import broken_off
from bot.services.core.outbox import enqueue
from bot.services.core.rights import require_leader
from bot.services.core.undo import keep_beside, undoable
from bot.services.core.work import Act, Work
from bot.services.pool.handing_out import preview
from bot.services.pool.messages import AttemptMessage
from bot.services.pool.reactivation import give

PORTION = 30
"""Clients that one transaction gives: a tap of somebody else waits for one at most."""

Pairs = Sequence[tuple[int, int]]
"""Clients and who gets them, by their numbers."""


@dataclass(frozen=True)
class HandingOut:
    """A hand-out on its way: what is to be given yet and what is given."""

    asked: HandOutPreview
    left: Pairs
    given: Pairs = ()

    @property
    def total(self) -> int:
        """How many clients are given in the end, if nothing comes between."""
        return len(self.left) + len(self.given)


async def begin(act: Act, asked: HandOutPreview, mark: int) -> HandingOut:
    """Exactly what the preview of this mark has shown, or what is left of it where the process was
    ended in the middle.

    Stale("hand-out-changed") where the pool or the people are others by now, or where it was
    done already: a second tap gives nothing twice.
    """
    require_leader(act)
    before = await broken_off(act)
    if before is not None:
        rows = await clients_by_id(act.session, before.clients)
        given = [(client.id, owner.id) for client, owner in rows if owner is not None]
        return HandingOut(
            asked, [(client, person) for client, person in before.beside["left"]], given
        )
    choice = PoolChoice(asked.only, asked.giver)
    planned = await preview(act, asked.n, asked.person_id, choice, asked.way)
    if not planned.plan.assignments or planned.plan.mark != mark:
        raise Stale("hand-out-changed", asked)
    return HandingOut(asked, planned.plan.assignments)


async def carry_out(act: Act, made: HandingOut) -> HandingOut:
    """Give the next portion; nothing is left of the hand-out after its last one. Who has left the
    pool by then, or was to go to somebody without access, stays as he is.

    Stale("hand-out-changed") where that is so with all of it.
    """
    require_leader(act)
    undoable(act, UndoableAction.HAND_OUT, PoolList())
    portion, left = made.left[:PORTION], made.left[PORTION:]
    given = await give_some(act, portion, tell=False)
    keep_beside(act, {"left": [list(pair) for pair in left]})
    if made.asked.only is PoolFilter.PICKED:
        await unpick(act.session, act.actor.id, [client_id for client_id, _ in given])
    made = replace(made, left=left, given=[*made.given, *given])
    if not made.left and not made.given:
        raise Stale("hand-out-changed", made.asked)
    if not made.left:
        await _tell(act, made.given)
    return made


def by_person(pairs: Pairs) -> Sequence[Pairs]:
    """What each person gets."""
    found: dict[int, list[tuple[int, int]]] = {}
    for client_id, person_id in pairs:
        found.setdefault(person_id, []).append((client_id, person_id))
    return list(found.values())


async def give_some(work: Work, pairs: Pairs, *, tell: bool = True) -> Pairs:
    """Those of the clients that are still in the pool, to those who still have access."""
    receivers = dict(pairs)
    users = await users_by_id(work.session, sorted(set(receivers.values())))
    people = {person.id: person for person in users if person.active}
    given = []
    for dossier in await dossiers_of_clients(work.session, list(receivers)):
        person = people.get(receivers[dossier.client.id])
        if person is not None and dossier.client.status is ClientStatus.POOL:
            await give(work, dossier, person, tell=tell)
            given.append((dossier.client.id, person.id))
    return given


async def tell_of_part(act: Act, client_ids: Sequence[int]) -> None:
    """The hand-out has failed in the middle: who has got clients hears of it once it can not be
    taken back any more, whether it goes on or not; nobody is told twice."""
    undoable(act, UndoableAction.HAND_OUT, PoolList())
    rows = await clients_by_id(act.session, client_ids)
    given = [(client.id, owner.id) for client, owner in rows if owner is not None]
    await _tell(act, given)


async def _tell(act: Act, given: Pairs) -> None:
    """All at one moment, with the last portion: who gets many clients reads one list of them."""
    receivers = dict(given)
    users = await users_by_id(act.session, sorted(set(receivers.values())))
    people = {person.id: person for person in users}
    for attempt in await open_attempts_of(act.session, list(receivers)):
        if attempt.user_id == receivers[attempt.client_id]:
            about = AttemptMessage(attempt.client_id, attempt.id)
            await enqueue(act, people[attempt.user_id], about)


async def handed_out(act: Act, made: HandingOut) -> HandOutFacts:
    """Who has got how many, the largest share first."""
    asked, counts = made.asked, Counter(person_id for _, person_id in made.given)
    people = {person.id: person.name for person in await users_by_id(act.session, list(counts))}
    shares = tuple((people[person_id], count) for person_id, count in counts.most_common())
    choice = PoolChoice(asked.only, asked.giver)
    return HandOutFacts(asked.n, shares, {}, asked.person_id, choice=choice, way=asked.way)
