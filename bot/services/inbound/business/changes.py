"""What was edited or deleted in somebody's account after the bot has heard it (R9)."""

from bot.method.core.terms import Event
from bot.method.core.texts import clean
from bot.method.inbound.business import BusinessLetter, DeletedLetters
from bot.models.arrival import Arrival, arrival_at, arrivals_at
from bot.models.dossier import dossier_of_client
from bot.models.task import Task
from bot.models.timeline import entries_of_task
from bot.services.core.timeline import note
from bot.services.core.work import Act
from bot.services.inbound.business.letters import SAID
from bot.services.inbound.together import LONGEST_TEXT, first_part, with_line
from bot.services.tasks.arrived import IN_TIMELINE

_EDITED, _GONE = "✏️", "🗑"
_WORDS = ("text", "before", "after")
"""Where an event of the history has words of a client."""


async def edit_letter(act: Act, letter: BusinessLetter) -> int | None:
    """The new words stand below the first ones, and both in the history, once.

    Returns the inbound whose card says less than there is by now.
    """
    part = await arrival_at(act.session, act.actor.id, letter.chat_id, letter.message_id)
    excerpt = letter.excerpt(act.policy.business_excerpt)
    if part is None or not excerpt:
        return None
    before, line = _said(part), f"{_EDITED} {excerpt}"
    if before.split(f"\n{_EDITED} ")[-1] == excerpt:
        return None
    after = with_line(before, line)
    part.sender = part.sender | {SAID: after}
    if part.task_id is None or part.client_id is None:
        lead = await first_part(act, part)
        lead.text = _put(lead.text, before, after)
        return None
    await dossier_of_client(act.session, part.client_id)
    task = await act.session.get_one(Task, part.task_id)
    task.text = _put(task.text or "", before, after)
    shown, first = excerpt[:IN_TIMELINE], before.split("\n")[0][:IN_TIMELINE]
    note(act, Event.TASK_REWORDED, part.client_id, task=task, before=first, after=shown)
    return task.id


async def delete_letters(act: Act, gone: DeletedLetters) -> int | None:
    """Their words go from the inbound and from the history; that something was there stays.

    Returns the inbound whose card says more than there is by now.
    """
    found = await arrivals_at(act.session, act.actor.id, gone.chat_id, gone.message_ids)
    changed = None
    for part in found:
        words = _said(part)
        if words in ("", _GONE):
            continue
        if part.task_id is None:
            lead = await first_part(act, part)
            lead.text = _put(lead.text, words, _GONE)
        else:
            await _forget(act, words, part.task_id)
            changed = part.task_id
        part.sender = part.sender | {SAID: _GONE}
    return changed


async def _forget(act: Act, words: str, task_id: int) -> None:
    task = await act.session.get_one(Task, task_id)
    await dossier_of_client(act.session, task.client_id)
    task.text = _put(task.text or "", words, _GONE)
    lines = (line.removeprefix(f"{_EDITED} ") for line in words.split("\n"))
    hidden = {line[:IN_TIMELINE] for line in (words, *lines)}
    for entry in await entries_of_task(act.session, task_id, (Event.INBOUND, Event.TASK_REWORDED)):
        gone = {name: _GONE for name in _WORDS if entry.data.get(name) in hidden}
        if gone:
            entry.data = entry.data | gone


def _said(part: Arrival) -> str:
    return str(part.sender.get(SAID, ""))


def _put(whole: str, part: str, instead: str) -> str:
    """The whole with the last of these lines replaced; below it where they do not stand there."""
    head, found, tail = f"\n{whole}\n".rpartition(f"\n{part}\n")
    if not found:
        return with_line(whole, instead)
    return clean(f"{head}\n{instead}\n{tail}".strip("\n"), LONGEST_TEXT, lines=True)
