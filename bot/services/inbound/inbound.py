"""Inbound: what a client sent becomes a task of the right manager (R9)."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
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
from bot.method.core.terms import ClientKind, ClientStatus, Role, TaskKind
from bot.method.core.texts import clean
from bot.method.inbound.matching import MessageSender, Several, Sure, sender_key
from bot.models.arrival import (
    Arrival,
    ArrivalState,
    arrival_of,
    forget_arrivals,
    last_together,
    seen_before,
    surnames_told,
)
from bot.models.client import Client, clients_by_id
from bot.models.dossier import Dossier, dossier_of_client
from bot.models.user import User
from bot.services.clients.clients import add_client
from bot.services.clients.matching import match, remember, sender_of, with_text
from bot.services.clients.search import client_lines
from bot.services.core.coverage import recompute_coverage
from bot.services.core.heads import heads_of
from bot.services.core.outbox import enqueue
from bot.services.core.rights import require_client, works_with
from bot.services.core.substitutes import may_answer_for
from bot.services.core.work import Act
from bot.services.inbound.messages import ReturningMessage
from bot.services.inbound.tasks import add_inbound, join_inbound, tell_owner
from bot.services.pool.handing_out import has_let_go
from bot.services.pool.reactivation import give

LONGEST_TEXT = 4096
_KEPT = timedelta(days=30)
_MOST_SURNAMES = 20
"""How often a day somebody may learn whose client it is."""


@dataclass(frozen=True)
class Message:
    """What was forwarded: `arrived_at` is the original's UTC time, `album` groups its parts."""

    sender: MessageSender
    text: str
    arrived_at: datetime
    dedupe_key: str
    album: str | None = None
    kind: TaskKind = TaskKind.LETTER


async def receive(act: Act, message: Message) -> Reception:
    """Make the inbound task where it is sure whose it is, else ask or say whose it is.

    The same message twice makes nothing new; what one sender wrote within a minute, and the
    parts of an album, are one task.
    """
    before = await _seen(act, message)
    if before is not None:
        return before
    sender = with_text(act, message.sender, message.text)
    message = replace(message, sender=sender, text=clean(message.text, LONGEST_TEXT, lines=True))
    lead = await _lead(act, message)
    arrival = _arrival(act, message, lead)
    act.session.add(arrival)
    await act.session.flush()
    if lead is not None and lead.task_id is not None:
        arrival.task_id, arrival.client_id = lead.task_id, lead.client_id
        arrival.state = ArrivalState.DONE
        if await join_inbound(act, lead.task_id, message.text):
            return Arrived(lead.task_id, Join.JOINED)
    if lead is not None and lead.state is ArrivalState.WAITING:
        lead.text = clean(f"{lead.text}\n{message.text}", LONGEST_TEXT, lines=True)
        return replace(await question_about(act, lead, again=True), joined=True)
    await forget_arrivals(act.session, act.actor.id, act.now, _KEPT)
    decision = await match(act, sender)
    if isinstance(decision, Sure):
        return await _for_client(act, arrival, decision.client_id)
    ids = decision.client_ids if isinstance(decision, Several) else ()
    return await question_about(act, arrival, ids)


async def choose(act: Act, arrival_id: int, client_id: int) -> Reception:
    """The person says whose message it is; remembered for the next one of this sender."""
    arrival = await own_waiting(act, arrival_id)
    dossier = await require_client(act, client_id)
    await remember(act, dossier.client, arrival)
    return await _for_client(act, arrival, client_id)


async def create_from(act: Act, arrival_id: int) -> Reception:
    """A new client with the contacts of the message, and its inbound, in one tap."""
    arrival = await own_waiting(act, arrival_id)
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
    return await _make(act, arrival, Dossier(client, act.actor, [], [], []))


async def ask_again(act: Act, arrival_id: int, client_ids: Sequence[int] = ()) -> WhoseMessage:
    """The question once more, with the clients that a search found."""
    arrival = await own_arrival(act, arrival_id)
    return await question_about(act, arrival, client_ids)


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
    arrival.state, arrival.task_id = ArrivalState.DONE, task.id
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
        if earlier.state is ArrivalState.WAITING:
            return await question_about(act, earlier, again=True)
        if earlier.state is ArrivalState.HELD and earlier.client_id is not None:
            return await _held(act, earlier, await act.session.get_one(Client, earlier.client_id))
        return PassedOn("")
    return None


async def _lead(act: Act, message: Message) -> Arrival | None:
    """What the same sender, or the same album, brought a moment ago; where that waits for an
    answer together with earlier parts, the first of them, which the question is about."""
    identity = message.sender.identity()
    key = sender_key(act.actor.id, identity) if identity else None
    if key is None and message.album is None:
        return None
    since = act.now - act.policy.group_window
    last = await last_together(act.session, act.actor.id, key, message.album, since)
    if last is None or last.lead_id is None or last.state is not ArrivalState.WAITING:
        return last
    return await arrival_of(act.session, last.lead_id)


def _arrival(act: Act, message: Message, lead: Arrival | None) -> Arrival:
    identity = message.sender.identity()
    return Arrival(
        user_id=act.actor.id,
        state=ArrivalState.WAITING,
        kind=message.kind,
        sender=asdict(message.sender),
        text=message.text,
        arrived_at=min(message.arrived_at, act.now),
        dedupe_key=message.dedupe_key,
        sender_key=sender_key(act.actor.id, identity) if identity else None,
        album=message.album,
        lead_id=lead.id if lead else None,
        created_at=act.now,
    )


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
    arrival.state, arrival.task_id = ArrivalState.DONE, task.id
    arrival.client_id, arrival.text = dossier.client.id, ""
    await recompute_coverage(act, dossier)
    owner = dossier.owner
    if owner is None or await may_answer_for(act, owner.id):
        return Arrived(task.id, Join.NEW)
    await tell_owner(act, owner, task)
    return Arrived(task.id, Join.NEW, owner.name)


async def _held(act: Act, arrival: Arrival, client: Client) -> ColleaguesClient:
    """The one stated exception of rights: the surname and nothing else, and not too often."""
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


async def question_about(
    act: Act, arrival: Arrival, client_ids: Sequence[int] = (), *, again: bool = False
) -> WhoseMessage:
    """Whose it is; `again`: with the clients that it may be of by now."""
    sender = sender_of(arrival)
    if again and not client_ids:
        decision = await match(act, sender)
        client_ids = decision.client_ids if isinstance(decision, Several) else ()
    rows = await clients_by_id(act.session, client_ids) if client_ids else []
    lines = await client_lines(act, rows)
    return WhoseMessage(arrival.id, sender.called, lines, act.today)


async def own_waiting(act: Act, arrival_id: int) -> Arrival:
    """The same, as long as it waits for an answer; else Stale with the task that it became."""
    arrival = await own_arrival(act, arrival_id)
    if arrival.state is not ArrivalState.WAITING:
        subject = ("task", arrival.task_id) if arrival.task_id is not None else None
        raise Stale("arrival-done", subject)
    return arrival
