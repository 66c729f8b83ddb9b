"""How tasks end: done with an outcome, or cancelled with a reason."""

from datetime import timedelta

from bot.method.core.terms import CancelReason, Direction, Event, Outcome, TaskStatus
from bot.models.dossier import Dossier
from bot.models.task import Task
from bot.services.core.timeline import note
from bot.services.core.work import Work


def close_task(work: Work, dossier: Dossier, task: Task, outcome: Outcome) -> None:
    """Mark it done; a touch of the client, unless they have not met or spoken."""
    keep_reaction(work, dossier, task)
    task.status = TaskStatus.DONE
    task.outcome = outcome
    task.closed_at = work.now
    dossier.tasks.remove(task)
    if outcome not in {Outcome.NOT_HELD, Outcome.PLANNED}:
        dossier.client.last_touch_at = work.now
    note(work, Event.TASK_DONE, dossier.client.id, task=task, outcome=outcome)


def keep_reaction(work: Work, dossier: Dossier, task: Task) -> None:
    """An inbound has had an outcome: with the first one, how long that has taken is kept, in the
    working time of who has the client by then (R12)."""
    owner, arrived_at = dossier.owner, task.arrived_at
    if task.direction is not Direction.INBOUND or task.reacted_at is not None:
        return
    if owner is None or arrived_at is None:
        return
    waited = work.ladder_time_of(owner).between(arrived_at, work.now)
    task.reacted_at, task.reacted_by = work.now, work.actor_id
    task.reaction_minutes = waited // timedelta(minutes=1)


def cancel_tasks(
    work: Work,
    dossier: Dossier,
    tasks: list[Task],
    reason: CancelReason,
    event: Event = Event.TASK_CANCELLED,
) -> list[Task]:
    """Cancel open tasks with the reason; returns them to be named in the answer. The timeline
    calls it `event`."""
    for task in tasks:
        task.status = TaskStatus.CANCELLED
        task.cancel_reason = reason
        task.closed_at = work.now
        dossier.tasks.remove(task)
        note(work, event, dossier.client.id, task=task, why=reason)
    return tasks
