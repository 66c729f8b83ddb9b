"""Inbound: what a client sent becomes a task of the right manager (R9)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import assert_never

from bot.method.clients.cards import (
    Arrived,
    CameBack,
    ColleaguesClient,
    Draft,
    HeadTold,
    Join,
    LostClient,
    PassedOn,
    Reception,
    WhoseMessage,
    surname_of,
)
from bot.method.core.cards import Phone
from bot.method.core.refusals import NotFound, NotNow, Stale
from bot.method.core.terms import ClientKind, ClientStatus, Role
from bot.method.core.texts import clean
from bot.method.inbound.matching import MessageSender, SenderSource, Several, Sure
from bot.models.arrival import (
    Arrival,
    ArrivalState,
    arrival_of,
    forget_arrivals,
    seen_before,
    surnames_told,
)
from bot.models.client import Client, clients_by_id
from bot.models.dossier import Dossier, dossier_of_client
from bot.models.user import User
from bot.services.clients.clients import add_client
from bot.services.clients.matching import learn, match, remember, sender_of
from bot.services.clients.search import client_lines
from bot.services.core.coverage import recompute_coverage
from bot.services.core.heads import heads_of
from bot.services.core.outbox import enqueue
from bot.services.core.rights import require_client, works_with
from bot.services.core.substitutes import may_answer_for
from bot.services.core.work import Act
from bot.services.inbound.messages import ReturningMessage
from bot.services.inbound.tasks import add_inbound, join_inbound, tell_owner
from bot.services.inbound.together import (
    Message,
    arrival_from,
    first_part,
    has_created,
    lead_of,
    learn_from,
    mark_created,
    settle,
    with_line,
)
from bot.services.pool.handing_out import has_let_go
from bot.services.pool.reactivation import give

_KEPT = timedelta(days=30)
_MOST_SURNAMES = 20
"""How often a day somebody may learn whose client it is."""


async def receive(act: Act, message: Message) -> Reception:
    """Make the inbound task where it is sure whose it is, else ask or say whose it is.

    The same message twice makes nothing new; the parts of one conversation within a minute, and
    those of an album, are one task of one client, with the contacts of all.
    """
    before = await _seen(act, message)
    if before is not None:
        return before
    arrival = arrival_from(act, message)
    lead = await lead_of(act, arrival)
    act.session.add(arrival)
    await act.session.flush()
    if lead is not None:
        return await _join(act, lead, arrival)
    await forget_arrivals(act.session, act.actor.id, act.now, _KEPT)
    decision = await match(act, sender_of(arrival), arrival.text)
    if isinstance(decision, Sure):
        return await _for_client(act, arrival, decision.client_id)
    ids = decision.client_ids if isinstance(decision, Several) else ()
    return await _question(act, arrival, ids)


async def choose(act: Act, arrival_id: int, client_id: int) -> Reception:
    """The person says whose message it is; remembered for the next one of this sender."""
    arrival = await _waiting(act, arrival_id)
    dossier = await require_client(act, client_id)
    await remember(act, dossier.client, arrival)
    return await _for_client(act, arrival, client_id)


async def create_from(act: Act, arrival_id: int) -> Reception:
    """A new client with the contacts of the message, and its inbound, in one tap."""
    arrival = await _waiting(act, arrival_id)
    sender = sender_of(arrival)
    draft = Draft(
        name=clean(sender.name or "", 200),
        phones=tuple(Phone(number) for number in sender.phones),
        emails=sender.emails,
        handles=(sender.handle,) if sender.handle else (),
        telegram_id=sender.telegram_id,
        company=sender.company,
    )
    if draft.empty and sender.telegram_id is None:
        raise NotNow("sender-unknown")
    if not draft.name and draft.empty:
        draft = replace(draft, name=str(sender.telegram_id))
    client = await add_client(act, act.actor, draft, ClientKind.CUSTOMER)
    mark_created(arrival)
    if sender.source is SenderSource.HIDDEN:
        # Without an account the name is all that the next message can be known by.
        await remember(act, client, arrival)
    return await _make(act, arrival, Dossier(client, act.actor, [], [], []))


async def ask_again(act: Act, arrival_id: int, client_ids: Sequence[int] = ()) -> WhoseMessage:
    """The question once more, with the clients that a search found."""
    arrival = await own_arrival(act, arrival_id)
    return await _question(act, arrival, client_ids)


async def own_arrival(act: Act, arrival_id: int) -> Arrival:
    """What the actor brought, locked; a colleague's is no such thing."""
    arrival = await arrival_of(act.session, arrival_id)
    if arrival is None or arrival.user_id != act.actor.id:
        raise NotFound("thing")
    return arrival


async def pass_on(act: Act, arrival_id: int) -> PassedOn:
    """A colleague's client: the colleague gets the inbound and is told."""
    arrival = await own_arrival(act, arrival_id)
    if arrival.state is not ArrivalState.HELD or arrival.client_id is None:
        raise Stale("arrival-done")
    dossier = await dossier_of_client(act.session, arrival.client_id)
    if dossier is None or dossier.owner is None:
        raise Stale("arrival-done")
    owner = dossier.owner
    task = await add_inbound(act, dossier, arrival)
    await settle(act, arrival, task)
    await recompute_coverage(act, dossier)
    await tell_owner(act, owner, task)
    return PassedOn(surname_of(owner.name))


