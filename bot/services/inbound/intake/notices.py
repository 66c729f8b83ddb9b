"""What the messages about what has come over HTTP say now; None where it is not so any more."""

from dataclasses import replace

from bot.method.core.terms import ClientStatus, Direction, Role, TaskStatus
from bot.method.inbound.cards import ReturnNotice
from bot.method.inbound.intake.cards import CallNotice, IntakeNotice, IntakeQuestion, Reported
from bot.models.arrival import Arrival
from bot.models.claim import is_left_to_head
from bot.models.client import Client
from bot.models.contact_point import phones_of_clients
from bot.models.dossier import Dossier, dossiers_unlocked
from bot.models.intake import IntakeRecord, record_of_arrival
from bot.models.task import Task, task_row
from bot.models.user import User
from bot.services.core.hearers import absence_of, hearers_of
from bot.services.core.rights import leads
from bot.services.core.substitutes import may_answer_for
from bot.services.core.work import Act
from bot.services.inbound.intake.messages import (
    AbsentIntakeMessage,
    CallMessage,
    IntakeMessage,
    IntakeQuestionMessage,
    IntakeReturnMessage,
)
from bot.services.inbound.messages import UnansweredMessage
from bot.services.inbound.together import has_created
from bot.services.inbound.unanswered import still_asked

_PHONES = 2


async def came(act: Act, about: IntakeMessage) -> IntakeNotice | None:
    """While the inbound is open and the reader is who works it."""
    found = await _open(act, about.task, about.record)
    if found is None:
        return None
    notice, owner = found
    if not await may_answer_for(act, owner.id):
        return None
    return replace(notice, instead_of=owner.name if owner.id != act.actor.id else None)


async def came_for_absent(act: Act, about: AbsentIntakeMessage) -> IntakeNotice | None:
    """While the inbound is open, its owner does not hear of it and the reader leads the owner."""
    found = await _open(act, about.task, about.record)
    if found is None:
        return None
    notice, owner = found
    absence = absence_of(act, owner, await hearers_of(act, owner), owner.name)
    if absence is None or not await leads(act, owner):
        return None
    return replace(notice, absence=absence, new=False)


async def asked(act: Act, about: IntakeQuestionMessage) -> IntakeQuestion | None:
    """The question as it stands; None where it is settled."""
    question = await still_asked(act, UnansweredMessage(about.arrival))
    record = await record_of_arrival(act.session, about.arrival)
    arrival = await act.session.get(Arrival, about.arrival)
    if question is None or record is None or arrival is None:
        return None
    return IntakeQuestion(question, _reported(act, record, arrival.text))


async def returned(act: Act, about: IntakeReturnMessage) -> ReturnNotice | None:
    """As long as there is such a client, whoever has him by now."""
    client = await act.session.get(Client, about.client)
    arrival = await act.session.get(Arrival, about.arrival)
    if client is None or client.status is ClientStatus.ERASED:
        return None
    text = arrival.text if arrival else None
    return ReturnNotice(about.arrival, client.id, client.name, client.status, None, text)


async def talked(act: Act, about: CallMessage) -> CallNotice | None:
    """While there is something to ask: the outcome of what is due, or the next step."""
    record = await act.session.get(IntakeRecord, about.record)
    dossier = next(iter(await dossiers_unlocked(act.session, [about.client])), None)
    if record is None or dossier is None or dossier.owner is None:
        return None
    owner = dossier.owner
    if not await may_answer_for(act, owner.id):
        return None
    task = _due(act, dossier, owner)
    if task is None and not dossier.gaps:
        return None
    return CallNotice(
        dossier.client.id,
        dossier.client.name,
        _reported(act, record, ""),
        task.id if task else None,
        task.title if task else None,
        task.kind if task and task.direction is Direction.OUTBOUND else None,
        owner.name if owner.id != act.actor.id else None,
    )


def _due(act: Act, dossier: Dossier, owner: User) -> Task | None:
    """What the call may have been about: the open inbound, else what is due by today."""
    today = act.today_of(owner)
    due = [task for task in dossier.tasks if task.due_on is not None and task.due_on <= today]
    return next(iter([*dossier.inbound, *due]), None)


async def _open(act: Act, task_id: int, record_id: int) -> tuple[IntakeNotice, User] | None:
    row = await task_row(act.session, task_id)
    record = await act.session.get(IntakeRecord, record_id)
    if record is None or row is None or row[0].status is not TaskStatus.OPEN:
        return None
    task, client, *_ = row
    owner = await act.session.get_one(User, task.owner_id)
    points = await phones_of_clients(act.session, [client.id])
    arrival = None
    if record.arrival_id is not None:
        arrival = await act.session.get(Arrival, record.arrival_id)
    created = arrival is not None and has_created(arrival)
    notice = IntakeNotice(
        task.id,
        client.id,
        client.name,
        _reported(act, record, task.text or ""),
        tuple(point.value for point in points[:_PHONES]),
        new=created and act.actor.role in Role.leaders(),
        untaken=await is_left_to_head(act.session, task.id),
    )
    return notice, owner


def _reported(act: Act, record: IntakeRecord, text: str) -> Reported:
    at = min(record.occurred_at, record.received_at).astimezone(act.zone)
    return Reported(record.channel, at, act.today, text, record.call)
