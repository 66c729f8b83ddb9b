"""A task with a time as a file that calendars open."""

from bot.files.calendar import CalendarEvent, calendar_file
from bot.method.core.refusals import NotNow
from bot.method.tasks.kinds import lasts
from bot.models.task import Task
from bot.services.core.rights import require_task
from bot.services.core.work import Act
from bot.services.tasks.tasks import open_task


async def task_file(act: Act, task_id: int, title: str, bot_name: str) -> bytes:
    """The file of an open task of the actor's people; NotNow("task-untimed") without a time.

    The same task sent again after a move replaces itself in the calendar.
    """
    task: Task = open_task(await require_task(act, task_id), task_id)
    if task.due_at is None:
        raise NotNow("task-untimed")
    return calendar_file(
        CalendarEvent(
            uid=f"task-{task.id}@{bot_name}",
            title=title,
            starts=task.due_at,
            lasts=lasts(task.kind, act.policy),
            made=act.now,
            alarm=act.policy.remind_before,
            sequence=task.moves + task.attempts,
        )
    )
