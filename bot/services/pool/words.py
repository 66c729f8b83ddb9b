"""What a client writes while nobody has him: kept in the history, and an inbound of whoever gets
him in the end (R6, R7, R9)."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.method.clients.cards import Join
from bot.method.core.terms import Event
from bot.models.arrival import Arrival, ArrivalState, words_without_owner
from bot.models.dossier import Dossier
from bot.models.intake import record_of_arrival
from bot.models.task import Task
from bot.models.user import active_leaders
from bot.services.core.outbox import enqueue
from bot.services.core.timeline import note
from bot.services.core.work import Work
from bot.services.pool.messages import ReturnSettledMessage
from bot.services.tasks.arrived import IN_TIMELINE, bring_inbound, say_on

_NOTED = "noted"


def note_words(work: Work, arrival: Arrival, client_id: int) -> None:
    """The words stand in the client's history at once, what has joined them since as well."""
    noted = int(arrival.sender.get(_NOTED, 0))
    if noted and len(arrival.text) <= noted:
        return
    news = arrival.text[noted:].strip()
    note(work, Event.INBOUND, client_id, text=news[:IN_TIMELINE])
    stand_in_history(arrival)


def stand_in_history(arrival: Arrival) -> None:
    """Its words are there already: only what joins them from now on is news."""
    arrival.sender = arrival.sender | {_NOTED: max(len(arrival.text), 1)}


def follow_noted(arrival: Arrival) -> None:
    """Words that stand in the history have become others: what comes next is news all the same."""
    if _NOTED in arrival.sender:
        stand_in_history(arrival)


@dataclass(frozen=True)
class Brought:
    """What has waited, and the inbound that it is or has joined."""

    arrival: Arrival
    task: Task
    join: Join


async def bring_words(
    work: Work, dossier: Dossier, *, taken_back: bool = False
) -> Sequence[Brought]:
    """Everything that waits becomes the open inbound of who has the client now, and the heads are
    asked about it no more; the caller settles the coverage. `taken_back`: nobody has decided it on
    such a question, so that the actor's own says so as well."""
    found = []
    for arrival in await words_without_owner(work.session, dossier.client.id):
        if arrival.state is ArrivalState.HEADS:
            await _tell_settled(work, arrival, dossier.client.id, taken_back=taken_back)
        noted = _NOTED in arrival.sender
        task, join = await bring_inbound(work, dossier, arrival, in_history=noted)
        say_on(work, task, arrival.comment)
        found.append(Brought(arrival, task, join))
    return found


async def _tell_settled(work: Work, arrival: Arrival, client_id: int, *, taken_back: bool) -> None:
    """The messages of the leaders that ask about it say what has become of it."""
    by_itself = await record_of_arrival(work.session, arrival.id) is not None
    bringer = None if by_itself else arrival.user_id
    for leader in await active_leaders(work.session):
        if taken_back or leader.id != work.actor_id:
            await enqueue(work, leader, ReturnSettledMessage(arrival.id, client_id, bringer))
