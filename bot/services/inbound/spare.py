"""The client has come by himself: is what was planned with him still needed? (R9, R11)

Asked once the inbound has had its outcome, and never decided by the bot.
"""

from bot.method.core.places import ClientAt
from bot.method.core.refusals import Invalid
from bot.method.core.terms import CancelReason, Direction, TaskStatus, UndoableAction
from bot.method.inbound.spare import SpareTask
from bot.method.tasks.cards import NextStep
from bot.models.inbound import planned_before
from bot.models.task import Task
from bot.services.core.coverage import recompute_coverage
from bot.services.core.rights import require_task
from bot.services.core.substitutes import may_answer_for
from bot.services.core.undo import undoable
from bot.services.core.work import Act
from bot.services.tasks.asking import next_step
from bot.services.tasks.ending import cancel_tasks
from bot.services.tasks.tasks import open_task


async def spare_beside(act: Act, task_id: int) -> SpareTask | None:
    """The earliest task that was planned with the client before this inbound of his was worked
    off; None for what is no inbound, or is open still."""
    inbound = await act.session.get(Task, task_id)
    if inbound is None or inbound.direction is not Direction.INBOUND:
        return None
    await require_task(act, task_id)
    if inbound.status is not TaskStatus.DONE:
        return None
    task = await planned_before(act.session, inbound)
    if task is None:
        return None
    return SpareTask(task.id, task.client_id, task.kind, task.title, task.due_on, act.today)


async def drop_spare(act: Act, task_id: int) -> NextStep:
    """The planned task is needed no more; the next date is asked for in the same answer."""
    dossier = await require_task(act, task_id)
    task = open_task(dossier, task_id)
    if task.direction is not Direction.OUTBOUND or task.reactivation_id is not None:
        raise Invalid("button")
    undoable(act, UndoableAction.DROP_TASK, ClientAt(dossier.client.id))
    cancel_tasks(act, dossier, [task], CancelReason.OBSOLETE)
    asked = await may_answer_for(act, dossier.client.owner_id)
    await recompute_coverage(act, dossier, asked=asked)
    return await next_step(act, dossier.client.id, task.deal_id, dossier=dossier)
