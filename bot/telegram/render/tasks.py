"""What people are told of tasks: reminders, tasks moved often, tasks planned by a leader."""

from bot.services.core.going_up import go_up
from bot.services.core.work import Act
from bot.services.tasks import moves
from bot.services.tasks.messages import MovedOftenMessage, ReminderMessage, TaskSetMessage
from bot.services.tasks.reminders import reminded
from bot.services.tasks.set_tasks import set_task
from bot.telegram.render.renderer import Renderer, Table
from bot.views.core.notices import set_task_screen
from bot.views.screen import Screen
from bot.views.tasks.dates import moved_often_notice_screen
from bot.views.tasks.reminder import reminder_screen
from bot.views.words import Words


async def reminder(act: Act, about: ReminderMessage, words: Words) -> Screen | None:
    """Only while the task is open, at that very time."""
    card = await reminded(act, act.actor, about.task, about.due)
    return None if card is None else reminder_screen(words, card)


async def moved_often(act: Act, about: MovedOftenMessage, words: Words) -> Screen | None:
    """Moved once more; nothing to say once it is done or was moved again."""
    notice = await moves.moved_often(act, about)
    return None if notice is None else moved_often_notice_screen(words, notice)


async def task_set(act: Act, about: TaskSetMessage, words: Words) -> Screen | None:
    """A leader has planned a task for the person."""
    facts = await set_task(act, act.actor, about.task, about.by)
    if facts is None:
        return None
    return set_task_screen(words, facts.line, facts.moment, facts.by, act.today)


RENDERERS: Table = (
    Renderer(ReminderMessage, reminder),
    Renderer(MovedOftenMessage, moved_often, go_up),
    Renderer(TaskSetMessage, task_set),
)
