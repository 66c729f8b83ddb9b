"""A task that is moved again and again: its owner says why, and the head hears of it."""

from bot.method.core.terms import TaskStatus
from bot.method.tasks import steps
from bot.method.tasks.date_question import MovedOften, MoveReason
from bot.models.task import Task, task_row
from bot.models.user import User
from bot.services.core.heads import heads_of
from bot.services.core.outbox import enqueue
from bot.services.core.work import Act
from bot.services.tasks.messages import MovedOftenMessage


def is_moved_often(act: Act, task: Task) -> bool:
    """Whether one more move of the task needs a reason."""
    return steps.is_moved_often(task.moves, act.policy)


async def tell_heads(act: Act, owner: User, task: Task, why: MoveReason) -> None:
    """Tell whoever answers for the owner that the task was moved once more, and why."""
    about = MovedOftenMessage(task.id, task.moves, task.due_on, why)
    for head in await heads_of(act, owner):
        if head.id not in {owner.id, act.actor.id}:
            await enqueue(act, head, about)


async def moved_often(act: Act, about: MovedOftenMessage) -> MovedOften | None:
    """What the message says now; None once the task is done or was moved again."""
    row = await task_row(act.session, about.task)
    if row is None or about.on is None:
        return None
    task, client, *_ = row
    if task.status is not TaskStatus.OPEN or task.moves != about.moves:
        return None
    owner = await act.session.get_one(User, task.owner_id)
    return MovedOften(
        task_id=task.id,
        client_id=client.id,
        client_name=client.name,
        owner_name=owner.name,
        count=task.moves,
        on=task.due_at.astimezone(act.zone).date() if task.due_at else about.on,
        why=about.why,
        today=act.today,
    )
