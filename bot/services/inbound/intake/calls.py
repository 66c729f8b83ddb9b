"""Calls that were answered: a conversation in the history, and the next step asked for (R9)."""

from datetime import datetime

from bot.method.core.terms import Event, Outcome
from bot.method.inbound.intake.event import CallEnd
from bot.models.arrival import Arrival
from bot.models.arrival_parts import parts_of_task
from bot.models.client import Client
from bot.models.dossier import Dossier, dossier_of_task
from bot.models.intake import IntakeRecord, IntakeState
from bot.models.task import Task
from bot.models.user import User
from bot.services.clients.matching import learn_account
from bot.services.core.coverage import recompute_coverage
from bot.services.core.hearers import hearers_of
from bot.services.core.outbox import enqueue
from bot.services.core.timeline import note
from bot.services.core.work import Act, Work
from bot.services.inbound.intake.messages import CallMessage
from bot.services.tasks.arrived import bring_inbound
from bot.services.tasks.ending import close_task


async def has_been(
    work: Work, record: IntakeRecord, dossier: Dossier, owner: User, arrival: Arrival
) -> bool:
    """Whether the event is a conversation that was; then it is kept as one.

    An incoming one is an inbound that is worked off already, unless the client has an open one:
    then that is what was talked about, and its outcome is asked for.
    """
    if record.call not in (CallEnd.ANSWERED, CallEnd.OUTGOING):
        return False
    waiting = next(iter(dossier.inbound), None)
    if record.call is CallEnd.OUTGOING or waiting is not None:
        record.state = IntakeState.TOUCHED
        record.task_id = waiting.id if waiting is not None else None
        note(work, Event.TALKED, dossier.client.id, task=waiting)
        _touch(work, record, dossier.client, dossier.client.last_touch_at)
    else:
        arrival.client_id = dossier.client.id
        work.session.add(arrival)
        await work.session.flush([arrival])
        await learn_account(Act.by(owner, work), dossier.client, arrival)
        task, _ = await bring_inbound(work, dossier, arrival, in_history=True)
        _close(work, record, dossier, task)
        record.state, record.arrival_id, record.task_id = IntakeState.TASK, arrival.id, task.id
    await recompute_coverage(work, dossier)
    await _ask_next(work, dossier, owner, record)
    return True


async def answered_after_all(work: Work, record: IntakeRecord) -> None:
    """Somebody of the group has picked up: what was reported as missed is worked off, as far as
    nothing else stands on it."""
    record.call = CallEnd.ANSWERED
    if record.task_id is None or await parts_of_task(work.session, record.task_id) != 1:
        return
    dossier = await dossier_of_task(work.session, record.task_id)
    task = None if dossier is None else dossier.task(record.task_id)
    if dossier is None or task is None or task.dedupe_key != record.key:
        return
    _close(work, record, dossier, task)
    await recompute_coverage(work, dossier)
    if dossier.owner is not None:
        await _ask_next(work, dossier, dossier.owner, record)


def _close(work: Work, record: IntakeRecord, dossier: Dossier, task: Task) -> None:
    before = dossier.client.last_touch_at
    close_task(work, dossier, task, Outcome.TALKED)
    _touch(work, record, dossier.client, before)


def _touch(work: Work, record: IntakeRecord, client: Client, before: datetime | None) -> None:
    """They have talked when they did: an exchange may report it hours later."""
    at = min(record.occurred_at, work.now)
    client.last_touch_at = at if before is None else max(before, at)


async def _ask_next(work: Work, dossier: Dossier, owner: User, record: IntakeRecord) -> None:
    heard = await hearers_of(work, owner)
    for person in heard.readers(owner):
        await enqueue(work, person, CallMessage(dossier.client.id, record.id))
