"""An inbound on the wrong client: taken off it, and asked about anew (R9)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from bot.method.clients.cards import WhoseMessage
from bot.method.core.places import TaskAt
from bot.method.core.refusals import Stale
from bot.method.core.terms import CancelReason, Event
from bot.method.inbound.matching import MOST_CANDIDATES, Several, Sure, Unknown
from bot.models.arrival import Arrival, ArrivalState, arrivals_of_client
from bot.models.client import clients_by_id
from bot.services.clients.matching import forget, match, sender_of
from bot.services.core.coverage import recompute_coverage
from bot.services.core.rights import require_task, works_with
from bot.services.core.work import Act
from bot.services.inbound.inbound import ask_again, own_arrival
from bot.services.tasks.ending import cancel_tasks
from bot.services.tasks.tasks import open_task


async def take_off(act: Act, task_id: int, arrival_id: int) -> WhoseMessage:
    """Cancel the open inbound that the actor brought, and ask whose it is once more.

    What a choice has taught about the sender is forgotten; all parts of an album or a burst wait
    together again. The way back is to choose the same client. A second tap shows the question as
    it stands; Stale with the card of the task where it was answered or the inbound is closed.
    """
    arrival = await own_arrival(act, arrival_id)
    dossier = await require_task(act, task_id)
    client = dossier.client
    if arrival.task_id != task_id:
        if arrival.state is ArrivalState.WAITING:
            return await _ask(act, arrival, client.id)
        raise Stale("arrival-done", TaskAt(arrival.task_id or task_id))
    task = open_task(dossier, task_id)
    known = await arrivals_of_client(act.session, client.id)
    parts = [part for part in known if part.task_id == task_id]
    await forget(act, client, known, [sender_of(part) for part in parts])
    _let_wait(arrival, parts, task.text or "")
    # The very same message makes a task again, on whom it turns out to be of.
    task.dedupe_key = None
    cancel_tasks(act, dossier, [task], CancelReason.ANOTHER_CLIENT, Event.MISPLACED)
    await recompute_coverage(act, dossier)
    return replace(await _ask(act, arrival, client.id), taken_off=client.name)


def _let_wait(lead: Arrival, parts: Sequence[Arrival], text: str) -> None:
    """One question about all parts. A colleague who passed the same on has nothing to answer."""
    lead.text = text
    comment = "\n".join(part.comment for part in parts if part.comment)
    for part in parts:
        part.task_id = part.client_id = part.comment = None
        if part.user_id == lead.user_id:
            part.state = ArrivalState.WAITING
            part.lead_id = None if part is lead else lead.id
    lead.comment = comment or None


async def _ask(act: Act, arrival: Arrival, wrong_id: int) -> WhoseMessage:
    """The likely ones that the actor works with, the wrong client the last of them."""
    decision = await match(act, sender_of(arrival))
    found: tuple[int, ...]
    match decision:
        case Sure(client_id):
            found = (client_id,)
        case Several(client_ids):
            found = client_ids
        case Unknown():
            found = ()
        case never:
            assert_never(never)
    others = [client_id for client_id in found if client_id != wrong_id][: MOST_CANDIDATES - 1]
    rows = await clients_by_id(act.session, [*others, wrong_id])
    ids = [client.id for client, _ in rows if await works_with(act, client)]
    return await ask_again(act, arrival.id, ids)
