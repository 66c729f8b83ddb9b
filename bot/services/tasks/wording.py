"""What is to be done by a task that is there already: its text, given later or changed (R2)."""

from bot.lookup.phrases import vocabulary
from bot.method.core.places import TaskAt
from bot.method.core.refusals import Invalid, Stale
from bot.method.core.terms import Direction, Event, UndoableAction
from bot.method.core.texts import clean
from bot.method.planning.read_answer import is_deed_only
from bot.models.dossier import Dossier
from bot.models.task import Task
from bot.services.core.rights import require_task
from bot.services.core.timeline import note
from bot.services.core.undo import undoable
from bot.services.core.work import Act
from bot.services.tasks.said_words import Said

LONGEST_TEXT = 200
"""Characters of the text of a task, whoever gives it and where."""


async def set_text(act: Act, task_id: int, typed: str) -> None:
    """The text of the open task; the same again is nothing new. Invalid("task-text") where nothing
    can be read, Invalid("button") for an inbound: its words are the client's."""
    text = clean(typed, LONGEST_TEXT)
    if not any(map(str.isalnum, text)):
        raise Invalid("task-text")
    await _change(act, task_id, text)


async def take_text_off(act: Act, task_id: int) -> None:
    """The task has no text any more, but its kind."""
    await _change(act, task_id, None)


async def _change(act: Act, task_id: int, text: str | None) -> None:
    dossier = await require_task(act, task_id)
    task = dossier.task(task_id)
    if task is None:
        raise Stale("task-closed", TaskAt(task_id))
    if task.direction is not Direction.OUTBOUND:
        raise Invalid("button")
    if task.title == text:
        return
    undoable(act, UndoableAction.REWORD, TaskAt(task_id))
    _set(act, dossier, task, text)


def says_more(task: Task, said: Said) -> bool:
    """Whether what was said beside a date changes the task."""
    is_other_kind = said.kind not in (None, task.kind)
    return is_other_kind or _text_by(task, said) != task.title


def reword(act: Act, dossier: Dossier, task: Task, said: Said) -> None:
    """The task has the kind and text that were said beside its date."""
    text = _text_by(task, said)
    task.kind = said.kind or task.kind
    if text != task.title:
        _set(act, dossier, task, text)


def _text_by(task: Task, said: Said) -> str | None:
    """That one is to call says nothing that a text did not say better."""
    if said.words is None:
        return task.title
    is_text = task.title is not None and not is_deed_only(task.title, vocabulary())
    return task.title if is_text and is_deed_only(said.words, vocabulary()) else said.words


def _set(act: Act, dossier: Dossier, task: Task, text: str | None) -> None:
    before, task.title = task.title, text
    note(act, Event.TASK_REWORDED, dossier.client.id, task=task, before=before, after=text or "")
