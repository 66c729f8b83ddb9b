"""Writing the timeline: one call an event, from every use case that changes a client."""

from bot.method.core.terms import Event
from bot.models.task import Task
from bot.models.timeline import TimelineEntry
from bot.services.core.work import Work


def note(
    work: Work,
    event: Event,
    client_id: int,
    *,
    deal_id: int | None = None,
    task: Task | None = None,
    **data: object,
) -> TimelineEntry:
    """Remember the event under the actor (nobody: the bot itself) at `work.now`.

    `data` is code words, ids, ISO dates and what people wrote. A new task must have its id
    by then.
    """
    entry = TimelineEntry(
        client_id=client_id,
        deal_id=task.deal_id if task else deal_id,
        task_id=task.id if task else None,
        actor_id=work.actor_id,
        event=event,
        at=work.now,
        data=data,
    )
    work.session.add(entry)
    return entry
