"""What the messages about what has arrived say now; None where it is not so any more."""

from dataclasses import replace

from bot.method.core.terms import ClientStatus, TaskStatus
from bot.method.inbound.cards import InboundNotice, ReturnNotice
from bot.models.arrival import Arrival
from bot.models.client import Client
from bot.models.task import Task, task_row
from bot.models.user import User
from bot.services.core.hearers import absence_of, hearers_of
from bot.services.core.rights import leads
from bot.services.core.substitutes import may_answer_for
from bot.services.core.work import Act
from bot.services.inbound.messages import AbsentInboundMessage, InboundMessage, ReturningMessage


async def brought(act: Act, about: InboundMessage) -> InboundNotice | None:
    """While the inbound is open and the reader is who works it."""
    row = await task_row(act.session, about.task)
    if row is None or row[0].status is not TaskStatus.OPEN:
        return None
    task, client, *_ = row
    owner = await act.session.get_one(User, task.owner_id)
    if not await may_answer_for(act, owner.id):
        return None
    instead_of = owner.name if owner.id != act.actor.id else None
    notice = await _notice(act, task, client, about)
    return replace(notice, instead_of=instead_of)


async def brought_for_absent(act: Act, about: AbsentInboundMessage) -> InboundNotice | None:
    """While the inbound is open, its owner does not hear of it and the reader leads the owner."""
    row = await task_row(act.session, about.task)
    if row is None or row[0].status is not TaskStatus.OPEN:
        return None
    task, client, *_ = row
    owner = await act.session.get_one(User, task.owner_id)
    absence = absence_of(act, owner, await hearers_of(act, owner), owner.name)
    if absence is None or not await leads(act, owner):
        return None
    return replace(await _notice(act, task, client, about), absence=absence)


async def _notice(
    act: Act, task: Task, client: Client, about: InboundMessage | AbsentInboundMessage
) -> InboundNotice:
    bringer = await act.session.get(User, about.bringer)
    added = None if about.added is None else await act.session.get(Arrival, about.added)
    at = added.arrived_at if added else task.arrived_at or task.created_at
    return InboundNotice(
        task.id,
        client.name,
        bringer.name if bringer else None,
        at.astimezone(act.zone),
        act.today,
        task.text,
        client_id=client.id,
        added=added is not None,
    )


async def returning(act: Act, about: ReturningMessage) -> ReturnNotice | None:
    """As long as there is such a client and such a colleague."""
    client = await act.session.get(Client, about.client)
    arrival = await act.session.get(Arrival, about.arrival)
    bringer = await act.session.get(User, about.bringer)
    if client is None or bringer is None or client.status is ClientStatus.ERASED:
        return None
    return ReturnNotice(
        about.arrival,
        client.id,
        client.name,
        client.status,
        bringer.name,
        arrival.text if arrival else None,
    )
