"""The parts of one conversation: what is brought together is one question and one inbound (R9)."""

from dataclasses import asdict, dataclass
from datetime import datetime

from bot.method.core.terms import TaskKind
from bot.method.core.texts import clean
from bot.method.inbound.matching import MessageSender, sender_key
from bot.models.arrival import Arrival, ArrivalState, arrival_of, last_together, parts_of
from bot.models.task import Task
from bot.services.clients.matching import sender_of, with_text
from bot.services.core.work import Act

LONGEST_TEXT = 4096
_CREATED = "created"


@dataclass(frozen=True)
class Message:
    """What was forwarded: `arrived_at` is the original's UTC time, `album` groups its parts,
    `brought_at` (UTC) when it was passed on to us, now where that is not said."""

    sender: MessageSender
    text: str
    arrived_at: datetime
    dedupe_key: str
    album: str | None = None
    kind: TaskKind = TaskKind.LETTER
    brought_at: datetime | None = None


def arrival_from(act: Act, message: Message) -> Arrival:
    """The row of the message, not in the session yet.

    Parts belong together by what is known of the sender without the words: not every part says
    the phone.
    """
    identity = message.sender.identity()
    return Arrival(
        user_id=act.actor.id,
        state=ArrivalState.WAITING,
        kind=message.kind,
        sender=asdict(with_text(act, message.sender, message.text)),
        text=clean(message.text, LONGEST_TEXT, lines=True),
        arrived_at=min(message.arrived_at, act.now),
        dedupe_key=message.dedupe_key,
        sender_key=sender_key(act.actor.id, identity) if identity else None,
        album=message.album,
        created_at=min(message.brought_at or act.now, act.now),
    )


async def lead_of(act: Act, arrival: Arrival) -> Arrival | None:
    """The first part of what the same sender, or the same album, brought a moment ago, which the
    new one belongs to from now on."""
    if arrival.sender_key is None and arrival.album is None:
        return None
    since = arrival.created_at - act.policy.group_window
    last = await last_together(act.session, act.actor.id, arrival.sender_key, arrival.album, since)
    if last is None:
        return None
    lead = await first_part(act, last)
    arrival.lead_id = lead.id
    return lead


async def first_part(act: Act, part: Arrival) -> Arrival:
    """What the question is about, for any of the parts."""
    lead = None if part.lead_id is None else await arrival_of(act.session, part.lead_id)
    return lead or part


def learn_from(lead: Arrival, part: Arrival) -> None:
    """What a later part tells of the sender is known of all of them."""
    lead.sender = lead.sender | asdict(sender_of(lead).joined(sender_of(part)))


def with_line(text: str, more: str) -> str:
    """The text with what came a moment later."""
    return clean(f"{text}\n{more}", LONGEST_TEXT, lines=True)


async def settle(act: Act, arrival: Arrival, task: Task) -> None:
    """The task has come of it, and of all the parts that waited with it."""
    for part in (arrival, *await parts_of(act.session, arrival)):
        part.state, part.text = ArrivalState.DONE, ""
        part.task_id, part.client_id = task.id, task.client_id


def mark_created(arrival: Arrival) -> None:
    """The client is made of it, so that what comes with it later belongs to that client too."""
    arrival.sender = arrival.sender | {_CREATED: True}


def has_created(arrival: Arrival) -> bool:
    """Whether its client was made of it."""
    return arrival.sender.get(_CREATED) is True
