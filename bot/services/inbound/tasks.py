"""The inbound task itself: made, joined by more of the same, told to its owner (R9)."""

from bot.method.core.terms import Direction, Event, TaskStatus
from bot.method.core.texts import clean
from bot.method.gaps.ladder import inbound_deadline
from bot.models.arrival import Arrival
from bot.models.dossier import Dossier
from bot.models.inbound import inbound_by_key
from bot.models.task import Task
from bot.models.user import User
from bot.services.core.outbox import enqueue
from bot.services.core.substitutes import on_duty_for
from bot.services.core.timeline import note
from bot.services.core.work import Act, Work
from bot.services.inbound.messages import InboundMessage
from bot.services.tasks.reminders import keep_reminder
from bot.services.tasks.tasks import owner_of

_LONGEST_TEXT = 4096
_IN_TIMELINE = 200


async def add_inbound(work: Work, dossier: Dossier, arrival: Arrival) -> Task:
    """Add the task to the dossier without settling; on the only open deal where there is one.

    The very same message makes no second task, whoever brought it first.

    Its deadline counts from the moment it is known to us: nobody is late before that.
    """
    client = dossier.client
    if arrival.dedupe_key is not None:
        known = await inbound_by_key(work.session, arrival.dedupe_key)
        if known is not None:
            return known
    owner = owner_of(dossier)
    task = Task(
        client_id=client.id,
        deal_id=dossier.deals[0].id if len(dossier.deals) == 1 else None,
        owner_id=owner.id,
        direction=Direction.INBOUND,
        kind=arrival.kind,
        text=arrival.text or None,
        arrived_at=arrival.arrived_at,
        deadline_at=inbound_deadline(work.now, work.policy, work.ladder_time_of(owner)),
        dedupe_key=arrival.dedupe_key,
        sender_key=arrival.sender_key,
        created_at=work.now,
        created_by=work.actor_id,
    )
    keep_reminder(work, task, owner)
    work.session.add(task)
    await work.session.flush([task])
    dossier.tasks.append(task)
    note(work, Event.INBOUND, client.id, task=task, text=(arrival.text or "")[:_IN_TIMELINE])
    return task


def join_inbound(task: Task, text: str) -> bool:
    """Add what came a moment later; False where the task is closed already."""
    if task.status is not TaskStatus.OPEN:
        return False
    task.text = clean(f"{task.text or ''}\n{text}", _LONGEST_TEXT, lines=True) or None
    return True


async def tell_owner(act: Act, owner: User, task: Task) -> None:
    """Queue the notice that a colleague has received something for the owner; for the one who
    stands in during a vacation, who need not be told of what he has brought himself."""
    person = await on_duty_for(act, owner)
    if person.id == act.actor.id:
        return
    await enqueue(act, person, InboundMessage(task.id, act.actor.id))
