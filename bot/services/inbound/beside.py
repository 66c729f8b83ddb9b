"""What the person types behind a forward is its comment (R9)."""

from datetime import datetime, timedelta

from bot.method.clients.cards import Arrived, Join, Reception
from bot.method.core.terms import TaskStatus
from bot.method.inbound.joining import with_line
from bot.method.inbound.matching import AT_ONCE, SenderSource
from bot.models.arrival import Arrival, last_brought
from bot.models.client import Client
from bot.models.task import Task
from bot.services.clients.matching import sender_of
from bot.services.core.rights import works_with
from bot.services.core.work import Act
from bot.services.inbound.inbound import as_it_stands
from bot.services.inbound.own_words import own_words, take_typed
from bot.services.inbound.together import first_part
from bot.services.tasks.arrived import say_on


async def say(act: Act, text: str, typed_at: datetime) -> Reception | None:
    """What the person typed right behind a forward, in the same gesture, is its comment. None
    where nothing was forwarded then, or it is worked off already."""
    lead = await _lead(act, typed_at, AT_ONCE)
    if lead is None:
        return None
    lead.comment = with_line(lead.comment or "", text)
    return await _said(act, lead, text, typed_at)


async def say_later(act: Act, typed_at: datetime) -> Reception | None:
    """The line that was kept at that instant (UTC) and says nothing by itself is the comment of
    what the person has forwarded within the minute before; None where that was nothing."""
    lead = await _lead(act, typed_at, act.policy.group_window)
    if lead is None or sender_of(lead).source is SenderSource.TYPED:
        # What was logged by hand has its words already.
        return None
    comment = await take_typed(act, lead, typed_at)
    return await _said(act, lead, comment, typed_at) if comment else None


async def _lead(act: Act, typed_at: datetime, window: timedelta) -> Arrival | None:
    """The conversation that was forwarded last, while it is not worked off and the person's."""
    last = await last_brought(act.session, act.actor.id, typed_at - window)
    if last is None:
        return None
    lead = await first_part(act, last)
    if lead.task_id is None:
        return lead
    task = await act.session.get_one(Task, lead.task_id)
    client = await act.session.get_one(Client, task.client_id)
    is_open = task.status is TaskStatus.OPEN
    return lead if is_open and await works_with(act, client) else None


async def _said(act: Act, lead: Arrival, text: str, typed_at: datetime) -> Reception:
    if lead.task_id is None:
        return await as_it_stands(act, lead)
    task = await act.session.get_one(Task, lead.task_id)
    say_on(act, task, text)
    words = own_words(act, text, typed_at)
    return Arrived(task.id, Join.JOINED, words=words, lead_id=lead.id)
