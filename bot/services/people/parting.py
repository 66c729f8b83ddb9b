"""Everything that somebody has goes elsewhere, in portions, then access or role change (R5)."""

from collections.abc import Mapping

from bot.method.core.places import PersonAt
from bot.method.core.refusals import NotNow, Stale
from bot.method.core.terms import PoolReason, UndoableAction
from bot.method.people.parting import PartingKind
from bot.method.people.parting_cards import PartedNotice
from bot.method.pool.again import WhyAgain
from bot.models.base import flush_many
from bot.models.dossier import dossiers_of_clients
from bot.models.user import User
from bot.services.core import undo
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


def require_reason(act: Act, made: Parting, again: WhyAgain | None) -> None:
    """NotNow("let-go-recently") where clients would come back to who has let them go lately, and
    nobody has said why (R6)."""
    heir = made.plan.let_go
    if made.back and again is None and heir is not None:
        raise NotNow("let-go-recently", name=heir.name, days=act.policy.not_back_days)


async def carry_out(act: Act, made: Parting, start: int = 0, again: WhyAgain | None = None) -> bool:
    """Give away the portion that begins at `start`; True where it was the last one: then the
    access is closed or the role changed, and everybody is told.

    What is somebody else's by now stays there. `again`: why clients come back to who has let them
    go lately (`require_reason`); it stands with each of them.
    """
    require_reason(act, made, again)
    wish = made.wish
    giver = await giver_of(act, wish.person_id, wish.kind, lock=True)
    undo.undoable(act, _DEEDS[wish.kind], PersonAt(giver.id))
    portion = dict(made.shares.places[start : start + PORTION])
    people = await _receivers(act, {to for to in portion.values() if to is not None})
    for dossier in await dossiers_of_clients(act.session, portion):
        if dossier.client.owner_id != giver.id:
            continue
        to = portion[dossier.client.id]
        if to is None:
            await to_pool(act, dossier, PoolReason.OWNER_LEFT)
        else:
            why = again if dossier.client.id in made.back else None
            await move_client(act, dossier, people[to], why)
    await flush_many(act.session)
    if start + PORTION < made.total:
        undo.keep_beside(act, {"left": made.total - start - PORTION})
        return False
    await undo.complete(act)
    await _end(act, giver, made)
    return True


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


async def _receivers(act: Act, ids: set[int]) -> dict[int, User]:
    """Those of a portion, as things are now."""
    return {person_id: await require_receiver(act, person_id) for person_id in sorted(ids)}


async def _end(act: Act, giver: User, made: Parting) -> None:
    kind, plan = made.wish.kind, made.plan
    for share in plan.shares:
        if share.person_id != act.actor.id:
            person = await act.session.get_one(User, share.person_id)
            about = HandedOverAllMessage(giver.id, act.actor.id, share.holding.clients)
            await enqueue(act, person, about)
    pooled = plan.pooled.clients
    await access.tell_heads(act, giver, kind, made.total - pooled, pooled)
    if kind is PartingKind.CLOSE:
        undo.keep_beside(act, plain(await access.close(act, giver)))
    if kind.role is not None:
        gathered = await roles.place(act, giver, kind.role, giver.team_id)
        undo.keep_beside(act, plain(gathered))
