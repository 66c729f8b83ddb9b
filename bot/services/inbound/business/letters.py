"""What a client writes in somebody's account is an inbound by itself (R9)."""

from dataclasses import asdict
from typing import assert_never

from bot.method.clients.cards import Join
from bot.method.core.terms import ClientStatus
from bot.method.inbound.business import BusinessLetter
from bot.method.inbound.joining import with_line
from bot.method.inbound.matching import sender_key
from bot.models.arrival import Arrival, ArrivalState, arrival_at, seen_before, waiting_in_chat
from bot.models.business import BusinessChat, ChatState, business_chat
from bot.models.client import Client
from bot.models.dossier import Dossier, dossier_of_client
from bot.models.task import Task
from bot.models.user import User
from bot.services.clients.matching import learn_account, with_text
from bot.services.core.coverage import recompute_coverage
from bot.services.core.outbox import enqueue
from bot.services.core.substitutes import may_answer_for
from bot.services.core.work import Act, Work
from bot.services.inbound.business.connections import asks_of_unknown
from bot.services.inbound.business.messages import (
    BusinessMessage,
    BusinessPassedMessage,
    BusinessQuestionMessage,
    BusinessUnknownMessage,
)
from bot.services.inbound.business.whose import clients_of_letter, is_colleague
from bot.services.inbound.messages import AbsentInboundMessage, InboundMessage
from bot.services.inbound.reception import tell_heads
from bot.services.inbound.telling import tell_of
from bot.services.pool.again import has_let_go
from bot.services.pool.words import note_words
from bot.services.tasks.arrived import bring_inbound


async def take_letter(act: Act, letter: BusinessLetter) -> int | None:
    """Put the words where they belong, once however often they come.

    Returns the inbound that they have joined, whose card says less than there is by now.
    """
    if letter.by_bot or await is_colleague(act, letter.chat_id) or await _is_known(act, letter):
        return None
    clients = await clients_of_letter(act, letter)
    arrival = _arrival_of_letter(act, letter)
    if len(clients) != 1:
        await _of_nobody(act, letter, arrival, is_someones=bool(clients))
        return None
    dossier = await dossier_of_client(act.session, clients[0].id)
    if dossier is None:
        return None
    client = dossier.client
    match client.status:
        case ClientStatus.ACTIVE:
            return await _for_active(act, letter, arrival, dossier)
        case ClientStatus.POOL | ClientStatus.LOST:
            await _for_nobodys(act, letter, arrival, client)
            return None
        case ClientStatus.ERASED:
            return None
    assert_never(client.status)


def _arrival_of_letter(act: Act, letter: BusinessLetter) -> Arrival:
    """The row of the message, not in the session yet; it keeps as much as the company allows."""
    file = letter.file if act.policy.business_excerpt else None
    identity, excerpt = letter.sender.identity(), letter.excerpt(act.policy.business_excerpt)
    sender = asdict(with_text(act, letter.sender, letter.own))
    return Arrival(
        user_id=act.actor.id,
        state=ArrivalState.WAITING,
        sender=sender,
        text=excerpt,
        said=excerpt,
        arrived_at=min(letter.at, act.now),
        dedupe_key=letter.key,
        sender_key=sender_key(act.actor.id, identity) if identity else None,
        created_at=act.now,
        chat_id=letter.chat_id,
        message_id=letter.message_id,
        content=file.kind if file else None,
        file_id=file.file_id if file else None,
    )


async def chat_with(act: Act, account: int, state: ChatState) -> BusinessChat:
    """The actor's chat with this account, in this state from now on."""
    chat = await business_chat(act.session, act.actor.id, account)
    if chat is None:
        chat = BusinessChat(user_id=act.actor.id, telegram_id=account, answered={})
        act.session.add(chat)
    chat.state = state
    return chat


async def _is_known(act: Act, letter: BusinessLetter) -> bool:
    """Whether this very message is here already, by itself or brought by hand."""
    place = act.actor.id, letter.chat_id, letter.message_id
    if await arrival_at(act.session, *place) is not None:
        return True
    earlier = await seen_before(act.session, letter.key)
    return any(arrival.user_id == act.actor.id for arrival in earlier)


async def _for_active(
    act: Act, letter: BusinessLetter, arrival: Arrival, dossier: Dossier
) -> int | None:
    """The bot itself has brought it: whoever works the client is told, the actor as well."""
    work = Work(act.session, act.now, act.policy, act.calendar, act.company)
    client, owner = dossier.client, dossier.owner or act.actor
    arrival.client_id = client.id
    act.session.add(arrival)
    await act.session.flush([arrival])
    await learn_account(act, client, arrival)
    task, join = await bring_inbound(work, dossier, arrival)
    await recompute_coverage(work, dossier)
    chat = await chat_with(act, letter.chat_id, ChatState.CLIENT)
    if chat.task_id != task.id:
        chat.task_id, chat.opened = task.id, False
    chat.heard_at, chat.answer = max(chat.heard_at or letter.at, letter.at), None
    is_own = await may_answer_for(act, owner.id)
    await _tell(act, work, owner, task, is_own=is_own)
    return task.id if join is Join.ADDED and is_own else None


async def _tell(act: Act, work: Work, owner: User, task: Task, *, is_own: bool) -> None:
    """The owner, or who hears it in his place; whose account it came by is told where it went."""
    instead = AbsentInboundMessage(task.id, act.actor.id)
    if is_own:
        await tell_of(work, owner, BusinessMessage(task.id), instead)
        return
    await tell_of(work, owner, InboundMessage(task.id, act.actor.id), instead)
    await enqueue(work, act.actor, BusinessPassedMessage(task.id))


async def _for_nobodys(act: Act, letter: BusinessLetter, arrival: Arrival, client: Client) -> None:
    """Nobody has the client: the actor may take him, or the heads decide; asked once."""
    if await _joins(act, letter, arrival):
        return
    arrival.client_id = client.id
    act.session.add(arrival)
    await act.session.flush([arrival])
    note_words(act, arrival, client.id)
    in_pool = client.status is ClientStatus.POOL
    if in_pool and not await has_let_go(act, client.id, act.actor):
        await enqueue(act, act.actor, BusinessQuestionMessage(arrival.id))
    else:
        await tell_heads(act, arrival, client)


async def _of_nobody(
    act: Act, letter: BusinessLetter, arrival: Arrival, *, is_someones: bool
) -> None:
    """A chat is asked about once; without the actor's wish only where it is some client's."""
    if not is_someones and not await asks_of_unknown(act):
        return
    chat = await business_chat(act.session, act.actor.id, letter.chat_id)
    if chat is not None and chat.state is ChatState.NOT_CLIENT:
        return
    if await _joins(act, letter, arrival):
        return
    if chat is not None and chat.state is ChatState.ASKED:
        return
    await chat_with(act, letter.chat_id, ChatState.ASKED)
    act.session.add(arrival)
    await act.session.flush()
    about = BusinessQuestionMessage if is_someones else BusinessUnknownMessage
    await enqueue(act, act.actor, about(arrival.id))


async def _joins(act: Act, letter: BusinessLetter, arrival: Arrival) -> bool:
    """Whether something of this chat waits for an answer already: it has the words as well."""
    lead = await waiting_in_chat(act.session, act.actor.id, letter.chat_id)
    if lead is None:
        return False
    arrival.lead_id, arrival.state, arrival.client_id = lead.id, lead.state, lead.client_id
    lead.text = with_line(lead.text, arrival.text)
    act.session.add(arrival)
    if lead.client_id is not None:
        note_words(act, lead, lead.client_id)
    return True
