"""What becomes of what has arrived: a task, a question, or somebody else's business (R9)."""

from collections.abc import Sequence
from datetime import timedelta
from typing import assert_never

from bot.method.clients.cards import (
    Arrived,
    CameBack,
    ColleaguesClient,
    HeadTold,
    LostClient,
    Reception,
    WhoseMessage,
    surname_of,
)
from bot.method.core.refusals import NotFound, NotNow
from bot.method.core.terms import ClientStatus, Role
from bot.method.inbound.matching import Several, Sure, Unknown
from bot.method.inbound.words import without_quotation
from bot.models.arrival import Arrival, ArrivalState, surnames_told
from bot.models.client import Client, clients_by_id
from bot.models.dossier import Dossier, dossier_of_client
from bot.models.user import User
from bot.services.clients.matching import learn_account, match, sender_of
from bot.services.clients.search import client_lines
from bot.services.core.coverage import recompute_coverage
from bot.services.core.heads import heads_of
from bot.services.core.outbox import enqueue
from bot.services.core.rights import works_with
from bot.services.core.substitutes import may_answer_for
from bot.services.core.work import Act
from bot.services.inbound.messages import ReturningMessage
from bot.services.inbound.own_words import own_words
from bot.services.inbound.telling import added_of, tell_owner
from bot.services.inbound.together import BROUGHT_BY, SAID_BY, first_part
from bot.services.pool.again import has_let_go
from bot.services.pool.words import note_words
from bot.services.tasks.arrived import bring_inbound, say_on

_MOST_SURNAMES = 20
"""How often a day somebody may learn whose client it is."""


async def for_client(act: Act, arrival: Arrival, client_id: int) -> Reception:
    """By the client's state: a task, a surname, an offer to take, or the head's business."""
    dossier = await dossier_of_client(act.session, client_id)
    if dossier is None:
        raise NotFound("client")
    client = dossier.client
    arrival.client_id = client.id
    if client.status is not ClientStatus.ACTIVE and arrival.state is ArrivalState.HELD:
        # The colleague has let the client go in the meantime: there is nobody to pass it on to.
        arrival.state = ArrivalState.WAITING
    match client.status:
        case ClientStatus.ACTIVE:
            if await works_with(act, client):
                return await add_task(act, arrival, dossier)
            return await _held(act, arrival, client)
        case ClientStatus.LOST:
            note_words(act, arrival, client.id)
            if act.actor.role in Role.leaders():
                return LostClient(client.id)
            return await tell_heads(act, arrival, client)
        case ClientStatus.POOL:
            note_words(act, arrival, client.id)
            left = arrival.state is ArrivalState.HEADS
            if left or await has_let_go(act, client.id, act.actor):
                return await tell_heads(act, arrival, client)
            return CameBack(arrival.id, sender_of(arrival).name)
        case ClientStatus.ERASED:
            raise NotFound("client")
    assert_never(client.status)


async def add_task(act: Act, arrival: Arrival, dossier: Dossier) -> Arrived:
    """The inbound is there, with what the person has written beside it; its owner is told."""
    await learn_account(act, dossier.client, arrival)
    task, join = await bring_inbound(act, dossier, arrival)
    say_on(act, task, arrival.comment)
    await recompute_coverage(act, dossier)
    words, owner = own_words(act, arrival.comment, arrival.created_at), dossier.owner
    if owner is None or await may_answer_for(act, owner.id):
        return Arrived(task.id, join, words=words, lead_id=arrival.id)
    absence = await tell_owner(act, owner, task, owner.name, added_of(join, arrival))
    return Arrived(task.id, join, owner.name, words, absence, arrival.id)


async def _held(act: Act, arrival: Arrival, client: Client) -> ColleaguesClient:
    """The one stated exception of rights: the surname and nothing else, and not too often; for
    another part of the same it is told already."""
    if arrival.state is not ArrivalState.HELD:
        told = await surnames_told(act.session, act.actor.id, act.now - timedelta(days=1))
        if told >= _MOST_SURNAMES:
            raise NotNow("too-many-surnames")
    arrival.state = ArrivalState.HELD
    owner = await act.session.get_one(User, client.owner_id)
    return ColleaguesClient(surname_of(owner.name), arrival.id)


async def tell_heads(
    act: Act, arrival: Arrival, client: Client, *, declined: bool = False
) -> HeadTold:
    """A lost client, or one that the person has let go lately or does not want: the heads decide,
    and whoever gets him has the words as well."""
    arrival.state = ArrivalState.HEADS
    for head in await heads_of(act, act.actor):
        await enqueue(act, head, ReturningMessage(arrival.id, client.id, act.actor.id))
    lead = await first_part(act, arrival)
    return HeadTold(client.status is ClientStatus.LOST, declined, lead.id)


async def question(
    act: Act, arrival: Arrival, client_ids: Sequence[int] = (), *, again: bool = False
) -> WhoseMessage:
    """Whose is it? With these clients to choose from; `again`: with those that it looks like."""
    sender = sender_of(arrival)
    if again and not client_ids:
        client_ids = await _likely(act, arrival)
    rows = await clients_by_id(act.session, client_ids) if client_ids else []
    contacts = (*sender.phones, *sender.emails, sender.handle and f"@{sender.handle}")
    contact = next((contact for contact in contacts if contact), None)
    lines = await client_lines(act, rows)
    return WhoseMessage(
        arrival.id,
        sender.name,
        lines,
        act.today,
        contact=contact,
        comment=arrival.comment,
        colleague=arrival.sender.get(SAID_BY),
        brought_by=arrival.sender.get(BROUGHT_BY),
    )


async def _likely(act: Act, arrival: Arrival) -> list[int]:
    """The clients of the actor's that it looks like, one that it is sure to be of as well: it may
    have been taken off that one, or the client may be newer than the question."""
    decision = await match(act, sender_of(arrival), without_quotation(arrival.text))
    match decision:
        case Sure(client_id):
            rows = await clients_by_id(act.session, [client_id])
            return [client.id for client, _ in rows if await works_with(act, client)]
        case Several(client_ids):
            return list(client_ids)
        case Unknown():
            return []
    assert_never(decision)