async def take(act: Act, arrival_id: int) -> Reception:
    """A client of the pool came back by himself: the person takes it, with the inbound.

    Who has let it go since the offer gets it from a head only, who is told.
    """
    arrival = await own_arrival(act, arrival_id)
    if arrival.state is not ArrivalState.WAITING or arrival.client_id is None:
        raise Stale("arrival-done")
    dossier = await dossier_of_client(act.session, arrival.client_id)
    if dossier is None or dossier.client.status is not ClientStatus.POOL:
        raise Stale("client-not-in-pool")
    if await has_let_go(act, arrival.client_id, act.actor):
        return await _tell_heads(act, arrival, dossier.client)
    await give(act, dossier, act.actor)
    return await _make(act, arrival, dossier)


async def _seen(act: Act, message: Message) -> Reception | None:
    for earlier in await seen_before(act.session, message.dedupe_key):
        if earlier.task_id is not None and earlier.client_id is not None:
            client = await act.session.get_one(Client, earlier.client_id)
            if await works_with(act, client):
                return Arrived(earlier.task_id, Join.SAME)
        if earlier.user_id != act.actor.id:
            continue
        lead = await first_part(act, earlier)
        if lead.state is ArrivalState.DONE:
            return PassedOn("")
        if lead.client_id is not None:
            return await _for_client(act, lead, lead.client_id)
        return await _question(act, lead, again=True)
    return None


async def _join(act: Act, lead: Arrival, arrival: Arrival) -> Reception:
    """Put what has just arrived to the earlier part that it belongs to. A contact that it brings
    may say whose all of it is; until then the one question stands."""
    news = sender_of(lead).news(sender_of(arrival))
    learn_from(lead, arrival)
    if lead.task_id is not None:
        return await _join_task(act, lead, arrival, news)
    lead.text = with_line(lead.text, arrival.text)
    client_id = lead.client_id
    if client_id is None:
        decision = await match(act, news)
        client_id = decision.client_id if isinstance(decision, Sure) else None
    if client_id is not None:
        return await _for_client(act, lead, client_id)
    return replace(await _question(act, lead, again=True), joined=True)


async def _join_task(act: Act, lead: Arrival, arrival: Arrival, news: MessageSender) -> Reception:
    if lead.task_id is None or lead.client_id is None:
        raise ValueError("nothing to join")
    if not await join_inbound(act, lead.task_id, arrival.text):
        # Worked off within the minute: it is the same client's next one.
        arrival.lead_id = None
        return await _for_client(act, arrival, lead.client_id)
    arrival.state, arrival.text = ArrivalState.DONE, ""
    arrival.task_id, arrival.client_id = lead.task_id, lead.client_id
    client = await act.session.get_one(Client, lead.client_id)
    if has_created(lead):
        await learn(act, client, news)
    if await works_with(act, client):
        return Arrived(lead.task_id, Join.JOINED)
    owner = await act.session.get_one(User, client.owner_id)
    return PassedOn(surname_of(owner.name))


async def _for_client(act: Act, arrival: Arrival, client_id: int) -> Reception:
    """By the client's state: a task, a surname, an offer to take, or the head's business."""
    dossier = await dossier_of_client(act.session, client_id)
    if dossier is None:
        raise NotFound("client")
    client = dossier.client
    arrival.client_id = client.id
    match client.status:
        case ClientStatus.ACTIVE:
            if await works_with(act, client):
                return await _make(act, arrival, dossier)
            return await _held(act, arrival, client)
        case ClientStatus.LOST:
            if act.actor.role in Role.leaders():
                return LostClient(client.id)
            return await _tell_heads(act, arrival, client)
        case ClientStatus.POOL:
            if await has_let_go(act, client.id, act.actor):
                return await _tell_heads(act, arrival, client)
            return CameBack(arrival.id, sender_of(arrival).name)
    assert_never(client.status)


async def _make(act: Act, arrival: Arrival, dossier: Dossier) -> Arrived:
    task = await add_inbound(act, dossier, arrival)
    await settle(act, arrival, task)
    await recompute_coverage(act, dossier)
    owner = dossier.owner
    if owner is None or await may_answer_for(act, owner.id):
        return Arrived(task.id, Join.NEW)
    await tell_owner(act, owner, task)
    return Arrived(task.id, Join.NEW, owner.name)


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


async def _tell_heads(act: Act, arrival: Arrival, client: Client) -> HeadTold:
    for head in await heads_of(act, act.actor):
        await enqueue(act, head, ReturningMessage(arrival.id, client.id, act.actor.id))
    return HeadTold(client.status is ClientStatus.LOST)


async def _question(
    act: Act, arrival: Arrival, client_ids: Sequence[int] = (), *, again: bool = False
) -> WhoseMessage:
    sender = sender_of(arrival)
    if again and not client_ids:
        decision = await match(act, sender, arrival.text)
        client_ids = decision.client_ids if isinstance(decision, Several) else ()
    rows = await clients_by_id(act.session, client_ids) if client_ids else []
    contacts = (*sender.phones, *sender.emails, sender.handle and f"@{sender.handle}")
    contact = next((one for one in contacts if one), None)
    lines = await client_lines(act, rows)
    return WhoseMessage(arrival.id, sender.name, lines, act.today, contact=contact)


async def _waiting(act: Act, arrival_id: int) -> Arrival:
    arrival = await own_arrival(act, arrival_id)
    if arrival.state is not ArrivalState.WAITING:
        subject = ("task", arrival.task_id) if arrival.task_id is not None else None
        raise Stale("arrival-done", subject)
    return arrival
