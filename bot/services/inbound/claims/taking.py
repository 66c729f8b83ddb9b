"""Somebody takes nobody's inbound, or says that he can not (R9)."""

from bot.method.core.refusals import NotFound
from bot.method.core.terms import ClientStatus
from bot.method.gaps.ladder import inbound_deadline
from bot.method.inbound.claim_cards import Claimed, OfferOver, OfferRefused
from bot.models.arrival import Arrival, arrivals_of_client
from bot.models.claim import Claim, ClaimState, OfferAnswer, offered_to
from bot.models.client import Client
from bot.models.dossier import Dossier, dossier_of_client
from bot.models.intake import IntakeRecord
from bot.models.task import Task
from bot.models.user import User
from bot.services.core.coverage import recompute_coverage
from bot.services.core.outbox import enqueue
from bot.services.core.work import Act
from bot.services.inbound.claims.asking import (
    end,
    is_live,
    locked,
    move_on,
    refused_by_all,
)
from bot.services.inbound.claims.messages import OfferOverMessage
from bot.services.pool.again import due_reason
from bot.services.pool.handover import move_client
from bot.services.pool.reactivation import give
from bot.services.pool.takers import require_room
from bot.services.tasks.reminders import keep_reminder


async def take_offer(act: Act, claim_id: int, *, beside: bool = False) -> Claimed | OfferOver:
    """The client with the inbound is the actor's, who was asked; the first to take it has it.

    `beside`: the message that was tapped says other things as well.
    NotNow where the actor's portfolio is full by now, or he has let this client go since.
    """
    claim = await _asked(act, claim_id)
    if not claim.is_open or not await is_live(act, claim):
        return await over(act, claim)
    await require_room(act, act.actor)
    dossier = await dossier_of_client(act.session, claim.client_id)
    if dossier is None:
        raise NotFound("thing")
    task = await _taken(act, claim, dossier)
    task.created_at = min(task.created_at, claim.opened_at)
    # Late is counted from when it came, whoever was asked meanwhile.
    time = act.ladder_time_of(act.actor)
    task.deadline_at = inbound_deadline(claim.opened_at, act.policy, time)
    keep_reminder(act, task, act.actor)
    await recompute_coverage(act, dossier)
    offer = await offered_to(act.session, claim.id, act.actor.id)
    if offer is not None:
        offer.answer = OfferAnswer.TAKEN
    await end(act, claim, ClaimState.TAKEN, act.actor, beside=beside)
    return Claimed(task.id)


async def refuse_offer(
    act: Act, claim_id: int, *, beside: bool = False
) -> OfferRefused | OfferOver:
    """The actor can not; where nobody of those who were asked is left, the next one is."""
    claim = await _asked(act, claim_id)
    if not claim.is_open or not await is_live(act, claim):
        return await over(act, claim)
    offer = await offered_to(act.session, claim.id, act.actor.id)
    if offer is not None and offer.answer is None:
        offer.answer = OfferAnswer.REFUSED
        if beside:
            await enqueue(act, act.actor, OfferOverMessage(claim.id, offer.round))
        await act.session.flush()
        if await refused_by_all(act, claim):
            await act.session.flush()
            await move_on(act, claim.id)
    client = await act.session.get_one(Client, claim.client_id)
    return OfferRefused(claim.id, client.name)


async def over(act: Act, claim: Claim) -> OfferOver:
    """Who has it by now, for whoever was asked as well."""
    client = await act.session.get_one(Client, claim.client_id)
    taker_id = claim.taker_id
    if taker_id is None and client.status is ClientStatus.ACTIVE:
        taker_id = client.owner_id
    taker = None if taker_id is None else await act.session.get(User, taker_id)
    return OfferOver(taker.name if taker else None, client.name)


async def _asked(act: Act, claim_id: int) -> Claim:
    """The claim, locked, where the actor was asked; what others were asked is no such thing."""
    if await offered_to(act.session, claim_id, act.actor.id) is None:
        raise NotFound("thing")
    claim = await locked(act, claim_id)
    if claim is None:
        raise NotFound("thing")
    return claim


async def _taken(act: Act, claim: Claim, dossier: Dossier) -> Task:
    """The inbound, the actor's by now."""
    if claim.task_id is None:
        await due_reason(act, claim.client_id, act.actor, None)
        await give(act, dossier, act.actor, tell=False)
        record = await act.session.get_one(IntakeRecord, claim.record_id)
        arrival = await act.session.get_one(Arrival, record.arrival_id)
        return await act.session.get_one(Task, arrival.task_id)
    await move_client(act, dossier, act.actor)
    for arrival in await arrivals_of_client(act.session, claim.client_id):
        if arrival.task_id == claim.task_id:
            # Whoever works it may say that it is somebody else's.
            arrival.user_id = act.actor.id
    return await act.session.get_one(Task, claim.task_id)
