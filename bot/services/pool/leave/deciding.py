"""What a head decides about a client that its owner wants to let go (R5, R7)."""

from bot.method.core.places import ClientAt
from bot.method.core.refusals import NotFound, Stale
from bot.method.core.terms import ClientStatus, Event, PoolReason, UndoableAction
from bot.method.core.texts import clean
from bot.method.pool.leave import LeaveKind, LeaveLine, LeaveState
from bot.models.dossier import Dossier
from bot.models.leave_request import LeaveRequest
from bot.models.user import User
from bot.services.core.outbox import enqueue
from bot.services.core.rights import require_client, require_leader
from bot.services.core.timeline import note
from bot.services.core.undo import undoable
from bot.services.core.work import Act
from bot.services.pool.leave.asking import tell_settled
from bot.services.pool.leave.lines import line_of
from bot.services.pool.leaving import to_lost, to_pool
from bot.services.pool.messages import LeaveDecidedMessage
from bot.services.pool.reactivation import ask_if_spent
from bot.services.tasks.tasks import owner_of

_LONGEST = 300


async def grant(act: Act, request_id: int) -> LeaveLine:
    """The client goes where its owner has asked, who hears of it. Stale("leave-decided") where
    another head was first, or nothing is asked any more."""
    dossier, request = await _asked(act, request_id)
    owner = owner_of(dossier)
    undoable(act, UndoableAction.LET_LEAVE, ClientAt(dossier.client.id))
    await _decide(act, request, LeaveState.GRANTED)
    if request.kind is LeaveKind.LOST:
        await to_lost(act, dossier, request.comment, request.reason)
    else:
        reason = PoolReason(request.reason)
        entry = await to_pool(act, dossier, reason, request.comment)
        await act.session.flush()
        await ask_if_spent(act, dossier.client, owner, entry)
    return await line_of(act, request_id)


async def refuse(act: Act, request_id: int, answer: str | None = None) -> LeaveLine:
    """The client stays with its owner, who hears of it with what the head adds."""
    dossier, request = await _asked(act, request_id)
    undoable(act, UndoableAction.LET_LEAVE, ClientAt(dossier.client.id))
    request.answer = clean(answer or "", _LONGEST) or None
    await _decide(act, request, LeaveState.REFUSED)
    note(
        act,
        Event.LEAVE_REFUSED,
        dossier.client.id,
        kind=request.kind,
        comment=request.answer,
    )
    return await line_of(act, request_id)


async def _decide(act: Act, request: LeaveRequest, state: LeaveState) -> None:
    """Who has asked hears of it, and the other leaders' messages say so."""
    request.state, request.decided_by, request.decided_at = state, act.actor.id, act.now
    owner = await act.session.get_one(User, request.owner_id)
    await enqueue(act, owner, LeaveDecidedMessage(request.id))
    await tell_settled(act, request)


async def _asked(act: Act, request_id: int) -> tuple[Dossier, LeaveRequest]:
    """A request that waits for a head, of a client that is still the same person's."""
    require_leader(act)
    request = await act.session.get(LeaveRequest, request_id)
    if request is None:
        raise NotFound("thing")
    dossier = await require_client(act, request.client_id)
    await act.session.refresh(request)
    client = dossier.client
    here = client.status is ClientStatus.ACTIVE and client.owner_id == request.owner_id
    if request.state is not LeaveState.ASKED or not here:
        raise Stale("leave-decided", ClientAt(client.id))
    return dossier, request
