"""Inbound: what a client sent becomes a task of the right manager (R9)."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import timedelta

from bot.method.clients.cards import (
    Arrived,
    Draft,
    Join,
    PassedOn,
    Reception,
    WhoseMessage,
    surname_of,
)
from bot.method.core.cards import Phone
from bot.method.core.places import task_if_any
from bot.method.core.refusals import NotFound, NotNow, Stale
from bot.method.core.terms import ClientKind
from bot.method.core.texts import clean
from bot.method.inbound.cards import OwnLine
from bot.method.inbound.joining import with_line
from bot.method.inbound.matching import MessageSender, SenderSource, Several, Sure
from bot.method.inbound.words import without_quotation
from bot.models.arrival import (
    Arrival,
    ArrivalState,
    arrival_of,
    forget_own_lines,
    seen_before,
)
from bot.models.client import Client
from bot.models.dossier import Dossier, dossier_of_client
from bot.models.task import Task
from bot.models.user import User
from bot.services.clients.clients import add_client
from bot.services.clients.matching import (
    alone_with,
    learn,
    learn_account,
    made_since,
    match,
    remember,
    sender_of,
)
from bot.services.core.coverage import recompute_coverage
from bot.services.core.rights import require_client, works_with
from bot.services.core.work import Act
from bot.services.inbound.own_words import own_words, take_own_lines, take_typed
from bot.services.inbound.reception import add_task, for_client, question
from bot.services.inbound.telling import added_of, tell_owner
from bot.services.inbound.together import (
    Message,
    arrival_from,
    brought_at,
    conversation_of,
    first_part,
    has_created,
    keep_own,
    lead_of,
    learn_from,
    mark_created,
    mark_said_by,
    speaker_of,
)
from bot.services.tasks.arrived import bring_inbound, join_inbound, say_on, settle

_KEPT = timedelta(days=30)


async def receive(act: Act, message: Message) -> Reception:
    """Make the inbound task where it is sure whose it is, else ask or say whose it is.

    The same message twice makes nothing new; the parts of one conversation within a minute, and
    those of an album, are one task of one client, with the contacts of all.
    """
    before = await _seen(act, message)
    if before is not None:
        return before
    speaker = await speaker_of(act, message.sender)
    if speaker is not None:
        return await _ours(act, message, speaker)
    arrival = arrival_from(act, message)
    lead = await lead_of(act, arrival)
    return await received(act, arrival, lead)


async def received(act: Act, arrival: Arrival, lead: Arrival | None) -> Reception:
    """What becomes of one more part of the conversation, or of the first of another one."""
    act.session.add(arrival)
    await act.session.flush()
    await take_own_lines(act, arrival, lead or arrival)
    comment = await take_typed(act, lead or arrival, arrival.created_at)
    if lead is not None:
        arrival.lead_id = lead.id
        return await _join(act, lead, arrival, comment)
    await forget_own_lines(act.session, act.actor.id, act.now - _KEPT)
    decision = await match(act, sender_of(arrival), without_quotation(arrival.text))
    if isinstance(decision, Sure):
        return await for_client(act, arrival, decision.client_id)
    ids = decision.client_ids if isinstance(decision, Several) else ()
    return await question(act, arrival, ids)


async def choose(act: Act, arrival_id: int, client_id: int) -> Reception:
    """The person says whose message it is; remembered for the next one of this sender."""
    arrival = await own_waiting(act, arrival_id)
    dossier = await require_client(act, client_id)
    await remember(act, dossier.client, arrival)
    return await for_client(act, arrival, client_id)


async def create_from(act: Act, arrival_id: int) -> Reception:
    """A new client with the contacts of the message, and its inbound, in one tap. Where somebody
    has made one with these contacts since the question was asked, it is that client's."""
    arrival = await own_waiting(act, arrival_id)
    sender = sender_of(arrival)
    await alone_with(act, sender)
    made = await made_since(act, sender, arrival.created_at)
    if made is not None:
        return await for_client(act, arrival, made)
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
    return await add_task(act, arrival, Dossier(client, act.actor, [], [], []))


async def ask_again(act: Act, arrival_id: int, client_ids: Sequence[int] = ()) -> WhoseMessage:
    """The question once more, with the clients that a search found. A line of the person's own
    becomes a question by it."""
    arrival = await first_part(act, await own_arrival(act, arrival_id))
    if arrival.state is ArrivalState.OWN:
        arrival.state = ArrivalState.WAITING
    elif arrival.state is not ArrivalState.WAITING:
        raise Stale("arrival-done", task_if_any(arrival.task_id))
    return await question(act, arrival, client_ids, again=True)


async def own_arrival(act: Act, arrival_id: int) -> Arrival:
    """What the actor brought, locked; a colleague's is no such thing."""
    arrival = await arrival_of(act.session, arrival_id)
    if arrival is None or arrival.user_id != act.actor.id:
        raise NotFound("thing")
    return arrival


