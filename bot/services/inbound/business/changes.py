"""What was edited or deleted in somebody's account after the bot has heard it (R9)."""

from bot.method.core.terms import Event
from bot.method.inbound.business import BusinessLetter, DeletedLetters
from bot.method.inbound.joining import with_line
from bot.models.arrival import Arrival, arrival_at, arrivals_at
from bot.models.dossier import dossier_of_client
from bot.models.task import Task
from bot.models.timeline import TimelineEntry, entries_since
from bot.services.core.timeline import note
from bot.services.core.work import Act
from bot.services.inbound.together import first_part, words_together
from bot.services.pool.words import follow_noted
from bot.services.tasks.arrived import IN_TIMELINE, keep_words

_EDITED, _GONE = "✏️", "🗑"
_PART = "part"
"""Where an edit in the history says which message it is of."""


async def edit_letter(act: Act, letter: BusinessLetter) -> int | None:
    """The new words stand below the first ones, and both in the history, once.

    Returns the inbound whose card says less than there is by now.
    """
    part = await arrival_at(act.session, act.actor.id, letter.chat_id, letter.message_id)
    excerpt = letter.excerpt(act.policy.business_excerpt)
    if part is None or not excerpt:
        return None
    before, line = part.said, f"{_EDITED} {excerpt}"
    if before == _GONE or _wordings(before)[-1] == excerpt:
        return None
    if part.client_id is not None:
        await dossier_of_client(act.session, part.client_id)
    task = await _replaced(act, part, with_line(before, line))
    if part.client_id is not None:
        shown, first = excerpt[:IN_TIMELINE], _wordings(before)[0][:IN_TIMELINE]
        note(
            act,
            Event.TASK_REWORDED,
            part.client_id,
            task=task,
            before=first,
            after=shown,
            part=part.id,
        )
    return task.id if task is not None else None


async def delete_letters(act: Act, gone: DeletedLetters) -> int | None:
    """Their words go from the inbound and from the history, whoever has the client by now; that
    something was there stays.

    Returns the inbound whose card says more than there is by now.
    """
    found = await arrivals_at(act.session, act.actor.id, gone.chat_id, gone.message_ids)
    changed = None
    for part in found:
        words, part.content, part.file_id = part.said, None, None
        if words in ("", _GONE):
            continue
        if part.client_id is not None:
            await dossier_of_client(act.session, part.client_id)
        task = await _replaced(act, part, _GONE)
        if part.client_id is not None:
            await _forget(act, part, part.client_id, words)
        changed = task.id if task is not None else changed
    return changed


async def _replaced(act: Act, part: Arrival, words: str) -> Task | None:
    """The words of the message are others, where they are read: in its inbound, which is returned,
    or in what waits to be somebody's."""
    part.said = words
    if part.task_id is not None:
        task = await act.session.get_one(Task, part.task_id)
        await keep_words(act, task)
        return task
    lead = await first_part(act, part)
    if lead is not part:
        part.text = words
    lead.text = await words_together(act, lead)
    follow_noted(lead)
    return None


async def _forget(act: Act, part: Arrival, client_id: int, words: str) -> None:
    """Hide the words of this message in the history, not those of another that says the same."""
    wordings = _wordings(words)
    events = (Event.INBOUND, Event.TASK_REWORDED)
    entries = await entries_since(act.session, client_id, part.created_at, events)
    for entry in entries:
        if _is_edit_of(entry, part, wordings):
            entry.data = entry.data | {"before": _GONE, "after": _GONE}
    came = [entry for entry in entries if entry.event is Event.INBOUND]
    alone = [entry for entry in came if entry.data.get("text") == wordings[0][:IN_TIMELINE]]
    if alone:
        alone[0].data = alone[0].data | {"text": _GONE}
        return
    for entry in came:
        text = str(entry.data.get("text") or "")
        rest = _without(text, words) or _without(text, wordings[0])
        if rest is not None:
            entry.data = entry.data | {"text": rest}
            return


def _without(text: str, words: str) -> str | None:
    """What the history keeps of several messages, without these lines; None where they are not
    among them. Its end may be cut."""
    starts = [0, *(place + 1 for place, sign in enumerate(text) if sign == "\n")]
    for start in starts:
        rest = text[start:]
        if f"{rest}\n".startswith(f"{words}\n"):
            return text[:start] + _GONE + rest[len(words) :]
        if rest and len(text) >= IN_TIMELINE and words.startswith(rest):
            return text[:start] + _GONE
    return None


def _is_edit_of(entry: TimelineEntry, part: Arrival, wordings: list[str]) -> bool:
    if entry.event is not Event.TASK_REWORDED:
        return False
    if _PART in entry.data:
        return bool(entry.data[_PART] == part.id)
    return entry.data.get("after") in wordings[1:]


def _wordings(said: str) -> list[str]:
    """The first words of a message, and what they were changed to, in their order."""
    return said.split(f"\n{_EDITED} ")
