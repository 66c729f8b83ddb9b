"""What heads are told of tasks that are moved again and again."""

from datetime import date

from bot.method.core.terms import TaskStatus
from bot.method.tasks.date_question import MovedOften, MoveReason
from bot.models.base import JsonDict
from bot.models.task import task_row
from bot.models.user import User
from bot.services.core.work import Work
from bot.telegram.render.renderer import Renderer
from bot.views.screen import Screen
from bot.views.tasks.dates import moved_often_notice_screen
from bot.views.words import Words


async def moved_often(work: Work, person: User, payload: JsonDict, words: Words) -> Screen | None:
    """Moved once more; nothing to say once it is done or was moved again."""
    row = await task_row(work.session, payload["task"])
    if row is None or row[0].status is not TaskStatus.OPEN or row[0].moves != payload["moves"]:
        return None
    task, client, *_ = row
    owner = await work.session.get_one(User, task.owner_id)
    notice = MovedOften(
        task_id=task.id,
        client_id=client.id,
        client_name=client.name,
        owner_name=owner.name,
        count=task.moves,
        on=date.fromisoformat(payload["on"]),
        why=MoveReason(payload["why"]),
        today=work.today_of(person),
    )
    return moved_often_notice_screen(words, notice)


RENDERERS: dict[str, Renderer] = {
    "moved_often": moved_often,
}
