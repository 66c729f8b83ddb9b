"""A task that a leader has planned for somebody else: its owner is told (R2)."""

from dataclasses import dataclass

from bot.method.core.cards import TaskLine
from bot.method.core.terms import Role, TaskStatus
from bot.method.tasks.phrases.moment import Moment
from bot.models.task import Task, task_row
from bot.models.user import User
from bot.services.core.cards import task_line
from bot.services.core.outbox import enqueue
from bot.services.core.substitutes import is_substitute_of
from bot.services.core.work import Act, Work
from bot.services.tasks.messages import TaskSetMessage


@dataclass(frozen=True)
class SetTask:
    """Who has planned what for the reader, and for which local date and time of the reader."""

    line: TaskLine
    moment: Moment
    by: str


async def tell_owner(act: Act, owner: User, task: Task) -> None:
    """Tell the owner that the task was planned by a leader; who stands in works as the owner."""
    if owner.id == act.actor.id or act.actor.role not in Role.leaders():
        return
    if is_substitute_of(act, owner):
        return
    await enqueue(act, owner, TaskSetMessage(task.id, act.actor.id))


async def set_task(work: Work, person: User, task_id: int, by_id: int) -> SetTask | None:
    """What the message says now; None once the task is closed or another person's."""
    row = await task_row(work.session, task_id)
    if row is None:
        return None
    task, client, deal, several = row
    if task.status is not TaskStatus.OPEN or task.owner_id != person.id or task.due_on is None:
        return None
    line = task_line(task, client, deal, several, Act.by(person, work))
    by = await work.session.get_one(User, by_id)
    return SetTask(line, Moment(line.due_on or task.due_on, line.due_time), by.name)
