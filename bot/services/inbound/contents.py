"""What a client has sent and words can not show, found again for the task and the history (R9)."""

from bot.method.core.refusals import NotNow
from bot.method.inbound.cards import Original, SentContent
from bot.models.arrival_parts import contents_of
from bot.models.task import Task
from bot.services.core.rights import require_task
from bot.services.core.work import Act

_MOST = 30
"""Messages that are shown again by one tap."""


async def content_of(act: Act, task_id: int) -> SentContent:
    """Where the photos, voices and files of an inbound stand, whoever brought them and however
    long ago; NotNow("content-gone") where there is nothing to show."""
    dossier = await require_task(act, task_id)
    task = await act.session.get_one(Task, task_id)
    parts = await contents_of(act.session, dossier.client.id, [task_id])
    by_chat: dict[int, list[int]] = {}
    for part in parts[:_MOST]:
        if part.chat_id is not None and part.message_id is not None:
            by_chat.setdefault(part.chat_id, []).append(part.message_id)
    if not by_chat:
        raise NotNow("content-gone")
    return SentContent(
        task_id,
        dossier.client.name,
        (task.arrived_at or task.created_at).astimezone(act.zone),
        tuple(Original(chat, tuple(sorted(set(ids)))) for chat, ids in by_chat.items()),
    )


async def has_content(act: Act, task: Task) -> bool:
    """Whether the inbound came with more than words."""
    return bool(await contents_of(act.session, task.client_id, [task.id]))
