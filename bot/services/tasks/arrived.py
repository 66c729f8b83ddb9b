"""What has arrived becomes an inbound task, which more of the same joins (R9)."""

from bot.method.core.terms import Direction, Event, TaskStatus
from bot.method.core.texts import clean
from bot.method.gaps.ladder import inbound_deadline
from bot.models.arrival import Arrival, ArrivalState, parts_of
from bot.models.dossier import Dossier
from bot.models.inbound import inbound_by_key
from bot.models.task import Task
from bot.models.user import User
from bot.services.core.timeline import note
from bot.services.core.work import Work
from bot.services.tasks.comments import LONGEST as LONGEST_COMMENT
from bot.services.tasks.reminders import keep_reminder
from bot.services.tasks.tasks import owner_of

_LONGEST_TEXT = 4096
IN_TIMELINE = 200
"""Letters of the words that the history keeps."""


async def add_inbound(
    work: Work, dossier: Dossier, arrival: Arrival, *, in_history: bool = False
) -> Task:
    """Add the task to the dossier without settling; on the only open deal where there is one.

    The very same message makes no second task, whoever brought it first.

    `in_history`: its words stand there already, from when nobody had the client.
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
        dedupe_key=arrival.dedupe_key,
        sender_key=arrival.sender_key,
        created_at=work.now,
        created_by=work.actor_id,
    )
    put_deadline(work, task, owner)
    work.session.add(task)
    await work.session.flush([task])
    dossier.tasks.append(task)
    if not in_history:
        note(work, Event.INBOUND, client.id, task=task, text=(arrival.text or "")[:IN_TIMELINE])
    return task


def put_deadline(work: Work, task: Task, owner: User) -> None:
    """From now on it waits for an answer of the owner's, or who stands in."""
    task.deadline_at = inbound_deadline(work.now, work.policy, work.ladder_time_of(owner))
    keep_reminder(work, task, owner)


def join_inbound(task: Task, text: str) -> bool:
    """Add what came a moment later; False where the task is closed already."""
    if task.status is not TaskStatus.OPEN:
        return False
    task.text = clean(f"{task.text or ''}\n{text}", _LONGEST_TEXT, lines=True) or None
    return True


async def settle(work: Work, arrival: Arrival, task: Task) -> None:
    """The task has come of it, and of all the parts that waited with it."""
    for part in (arrival, *await parts_of(work.session, arrival)):
        part.state, part.text = ArrivalState.DONE, ""
        part.task_id, part.client_id = task.id, task.client_id


def say_on(work: Work, task: Task, comment: str | None) -> None:
    """The comment stands in the history, beside its inbound."""
    if comment:
        shown = clean(comment, LONGEST_COMMENT, lines=True)
        note(work, Event.COMMENT, task.client_id, task=task, text=shown)
