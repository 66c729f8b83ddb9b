"""Everything that somebody has goes elsewhere, in portions, then access or role change (R5)."""

from collections import Counter
from collections.abc import Iterable, Mapping

from bot.method.core.places import PersonAt
from bot.method.core.refusals import NotNow, Stale
from bot.method.core.terms import PoolReason, UndoableAction
from bot.method.people.parting import PartingKind, Shares
from bot.method.people.parting_cards import Gone, PartedNotice
from bot.method.pool.again import WhyAgain
from bot.models.base import JsonDict, flush_many
from bot.models.dossier import dossiers_of_clients
from bot.models.user import User, users_by_id
from bot.services.core import undo
from bot.services.core.acts.in_parts import DoneBefore, broken_off, first_part, kept_before
from bot.services.core.outbox import enqueue
from bot.services.core.plain_json import plain
from bot.services.core.rights import require_receiver
from bot.services.core.undo import TakenBack
from bot.services.core.work import Act
from bot.services.people import access, roles
from bot.services.people.messages import PartedMessage
from bot.services.people.parting_plan import Parting, giver_of
from bot.services.pool.handover import move_client
from bot.services.pool.leaving import to_pool
from bot.services.pool.messages import HandedOverAllMessage

PORTION = 30
"""Clients that one transaction gives away: a tap of somebody else waits for one at most."""

_GONE = "gone"
"""Where each part keeps who has got how many so far, as pairs: the last one tells all of them."""
_PLACES = "places"
"""Where the first part keeps who gets which client. The rest is given so after a crash as well:
planned anew it would be another plan, for those who have got clients have gaps by then."""

_DEEDS: Mapping[PartingKind, UndoableAction] = {
    PartingKind.HAND_OVER: UndoableAction.HAND_OVER_ALL,
    PartingKind.CLOSE: UndoableAction.CLOSE_ACCESS,
    PartingKind.HEAD: UndoableAction.CHANGE_ROLE,
    PartingKind.ADMIN: UndoableAction.CHANGE_ROLE,
}


def confirm(made: Parting, mark: int) -> None:
    """The plan is to be carried out, as the preview of this mark has shown it.

    Stale("parting-changed") where anything is different by now, or where it was done already.
    """
    if not made.total or made.plan.mark != mark:
        raise Stale("parting-changed", PersonAt(made.wish.person_id))


def _require_reason(act: Act, made: Parting, again: WhyAgain | None) -> None:
    """NotNow("let-go-recently") where clients would come back to who has let them go lately, and
    nobody has said why (R6)."""
    heir = made.plan.let_go
    if made.back and again is None and heir is not None:
        raise NotNow("let-go-recently", name=heir.name, days=act.policy.not_back_days)


async def rest_of(act: Act) -> Shares | None:
    """Who gets what is left of the act, as was decided at its beginning; None where this update
    begins it, or an earlier version has begun it."""
    before = await broken_off(act)
    first = None if before is None else await first_part(act, before.step_id)
    places = None if first is None else first.subject.get("beside", {}).get(_PLACES)
    if before is None or places is None or before.left is None:
        return None
    left = places[len(places) - before.left :]
    return Shares(tuple((client_id, to) for client_id, to in left))


async def carry_out(
    act: Act, made: Parting, start: int = 0, again: WhyAgain | None = None
) -> Gone | None:
    """Give away the portion that begins at `start`; what has gone in all where it was the last one:
    then the access is closed or the role changed, and everybody is told.

    What is somebody else's by now stays there. `again`: why clients come back to who has let them
    go lately (`require_reason`); it stands with each of them.
    """
    _require_reason(act, made, again)
    wish = made.wish
    giver = await giver_of(act, wish.person_id, wish.kind, lock=True)
    undo.undoable(act, _DEEDS[wish.kind], PersonAt(giver.id))
    before = await kept_before(act)
    gone = Counter(dict(before.get(_GONE, ())))
    gone.update(await _give_away(act, giver, made, start, again))
    await flush_many(act.session)
    if start + PORTION < made.total:
        beside = {"left": made.total - start - PORTION, _GONE: _pairs(gone.items())}
        undo.keep_beside(act, beside if before else beside | {_PLACES: _pairs(made.shares.places)})
        return None
    await undo.complete(act)
    facts = await _end(act, giver, wish.kind, gone)
    undo.keep_beside(act, facts | {_GONE: _pairs(gone.items())})
    return _counted(gone)


def gone_by(before: DoneBefore) -> Gone:
    """What has gone by the act that was done before."""
    return _counted(Counter(dict(before.beside.get(_GONE, ()))))


async def taken_back(act: Act, back: TakenBack, person_id: int) -> None:
    """Everything is where it was: so is the access, or the role."""
    if back.deed is UndoableAction.CLOSE_ACCESS:
        await access.open_again(act, person_id, back.beside)
    if back.deed is UndoableAction.CHANGE_ROLE:
        await roles.manager_again(act, person_id, back.beside)


async def parted(act: Act, about: PartedMessage) -> PartedNotice:
    """What a head reads of it."""
    person = await act.session.get_one(User, about.person)
    by = await act.session.get_one(User, about.by)
    return PartedNotice(person.name, by.name, about.code, about.handed, about.pooled)


async def _give_away(
    act: Act, giver: User, made: Parting, start: int, again: WhyAgain | None
) -> list[int | None]:
    """Who has got each client of the portion; None is the pool."""
    portion = dict(made.shares.places[start : start + PORTION])
    people = await _receivers(act, {to for to in portion.values() if to is not None})
    gone = []
    for dossier in await dossiers_of_clients(act.session, portion):
        if dossier.client.owner_id != giver.id:
            continue
        to = portion[dossier.client.id]
        if to is None:
            await to_pool(act, dossier, PoolReason.OWNER_LEFT)
        else:
            why = again if dossier.client.id in made.back else None
            await move_client(act, dossier, people[to], why)
        gone.append(to)
    return gone


def _counted(gone: Counter[int | None]) -> Gone:
    return Gone(gone.total() - gone[None], gone[None])


def _pairs(pairs: Iterable[tuple[int | None, int | None]]) -> list[list[int | None]]:
    return [list(pair) for pair in pairs]


async def _receivers(act: Act, ids: set[int]) -> dict[int, User]:
    """Those of a portion, as things are now."""
    return {person_id: await require_receiver(act, person_id) for person_id in sorted(ids)}


async def _end(act: Act, giver: User, kind: PartingKind, gone: Counter[int | None]) -> JsonDict:
    """`gone`: who has got how many in all parts of the act, the pool under None. What was taken
    from others, for the undo."""
    heirs = [to for to in gone if to not in (None, act.actor.id)]
    for person in await users_by_id(act.session, heirs):
        about = HandedOverAllMessage(giver.id, act.actor.id, gone[person.id])
        await enqueue(act, person, about)
    counted = _counted(gone)
    await access.tell_heads(act, giver, kind, counted.handed, counted.pooled)
    if kind is PartingKind.CLOSE:
        return plain(await access.close(act, giver))
    if kind.role is not None:
        return plain(await roles.place(act, giver, kind.role, giver.team_id))
    return {}
