"""A client of nobody's who came back by himself, and who takes him or has him again (R6, R9)."""

from collections.abc import Sequence

from bot.method.clients.cards import Arrived, Join, Reception, surname_of
from bot.method.core.places import task_if_any
from bot.method.core.refusals import Stale
from bot.method.core.terms import CancelReason, ClientStatus
from bot.models.arrival import (
    Arrival,
    ArrivalState,
    client_of_arrival,
    clients_with_words,
)
from bot.models.arrival_parts import parts_on
from bot.models.client import Client
from bot.models.dossier import Dossier, dossier_of_client, dossiers_of_clients
from bot.models.intake import record_of_arrival
from bot.models.user import User
from bot.services.clients.matching import learn_account
from bot.services.core.coverage import recompute_coverage
from bot.services.core.heads import heads_of
from bot.services.core.outbox import enqueue
from bot.services.core.rights import works_with
from bot.services.core.substitutes import may_answer_for
from bot.services.core.work import Act
from bot.services.inbound.inbound import own_arrival
from bot.services.inbound.intake.hearing import heads_of_nobodys
from bot.services.inbound.intake.messages import IntakeReturnMessage
from bot.services.inbound.messages import ReturningMessage
from bot.services.inbound.own_words import own_words
from bot.services.inbound.reception import for_client, tell_heads
from bot.services.inbound.telling import added_of, tell_owner
from bot.services.inbound.together import words_of_parts
from bot.services.pool.again import has_let_go
from bot.services.pool.reactivation import give
from bot.services.pool.words import bring_words, stand_in_history
from bot.services.tasks.ending import cancel_tasks
from bot.services.tasks.reminders import keep_reminder


async def take(act: Act, arrival_id: int) -> Reception:
    """A client of the pool came back by himself: the person takes it, with the inbound.

    Who has let it go since the offer gets it from a head only, who is told. Stale where the words
    are somebody's inbound already.
    """
    # The client is locked before what it has written, as by everybody who gives it away.
    client_id = await client_of_arrival(act.session, arrival_id)
    dossier = None if client_id is None else await dossier_of_client(act.session, client_id)
    arrival = await own_arrival(act, arrival_id)
    if dossier is None:
        raise Stale("arrival-done")
    client = dossier.client
    if client.status is not ClientStatus.POOL:
        return await _taken_before(act, arrival, client)
    if await has_let_go(act, client.id, act.actor):
        return await tell_heads(act, arrival, client)
    await learn_account(act, client, arrival)
    await give(act, dossier, act.actor, tell=False)
    if arrival.task_id is None:
        raise Stale("arrival-done")
    words = own_words(act, arrival.comment, arrival.created_at)
    return Arrived(arrival.task_id, Join.NEW, words=words, lead_id=arrival.id)


async def words_back(act: Act, client_ids: Sequence[int]) -> bool:
    """It was taken back that these clients have no owner: what they have written meanwhile is the
    owner's, who is told as if it came now. True where any of it is for the actor."""
    own = False
    for client_id in await clients_with_words(act.session, client_ids):
        dossier = await dossier_of_client(act.session, client_id)
        if dossier is None or dossier.owner is None:
            continue
        brought = await bring_words(act, dossier, taken_back=True)
        await recompute_coverage(act, dossier)
        if await may_answer_for(act, dossier.owner.id):
            own = own or bool(brought)
            continue
        for words in brought:
            added = added_of(words.join, words.arrival)
            await tell_owner(act, dossier.owner, words.task, dossier.owner.name, added)
    return own


async def tasks_back(act: Act, client_ids: Sequence[int]) -> None:
    """It was taken back that these clients are somebody else's: what has come meanwhile
    is the owner's as well, who is told of it; with no owner it waits for the next one."""
    for dossier in await dossiers_of_clients(act.session, client_ids):
        owner = dossier.owner
        if owner is None:
            await _wait_again(act, dossier)
            continue
        for task in [task for task in dossier.tasks if task.owner_id != owner.id]:
            task.owner_id = owner.id
            keep_reminder(act, task, owner)
            if task in dossier.inbound and not await may_answer_for(act, owner.id):
                await tell_owner(act, owner, task, owner.name)
        await recompute_coverage(act, dossier)


async def _wait_again(act: Act, dossier: Dossier) -> None:
    """The client is nobody's once more: the heads decide who gets him and what he has written."""
    client_id = dossier.client.id
    for task in dossier.inbound:
        parts = await parts_on(act.session, task.id)
        for part in parts:
            part.task_id, part.state = None, ArrivalState.HEADS
        for lead in [part for part in parts if part.lead_id is None]:
            lead.text = words_of_parts(part for part in parts if lead.id in (part.id, part.lead_id))
            stand_in_history(lead)
            await _ask_heads(act, lead, client_id)
        # The very same words make an inbound again, of whoever gets the client.
        task.dedupe_key = None
    cancel_tasks(act, dossier, list(dossier.tasks), CancelReason.CLIENT_LEFT)
    await recompute_coverage(act, dossier)


async def _ask_heads(act: Act, arrival: Arrival, client_id: int) -> None:
    bringer = await act.session.get_one(User, arrival.user_id)
    if await record_of_arrival(act.session, arrival.id) is not None:
        for head in await heads_of_nobodys(act):
            await enqueue(act, head, IntakeReturnMessage(arrival.id, client_id))
        return
    for head in await heads_of(act, bringer):
        await enqueue(act, head, ReturningMessage(arrival.id, client_id, bringer.id))


async def _taken_before(act: Act, arrival: Arrival, client: Client) -> Reception:
    """Somebody has the client by now; it may have gone back to its owner without its words."""
    if arrival.state is not ArrivalState.DONE:
        return await for_client(act, arrival, client.id)
    if await works_with(act, client) or client.owner_id is None:
        raise Stale("arrival-done", task_if_any(arrival.task_id))
    owner = await act.session.get_one(User, client.owner_id)
    raise Stale("arrival-taken", name=surname_of(owner.name))
