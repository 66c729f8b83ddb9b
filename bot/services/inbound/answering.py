"""Planning as the answer to an inbound: it is worked off, and the next task is set (R9, R10)."""

from dataclasses import replace

from bot.method.core.places import TaskAt
from bot.method.core.refusals import Invalid
from bot.method.core.terms import Direction, Outcome, TaskKind, UndoableAction
from bot.method.tasks.cards import NextStep
from bot.models.dossier import Dossier
from bot.models.task import Task
from bot.services.core.coverage import recompute_coverage
from bot.services.core.rights import require_task
from bot.services.core.undo import undoable
from bot.services.core.work import Act
from bot.services.deals.deals import move_to_subject
from bot.services.tasks.asking import next_step
from bot.services.tasks.ending import close_task
from bot.services.tasks.tasks import When, add_planned, open_task


async def ask_plan(act: Act, task_id: int, deal_id: int | None) -> NextStep:
    """The dates for the next task; with `deal_id` the inbound is about that one of the client's
    several deals from now on (R2)."""
    dossier = await require_task(act, task_id)
    inbound = _inbound(dossier, task_id)
    if deal_id is not None:
        dossier, inbound = await move_to_subject(act, task_id, deal_id)
    ask = await next_step(act, dossier.client.id, inbound.deal_id, dossier=dossier)
    return replace(ask, answers=task_id)


async def answer_with_plan(
    act: Act,
    task_id: int,
    when: When,
    *,
    kind: TaskKind = TaskKind.CALL,
    title: str | None = None,
    dossier: Dossier | None = None,
) -> tuple[Dossier, Task]:
    """Set the next outbound task, and the inbound is done with the outcome "planned".

    That alone is no touch of the client. Another inbound of the same client stays open. `dossier`
    is the client's, where the caller has it already.
    """
    dossier = dossier or await require_task(act, task_id)
    inbound = _inbound(dossier, task_id)
    undoable(act, UndoableAction.PLAN, TaskAt(task_id))
    task = await add_planned(act, dossier, inbound.deal_id, when, kind=kind, title=title)
    close_task(act, dossier, inbound, Outcome.PLANNED)
    await recompute_coverage(act, dossier)
    return dossier, task


def _inbound(dossier: Dossier, task_id: int) -> Task:
    task = open_task(dossier, task_id)
    if task.direction is not Direction.INBOUND:
        raise Invalid("button")
    return task
