"""An owner asks the heads to let a client go, or to call it lost for good (R5, R7)."""

from bot.method.core.places import ClientAt
from bot.method.core.refusals import Invalid, NotFound, NotNow, Stale
from bot.method.core.terms import ClientStatus, Event, Role, UndoableAction
from bot.method.core.texts import clean
from bot.method.pool.leave import LeaveKind, LeaveLine, LeaveReason, LeaveState
from bot.models.dossier import Dossier
from bot.models.leave_request import LeaveRequest, waiting_request
from bot.models.user import active_leaders
from bot.services.core.heads import heads_of
from bot.services.core.outbox import enqueue
from bot.services.core.rights import require_client
from bot.services.core.timeline import note
from bot.services.core.undo import undoable
from bot.services.core.work import Act
from bot.services.pool.leave.lines import line_of
from bot.services.pool.messages import LeaveAskedMessage, LeaveSettledMessage
from bot.services.tasks.tasks import owner_of

_LONGEST = 300


async def to_propose(act: Act, client_id: int) -> Dossier:
    """The actor's own client, which he may propose as lost for good; a head decides at once, who
    stands in proposes nothing: NotNow("propose-by-owner-only")."""
    dossier = await require_client(act, client_id)
    if dossier.client.status is not ClientStatus.ACTIVE or dossier.owner is None:
        raise Stale("client-not-active", ClientAt(client_id))
    if act.actor.role in Role.leaders() or dossier.owner.id != act.actor.id:
        raise NotNow("propose-by-owner-only")
    return dossier


async def propose_lost(
    act: Act, client_id: int, reason: LeaveReason, comment: str | None = None
) -> LeaveLine:
    """The heads are asked whether the client is lost for good; until then nothing changes."""
    dossier = await to_propose(act, client_id)
    if reason not in LeaveReason.for_good():
        raise Invalid("button")
    return await ask_to_leave(act, dossier, LeaveKind.LOST, reason, comment)


async def ask_to_leave(
    act: Act, dossier: Dossier, kind: LeaveKind, reason: LeaveReason, comment: str | None = None
) -> LeaveLine:
    """Ask the heads of the owner. The same again asks nothing anew; anything else takes the place
    of what was asked before. The caller has checked that the actor may."""
    client_id, said = dossier.client.id, clean(comment or "", _LONGEST) or None
    before = await waiting_request(act.session, client_id)
    if before is not None and _is_same(before, act, kind, reason, said):
        return await line_of(act, before.id)
    undoable(act, UndoableAction.ASK_TO_LEAVE, ClientAt(client_id))
    if before is not None:
        before.state = LeaveState.OVER
        await act.session.flush()
        await tell_settled(act, before)
    request = LeaveRequest(
        client_id=client_id,
        kind=kind,
        state=LeaveState.ASKED,
        owner_id=act.actor.id,
        reason=reason,
        comment=said,
        asked_at=act.now,
    )
    act.session.add(request)
    await act.session.flush()
    note(act, Event.LEAVE_ASKED, client_id, kind=kind, why=reason, comment=said)
    for head in await heads_of(act, owner_of(dossier)):
        await enqueue(act, head, LeaveAskedMessage(request.id))
    return await line_of(act, request.id)


async def withdraw(act: Act, request_id: int) -> int:
    """Who has asked does not ask any more; returns the client. Stale("leave-decided") where a head
    was first."""
    request = await act.session.get(LeaveRequest, request_id)
    if request is None or request.owner_id != act.actor.id:
        raise NotFound("thing")
    await require_client(act, request.client_id)
    await act.session.refresh(request)
    if request.state is not LeaveState.ASKED:
        raise Stale("leave-decided", ClientAt(request.client_id))
    undoable(act, UndoableAction.ASK_TO_LEAVE, ClientAt(request.client_id))
    request.state = LeaveState.OVER
    await tell_settled(act, request)
    return request.client_id


async def tell_settled(act: Act, request: LeaveRequest) -> None:
    """The messages of the leaders that ask this say what has become of it."""
    for leader in await active_leaders(act.session):
        if leader.id != act.actor.id:
            await enqueue(act, leader, LeaveSettledMessage(request.id))


def _is_same(
    before: LeaveRequest, act: Act, kind: LeaveKind, reason: LeaveReason, said: str | None
) -> bool:
    asked = (before.owner_id, before.kind, before.reason, before.comment)
    return asked == (act.actor.id, kind, reason, said)
