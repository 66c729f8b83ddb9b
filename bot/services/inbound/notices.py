"""What the messages about what has arrived say now; None where it is not so any more."""

from bot.method.clients.cards import InboundNotice, ReturnNotice
from bot.method.core.terms import TaskStatus
from bot.models.arrival import Arrival
from bot.models.client import Client
from bot.models.task import task_row
from bot.models.user import User
from bot.services.core.substitutes import on_duty_for
from bot.services.core.work import Act
from bot.services.inbound.messages import InboundMessage, ReturningMessage


async def brought(act: Act, about: InboundMessage) -> InboundNotice | None:
    """While the inbound is open and the reader is who works it."""
    row = await task_row(act.session, about.task)
    if row is None or row[0].status is not TaskStatus.OPEN:
        return None
    task, client, *_ = row
    owner = await act.session.get_one(User, task.owner_id)
    if act.actor.id not in (owner.id, (await on_duty_for(act, owner)).id):
        return None
    bringer = await act.session.get(User, about.bringer)
    return InboundNotice(
        task.id,
        client.name,
        bringer.name if bringer else None,
        (task.arrived_at or task.created_at).astimezone(act.zone),
        act.today,
        task.text,
        instead_of=owner.name if owner.id != act.actor.id else None,
    )


async def returning(act: Act, about: ReturningMessage) -> ReturnNotice | None:
    """As long as there is such a client and such a colleague."""
    client = await act.session.get(Client, about.client)
    arrival = await act.session.get(Arrival, about.arrival)
    bringer = await act.session.get(User, about.bringer)
    if client is None or bringer is None:
        return None
    return ReturnNotice(
        about.arrival,
        client.id,
        client.name,
        client.status,
        bringer.name,
        arrival.text if arrival else None,
    )
