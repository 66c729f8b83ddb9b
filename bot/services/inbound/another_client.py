"""An inbound on the wrong client: taken off it, and asked about anew (R9)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from bot.method.clients.cards import WhoseMessage
from bot.method.core.places import TaskAt
from bot.method.core.refusals import Stale
from bot.method.core.terms import CancelReason, Event
from bot.method.inbound.cards import BroughtLine, WhichMessage
from bot.method.inbound.matching import MOST_CANDIDATES, Several, Sure, Unknown
from bot.models.arrival import Arrival, ArrivalState, arrivals_of_client
from bot.models.arrival_parts import parts_on
from bot.models.client import clients_by_id
from bot.models.dossier import Dossier
from bot.models.task import Task
from bot.services.clients.matching import forget, match, sender_of
from bot.services.core.coverage import recompute_coverage
from bot.services.core.rights import require_task, works_with
from bot.services.core.timeline import note
from bot.services.core.work import Act
from bot.services.inbound.inbound import ask_again, own_arrival
from bot.services.inbound.together import words_of_parts
from bot.services.tasks.arrived import keep_words, put_deadline
from bot.services.tasks.ending import cancel_tasks
from bot.services.tasks.tasks import open_task, owner_of

_MOST_LINES = 8


async def ask_which(act: Act, task_id: int, arrival_id: int) -> WhichMessage | WhoseMessage:
    """Which message is another client's, where the actor has brought several to the inbound; the
    only one is taken off at once, as `take_off` does."""
    arrival = await own_arrival(act, arrival_id)
    dossier = await require_task(act, task_id)
    if arrival.task_id != task_id or dossier.task(task_id) is None:
        return await take_off(act, task_id, arrival_id)
    parts = await parts_on(act.session, task_id)
    leads = [part for part in parts if part.user_id == act.actor.id and part.lead_id is None]
    if len(leads) < 2:
        return await take_off(act, task_id, arrival_id)
    lines = [
        BroughtLine(
            lead.id,
            lead.arrived_at.astimezone(act.zone),
            words_of_parts([part for part in parts if _lead_of(part) == lead.id]),
        )
        for lead in reversed(leads)
    ]
    return WhichMessage(task_id, dossier.client.name, tuple(lines[:_MOST_LINES]), act.today)


async def take_off(act: Act, task_id: int, arrival_id: int) -> WhoseMessage:
    """Take what the actor brought off the open inbound, and ask whose it is once more: with nothing
    left on it the inbound is cancelled, else the other messages stay, and wait since the first of
    them came.

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
    going, staying = _parted(arrival, await parts_on(act.session, task_id))
    known = await arrivals_of_client(act.session, client.id)
    await forget(act, client, known, [sender_of(part) for part in going])
    first = next(part for part in going if part.id == _lead_of(arrival))
    _let_wait(first, going)
    if staying:
        await _keep_rest(act, dossier, task, staying)
        note(act, Event.MISPLACED, client.id, task=task, why=CancelReason.ANOTHER_CLIENT)
    else:
        # The very same message makes a task again, on whom it turns out to be of.
        task.dedupe_key = None
        cancel_tasks(act, dossier, [task], CancelReason.ANOTHER_CLIENT, Event.MISPLACED)
    await recompute_coverage(act, dossier)
    question = await _ask(act, first, client.id)
    return replace(question, taken_off=client.name, others_stay=bool(staying))


def _lead_of(part: Arrival) -> int:
    return part.lead_id or part.id


def _parted(
    arrival: Arrival, parts: Sequence[Arrival]
) -> tuple[Sequence[Arrival], Sequence[Arrival]]:
    """The messages of the inbound that go, whoever else has brought the very same, and the rest."""
    own = {part.id for part in parts if _lead_of(part) == _lead_of(arrival)}
    keys = {part.dedupe_key for part in parts if part.id in own} - {None}
    going = [part for part in parts if part.id in own or part.dedupe_key in keys]
    return going, [part for part in parts if part not in going]


def _let_wait(lead: Arrival, parts: Sequence[Arrival]) -> None:
    """One question about all parts. A colleague who passed the same on has nothing to answer."""
    lead.text = words_of_parts(parts)
    comment = "\n".join(part.comment for part in parts if part.comment)
    for part in parts:
        part.task_id = part.client_id = part.comment = None
        if part.user_id == lead.user_id:
            part.state = ArrivalState.WAITING
            part.lead_id = None if part is lead else lead.id
    lead.comment = comment or None


async def _keep_rest(act: Act, dossier: Dossier, task: Task, staying: Sequence[Arrival]) -> None:
    """The inbound is of these messages only; it is of another one than before where it was made
    of what has gone."""
    await keep_words(act, task)
    task.arrived_at = min(part.arrived_at for part in staying)
    if task.dedupe_key in {part.dedupe_key for part in staying}:
        return
    first = staying[0]
    task.dedupe_key, task.sender_key, task.kind = first.dedupe_key, first.sender_key, first.kind
    task.created_at, is_reminded = first.created_at, task.remind_at
    put_deadline(act, task, owner_of(dossier), first.created_at)
    if is_reminded is None:
        # Somebody has written back since, or all have been told.
        task.remind_at = None


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
