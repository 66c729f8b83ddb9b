"""What people note about a client."""

from bot.method.core.refusals import Invalid
from bot.method.core.terms import Event
from bot.method.core.texts import clean
from bot.method.tasks.voices import Voice
from bot.models.task import Task
from bot.services.core.rights import require_client, require_task
from bot.services.core.timeline import note
from bot.services.core.work import Act

LONGEST = 1000


async def comment(act: Act, task_id: int, text: str, voice: Voice | None = None) -> None:
    """Keep what was written or spoken beside a task; Invalid("comment") where there is nothing."""
    dossier = await require_task(act, task_id)
    _keep(act, dossier.client.id, await act.session.get(Task, task_id), text, voice)


async def comment_client(act: Act, client_id: int, text: str, voice: Voice | None = None) -> None:
    """The same about a client, beside no task."""
    dossier = await require_client(act, client_id)
    _keep(act, dossier.client.id, None, text, voice)


def _keep(act: Act, client_id: int, task: Task | None, text: str, voice: Voice | None) -> None:
    shown = clean(text, LONGEST, lines=True)
    if not shown and voice is None:
        raise Invalid("comment")
    if voice is None:
        note(act, Event.COMMENT, client_id, task=task, text=shown)
    else:
        said, seconds = voice.file_id, voice.seconds
        note(act, Event.COMMENT, client_id, task=task, text=shown, voice=said, seconds=seconds)
