"""Another date for what was planned a moment ago: a second tap on dates that were answered (R3)."""

from datetime import date, datetime, timedelta

from bot.method.core.places import TaskAt
from bot.method.core.terms import Event, UndoableAction
from bot.models.dossier import Dossier
from bot.models.task import Task
from bot.services.core.coverage import recompute_coverage
from bot.services.core.timeline import note
from bot.services.core.undo import undoable
from bot.services.core.work import Act
from bot.services.tasks.tasks import When, check_when, set_due

_TOGETHER = timedelta(seconds=1)
"""Of two taps so near to each other nobody can say which of them was meant."""


async def correct_date(
    act: Act, dossier: Dossier, task: Task, when: When, made_at: datetime, deed: UndoableAction
) -> None:
    """Change the date that the task was given at `made_at` (UTC) by the `deed`: the slip of a
    finger is no move, and no other attempt. Of two taps that came together the later date holds."""
    wanted, there = _moment(when.on, when.at), _moment(task.due_on, task.due_at)
    if wanted == there or (act.now - made_at <= _TOGETHER and wanted < there):
        return
    owner = check_when(act, dossier, task.deal_id, when)
    undoable(act, deed, TaskAt(task.id))
    set_due(act, task, when, owner)
    note(act, Event.TASK_PLANNED, dossier.client.id, task=task, on=when.on.isoformat())
    await recompute_coverage(act, dossier)


def _moment(on: date | None, at: datetime | None) -> tuple[date, float]:
    return on or date.min, at.timestamp() if at else 0.0
