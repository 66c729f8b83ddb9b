"""What a client has sent and words can not show, found again for the task and the history (R9)."""

from typing import cast, get_args

from bot.method.core.refusals import NotNow
from bot.method.inbound.cards import FileKind, Original, SentContent, SentFile
from bot.method.inbound.joining import is_cut
from bot.models.arrival_parts import contents_of, parts_on
from bot.models.task import Task
from bot.services.core.rights import require_task
from bot.services.core.work import Act

_KINDS = get_args(FileKind)
_MOST = 30
"""Messages that are shown again by one tap."""


async def content_of(act: Act, task_id: int) -> SentContent:
    """Where the photos, voices and files of an inbound stand, whoever brought them and however
    long ago; NotNow("content-gone") where there is nothing to show."""
    dossier = await require_task(act, task_id)
    task = await act.session.get_one(Task, task_id)
    parts = await contents_of(act.session, dossier.client.id, [task_id])
    by_chat: dict[int, list[int]] = {}
    files: list[SentFile] = []
    for part in parts[:_MOST]:
        if part.file_id is not None and part.content in _KINDS:
            files.append(SentFile(cast(FileKind, part.content), part.file_id))
        elif part.chat_id is not None and part.message_id is not None:
            by_chat.setdefault(part.chat_id, []).append(part.message_id)
    words = await _all_words(act, task) if is_cut(task.text or "") else None
    if not (by_chat or files or words):
        raise NotNow("content-gone")
    return SentContent(
        task_id,
        dossier.client.name,
        (task.arrived_at or task.created_at).astimezone(act.zone),
        tuple(Original(chat, tuple(sorted(set(ids)))) for chat, ids in by_chat.items()),
        tuple(files),
        words,
    )


async def _all_words(act: Act, task: Task) -> str:
    parts = await parts_on(act.session, task.id)
    return "\n\n".join(part.said for part in parts if part.said)


async def has_content(act: Act, task: Task) -> bool:
    """Whether the inbound came with more than words, or with more of them than it has room for."""
    return is_cut(task.text or "") or bool(
        await contents_of(act.session, task.client_id, [task.id])
    )
