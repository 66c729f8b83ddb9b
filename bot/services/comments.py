"""What people note about a client."""

from bot.method.cards import Voice
from bot.method.refusals import Invalid
from bot.method.terms import Event
from bot.method.texts import clean
from bot.models.task import Task
from bot.services.rights import require_task
from bot.services.timeline import note
from bot.services.work import Act

LONGEST = 1000


async def comment(act: Act, task_id: int, text: str, voice: Voice | None = None) -> None:
    """Keep what was written or spoken beside a task; Invalid("comment") where there is nothing."""
    dossier = await require_task(act, task_id)
    shown = clean(text, LONGEST, lines=True)
    if not shown and voice is None:
        raise Invalid("comment")
    task = await act.session.get(Task, task_id)
    client_id = dossier.client.id
    if voice is None:
        note(act, Event.COMMENT, client_id, task=task, text=shown)
    else:
        said, seconds = voice.file_id, voice.seconds
        note(act, Event.COMMENT, client_id, task=task, text=shown, voice=said, seconds=seconds)
