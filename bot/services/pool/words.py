"""What a client writes while nobody has him: kept in the history, and an inbound of whoever gets
him in the end (R6, R7, R9)."""

from bot.method.core.terms import Event
from bot.models.arrival import Arrival, words_without_owner
from bot.models.dossier import Dossier
from bot.services.core.timeline import note
from bot.services.core.work import Work
from bot.services.tasks.arrived import IN_TIMELINE, bring_inbound, say_on

_NOTED = "noted"


def note_words(work: Work, arrival: Arrival, client_id: int) -> None:
    """The words stand in the client's history at once, what has joined them since as well."""
    noted = int(arrival.sender.get(_NOTED, 0))
    if noted and len(arrival.text) <= noted:
        return
    news = arrival.text[noted:].strip()
    note(work, Event.INBOUND, client_id, text=news[:IN_TIMELINE])
    arrival.sender = arrival.sender | {_NOTED: max(len(arrival.text), 1)}


def follow_noted(arrival: Arrival) -> None:
    """Words that stand in the history have become others: what comes next is news all the same."""
    if _NOTED in arrival.sender:
        arrival.sender = arrival.sender | {_NOTED: max(len(arrival.text), 1)}


async def bring_words(work: Work, dossier: Dossier) -> None:
    """Everything that waits becomes the open inbound of who has the client now; the caller settles
    the coverage."""
    for arrival in await words_without_owner(work.session, dossier.client.id):
        noted = _NOTED in arrival.sender
        task, _ = await bring_inbound(work, dossier, arrival, in_history=noted)
        say_on(work, task, arrival.comment)
