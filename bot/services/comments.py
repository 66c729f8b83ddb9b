"""What people note about a client."""

from bot.method.refusals import Invalid
from bot.method.terms import Event
from bot.method.texts import clean
from bot.models.task import Task
from bot.services.rights import require_task
from bot.services.timeline import note
from bot.services.work import Act

LONGEST = 1000


async def comment(act: Act, task_id: int, text: str) -> None:
    """Write a comment beside a task; Invalid("comment") where nothing is left of it."""
    dossier = await require_task(act, task_id)
    shown = clean(text, LONGEST, lines=True)
    if not shown:
        raise Invalid("comment")
    task = await act.session.get(Task, task_id)
    note(act, Event.COMMENT, dossier.client.id, task=task, text=shown)
