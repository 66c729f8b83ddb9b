"""What has arrived and waits for a word of who brought it: until then it is nobody's task (R9)."""

from datetime import datetime

from bot.method.clients.cards import (
    CameBack,
    ColleaguesClient,
    HeadTold,
    OpenQuestion,
    Reception,
    surname_of,
)
from bot.method.core.places import task_if_any
from bot.method.core.refusals import Stale
from bot.method.core.terms import ClientStatus
from bot.method.core.texts import clean
from bot.method.day.cards import AskedLine
from bot.models.arrival import Arrival, ArrivalState, drop_arrival
from bot.models.client import Client
from bot.models.questions import waiting_arrivals
from bot.models.user import User
from bot.services.clients.matching import sender_of
from bot.services.core.outbox import enqueue
from bot.services.core.work import Act
from bot.services.inbound.inbound import own_arrival, own_waiting
from bot.services.inbound.messages import UnansweredMessage
from bot.services.inbound.reception import question, tell_heads
from bot.services.inbound.together import BROUGHT_BY, SAID_BY
from bot.services.pool.again import has_let_go

_LISTED = 3
_LOOKED_AT = 50
_LONGEST_TEXT = 40


async def ask_until_shown(act: Act, made: Reception) -> None:
    """What the screen asks comes as a message as well, a minute later, unless the screen arrives.

    What has become a task, or the business of somebody else, stands in a list all the same.
    """
    if isinstance(made, OpenQuestion) and made.arrival_id is not None:
        await enqueue(act, act.actor, UnansweredMessage(made.arrival_id))


async def unanswered(act: Act, until: datetime | None = None) -> tuple[tuple[AskedLine, ...], int]:
    """The first of what the actor was asked and has not answered, and how many there are; of what
    was there at `until` (UTC) where that is given.

    Of a colleague's client there is nothing to be answered: passing it on is an offer.
    """
    rows = await waiting_arrivals(act.session, act.actor.id, until or act.now, _LOOKED_AT)
    lines = [
        AskedLine(
            arrival.id,
            # What a colleague has said is no client's, but who said it is known.
            sender_of(arrival).called or arrival.sender.get(SAID_BY),
            arrival.arrived_at.astimezone(act.zone),
            clean(arrival.text, _LONGEST_TEXT),
            arrival.sender.get(BROUGHT_BY),
        )
        for arrival, client in rows
        if client is None or await _is_offered(act, client)
    ]
    return tuple(lines[:_LISTED]), len(lines)


async def still_asked(act: Act, about: UnansweredMessage) -> OpenQuestion | None:
    """The question as it stands; None where it is settled, or was never the actor's."""
    arrival = await act.session.get(Arrival, about.arrival)
    if arrival is None or arrival.user_id != act.actor.id:
        return None
    return await _standing(act, arrival)


async def asked_again(act: Act, arrival_id: int) -> OpenQuestion:
    """The same for who opens it from a list; Stale with its task where it is settled."""
    arrival = await own_arrival(act, arrival_id)
    standing = await _standing(act, arrival)
    if standing is None:
        raise Stale("arrival-done", task_if_any(arrival.task_id))
    return standing


async def put_away(act: Act, arrival_id: int) -> HeadTold | None:
    """Nothing that concerns a client: it is forgotten with all its parts, as if it had not come.

    A client of the pool who has come back is not forgotten: who does not want him leaves him to
    the heads.
    """
    arrival = await own_waiting(act, arrival_id)
    if arrival.client_id is not None:
        client = await act.session.get_one(Client, arrival.client_id)
        return await tell_heads(act, arrival, client, declined=True)
    await drop_arrival(act.session, arrival.id)
    return None


async def _standing(act: Act, arrival: Arrival) -> OpenQuestion | None:
    client = None
    if arrival.client_id is not None:
        client = await act.session.get_one(Client, arrival.client_id)
    if arrival.state in (ArrivalState.DONE, ArrivalState.HEADS):
        return None
    if arrival.state is ArrivalState.HELD:
        if client is None or client.owner_id is None:
            return None
        owner = await act.session.get_one(User, client.owner_id)
        return ColleaguesClient(surname_of(owner.name), arrival.id)
    if client is None:
        return await question(act, arrival, again=True)
    return (
        CameBack(arrival.id, sender_of(arrival).called) if await _is_offered(act, client) else None
    )


async def _is_offered(act: Act, client: Client) -> bool:
    """Whether the actor may take the client, who has come back; else the heads decide."""
    in_pool = client.status is ClientStatus.POOL
    return in_pool and not await has_let_go(act, client.id, act.actor)