async def pass_on(act: Act, arrival_id: int) -> Reception:
    """A colleague's client: the colleague gets the inbound and is told. Where nobody has him any
    more it is as if it came now."""
    arrival = await own_arrival(act, arrival_id)
    if arrival.state is not ArrivalState.HELD or arrival.client_id is None:
        raise Stale("arrival-done")
    dossier = await dossier_of_client(act.session, arrival.client_id)
    if dossier is None:
        raise Stale("arrival-done")
    if dossier.owner is None:
        return await for_client(act, arrival, dossier.client.id)
    owner = dossier.owner
    await learn_account(act, dossier.client, arrival)
    task, join = await bring_inbound(act, dossier, arrival)
    say_on(act, task, arrival.comment)
    await recompute_coverage(act, dossier)
    surname = surname_of(owner.name)
    absence = await tell_owner(act, owner, task, surname, added_of(join, arrival))
    return PassedOn(surname, absence, lead_id=arrival.id)


async def _seen(act: Act, message: Message) -> Reception | None:
    for earlier in await seen_before(act.session, message.dedupe_key):
        if earlier.state is ArrivalState.OWN:
            continue
        lead = await first_part(act, earlier)
        if lead.task_id is not None and lead.client_id is not None:
            client = await act.session.get_one(Client, lead.client_id)
            if await works_with(act, client):
                return await _same(act, message, lead, lead.task_id)
        if earlier.user_id != act.actor.id:
            continue
        if lead.state is ArrivalState.DONE:
            return PassedOn("", lead_id=lead.id)
        await take_typed(act, lead, brought_at(act, message))
        if lead.client_id is not None:
            return await for_client(act, lead, lead.client_id)
        return await question(act, lead, again=True)
    return None


async def _same(act: Act, message: Message, lead: Arrival, task_id: int) -> Arrived:
    """The message is here already; what was written beside it this time is not."""
    task = await act.session.get_one(Task, task_id)
    at = brought_at(act, message)
    comment = await take_typed(act, lead, at)
    say_on(act, task, comment)
    words = own_words(act, comment, at)
    return Arrived(task_id, Join.SAME, words=words, lead_id=lead.id)


async def _ours(act: Act, message: Message, speaker: User) -> Reception:
    """Somebody of the company wrote it: a line of the conversation that it was forwarded with,
    and never a client. By itself it is one's own line, or a colleague's words about a client."""
    text = f"{speaker.name}: {message.text}" if message.text else ""
    arrival = arrival_from(act, replace(message, sender=MessageSender(), text=text))
    lead = await conversation_of(act, arrival, followed=message.followed)
    if lead is not None:
        arrival.sender = asdict(MessageSender())
        return await received(act, arrival, lead)
    if speaker.id != act.actor.id and not message.followed:
        mark_said_by(arrival, speaker)
        return await received(act, arrival, None)
    return OwnLine(await keep_own(act, arrival))


async def _join(act: Act, lead: Arrival, arrival: Arrival, comment: str) -> Reception:
    """Put what has just arrived to the earlier part that it belongs to. A contact that it brings
    may say whose all of it is; until then the one question stands."""
    if lead.task_id is None and lead.client_id is not None:
        # Whoever gets the client at this moment gets what has been said with him: look then.
        await dossier_of_client(act.session, lead.client_id)
        await act.session.refresh(lead)
    news = sender_of(lead).news(sender_of(arrival))
    learn_from(lead, arrival)
    if lead.task_id is not None:
        return await _join_task(act, lead, arrival, news, comment)
    lead.text = with_line(lead.text, arrival.text)
    if lead.client_id is None:
        decision = await match(act, news)
        if isinstance(decision, Sure):
            return await for_client(act, lead, decision.client_id)
    return await as_it_stands(act, lead)


async def as_it_stands(act: Act, lead: Arrival) -> Reception:
    """What waits for a word, once more with what has joined it."""
    if lead.client_id is not None:
        return await for_client(act, lead, lead.client_id)
    return replace(await question(act, lead, again=True), joined=True)


async def _join_task(
    act: Act, lead: Arrival, arrival: Arrival, news: MessageSender, comment: str
) -> Reception:
    task = await act.session.get_one(Task, lead.task_id)
    if not join_inbound(task, arrival):
        # Worked off within the minute: it is the same client's next one.
        arrival.lead_id, arrival.comment = None, comment
        return await for_client(act, arrival, task.client_id)
    await settle(act, lead, task)
    say_on(act, task, comment)
    client = await act.session.get_one(Client, task.client_id)
    if has_created(lead):
        await learn(act, client, news)
    if await works_with(act, client):
        words = own_words(act, comment, arrival.created_at)
        return Arrived(task.id, Join.JOINED, words=words, lead_id=lead.id)
    owner = await act.session.get_one(User, client.owner_id)
    return PassedOn(surname_of(owner.name), lead_id=lead.id)


async def own_waiting(act: Act, arrival_id: int) -> Arrival:
    """The same, as long as it waits for an answer; else Stale with the task that it became."""
    arrival = await own_arrival(act, arrival_id)
    if arrival.state is not ArrivalState.WAITING:
        raise Stale("arrival-done", task_if_any(arrival.task_id))
    return arrival
