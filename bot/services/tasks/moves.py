"""A task that is moved again and again: its owner says why, and the head hears of it."""

from bot.method.tasks import steps
from bot.method.tasks.date_question import MoveReason
from bot.models.task import Task
from bot.models.user import User
from bot.services.core.heads import heads_of
from bot.services.core.outbox import enqueue
from bot.services.core.work import Act


def is_moved_often(act: Act, task: Task) -> bool:
    """Whether one more move of the task needs a reason."""
    return steps.is_moved_often(task.moves, act.policy)


async def tell_heads(act: Act, owner: User, task: Task, why: MoveReason) -> None:
    """Tell whoever answers for the owner that the task was moved once more, and why."""
    payload = {
        "task": task.id,
        "moves": task.moves,
        "on": task.due_on.isoformat() if task.due_on else None,
        "why": why.value,
    }
    for head in await heads_of(act, owner):
        if head.id not in {owner.id, act.actor.id}:
            await enqueue(act, "moved_often", head, task.id, task.moves, payload=payload)
