"""A message that was changed after it was brought: its new words join its inbound (R9)."""

from bot.method.clients.cards import Reception
from bot.method.core.terms import Event, TaskStatus
from bot.method.inbound.cards import Original
from bot.method.inbound.matching import MessageSender, dedupe_key
from bot.models.arrival import Arrival, ArrivalState, arrival_at, seen_before
from bot.models.task import Task
from bot.services.core.timeline import note
from bot.services.core.work import Act
from bot.services.inbound.inbound import received
from bot.services.inbound.together import Message, arrival_from, first_part
from bot.services.tasks.arrived import IN_TIMELINE

_MARK = "✏️"


async def reword(act: Act, original: Original, text: str) -> Reception | None:
    """Put the new words to the old ones, once, while nobody has worked them off.

    None where it is no message that the actor has brought, where its words are the same, or where
    nobody waits for them any more.
    """
    chat_id, message_id = original.chat_id, original.message_ids[0]
    part = await arrival_at(act.session, act.actor.id, chat_id, message_id)
    if part is None or part.state is ArrivalState.OWN or not text.strip():
        return None
    lead = await first_part(act, part)
    task = None if lead.task_id is None else await act.session.get_one(Task, lead.task_id)
    if task is not None and task.status is not TaskStatus.OPEN:
        return None
    said = task.text if task is not None else lead.text
    key = dedupe_key("edit", f"{chat_id} {message_id}", part.arrived_at, text)
    if _stands(text, said or "") or await seen_before(act.session, key):
        return None
    made = await received(act, _new_words(act, part, text, key), lead)
    if task is not None:
        shown = text[:IN_TIMELINE]
        note(act, Event.TASK_REWORDED, task.client_id, task=task, before="", after=shown)
    return made


def _new_words(act: Act, part: Arrival, text: str, key: str) -> Arrival:
    words = Message(MessageSender(), f"{_MARK} {text}", part.arrived_at, key)
    return arrival_from(act, words)


def _stands(text: str, whole: str) -> bool:
    """Whether these lines are among those of the whole: only its look was changed."""
    return f"\n{text}\n" in f"\n{whole}\n"
