"""The parts of one conversation: what is brought together is one question and one inbound (R9)."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from bot.method.clients.cards import Arrived, Join, OpenQuestion, WhoseMessage
from bot.method.core.terms import TaskKind, TaskStatus
from bot.method.core.texts import clean
from bot.method.inbound.cards import Original
from bot.method.inbound.joining import LONGEST_TEXT, whole_of
from bot.method.inbound.matching import AT_ONCE, MessageSender, SenderSource, sender_key
from bot.method.inbound.words import without_quotation
from bot.models.arrival import (
    Arrival,
    ArrivalState,
    arrival_of,
    count_conversations,
    last_brought,
    last_together,
    seen_before,
)
from bot.models.arrival_parts import count_parts, parts_of
from bot.models.task import Task
from bot.models.user import User, user_by_telegram_id
from bot.services.clients.matching import sender_of, with_text
from bot.services.core.work import Act

_MOST_CONVERSATIONS = 5
"""Of so many at once each has a screen of its own."""
_CREATED = "created"
SAID_BY = "said_by"
BROUGHT_BY = "brought_by"
_BROUGHT_BY_ID = "brought_by_id"


@dataclass(frozen=True)
class Message:
    """What was forwarded: `arrived_at` is the original's UTC time, `album` groups its parts,
    `brought_at` (UTC) when it was passed on to us, now where that is not said. `followed`: more is
    on its way that was forwarded in the same gesture. `content` is what words can not show of it,
    `original` where it stands."""

    sender: MessageSender
    text: str
    arrived_at: datetime
    dedupe_key: str
    album: str | None = None
    kind: TaskKind = TaskKind.LETTER
    brought_at: datetime | None = None
    followed: bool = False
    content: str | None = None
    original: Original | None = None


def words_of_parts(parts: Iterable[Arrival]) -> str:
    """What the messages say together."""
    return whole_of((part.dedupe_key, part.said) for part in parts)


def arrival_from(act: Act, message: Message) -> Arrival:
    """The row of the message, not in the session yet.

    Parts belong together by what is known of the sender without the words: not every part says
    the phone.
    """
    identity, original = message.sender.identity(), message.original
    text = clean(message.text, LONGEST_TEXT, lines=True)
    return Arrival(
        user_id=act.actor.id,
        state=ArrivalState.WAITING,
        kind=message.kind,
        sender=asdict(with_text(act, message.sender, without_quotation(message.text))),
        text=text,
        said=text,
        arrived_at=min(message.arrived_at, act.now),
        dedupe_key=message.dedupe_key,
        sender_key=sender_key(act.actor.id, identity) if identity else None,
        album=message.album,
        created_at=brought_at(act, message),
        content=message.content,
        chat_id=original.chat_id if original else None,
        message_id=original.message_ids[0] if original else None,
    )


def brought_at(act: Act, message: Message) -> datetime:
    """When the message was passed on to us (UTC): together is what was sent together, however late
    it is worked."""
    return min(message.brought_at or act.now, act.now)


async def lead_of(act: Act, arrival: Arrival) -> Arrival | None:
    """The first part of what the same sender, or the same album, brought a moment ago, which the
    new one belongs to from now on."""
    if arrival.sender_key is None and arrival.album is None:
        return None
    since = arrival.created_at - act.policy.group_window
    last = await last_together(act.session, act.actor.id, arrival.sender_key, arrival.album, since)
    if last is None:
        return None
    return await first_part(act, last)


async def conversation_of(act: Act, arrival: Arrival, *, followed: bool) -> Arrival | None:
    """What a line of our own was forwarded with: the latest of the last minute, where that is not
    worked off. With more to follow it goes with that, unless the latest is of the same gesture."""
    window = AT_ONCE if followed else act.policy.group_window
    last = await last_brought(act.session, act.actor.id, arrival.created_at - window)
    if last is None:
        return None
    lead = await first_part(act, last)
    if sender_of(lead).source is SenderSource.TYPED:
        # A call that was logged by hand is no conversation of Telegram's.
        return None
    task = None if lead.task_id is None else await act.session.get(Task, lead.task_id)
    return lead if task is None or task.status is TaskStatus.OPEN else None


async def speaker_of(act: Act, sender: MessageSender) -> User | None:
    """Who of the company wrote it; None for everybody else."""
    if sender.telegram_id is None:
        return None
    return await user_by_telegram_id(act.session, sender.telegram_id)


async def keep_own(act: Act, arrival: Arrival) -> int:
    """A line of our own waits for what it goes with, once however often it is forwarded; returns
    its number."""
    for earlier in await seen_before(act.session, arrival.dedupe_key or ""):
        if earlier.user_id == act.actor.id:
            earlier.created_at = arrival.created_at
            return earlier.id
    arrival.state = ArrivalState.OWN
    act.session.add(arrival)
    await act.session.flush()
    return arrival.id


async def more_of(act: Act, made: Arrived | OpenQuestion) -> int:
    """How many messages have joined the first one of what has arrived."""
    lead_id = None
    match made:
        case Arrived(join=Join.JOINED):
            lead_id = made.lead_id
        case WhoseMessage(joined=True):
            lead_id = made.arrival_id
    return 0 if lead_id is None else await count_parts(act.session, lead_id)


async def too_many(act: Act, at: datetime) -> int | None:
    """How many conversations the person has brought within the minute before `at` (UTC), where
    that is more than anybody can answer one by one; None where it is not."""
    since = min(at, act.now) - act.policy.group_window
    count = await count_conversations(act.session, act.actor.id, since)
    return count if count > _MOST_CONVERSATIONS else None


async def first_part(act: Act, part: Arrival) -> Arrival:
    """What the question is about, for any of the parts."""
    lead = None if part.lead_id is None else await arrival_of(act.session, part.lead_id)
    return lead or part


async def words_together(act: Act, lead: Arrival) -> str:
    """What it and the parts that wait with it say."""
    parts = sorted((lead, *await parts_of(act.session, lead)), key=lambda part: part.id)
    return whole_of((part.dedupe_key, part.said) for part in parts)


def learn_from(lead: Arrival, part: Arrival) -> None:
    """What a later part tells of the sender is known of all of them."""
    lead.sender = lead.sender | asdict(sender_of(lead).joined(sender_of(part)))


def mark_said_by(arrival: Arrival, speaker: User) -> None:
    """Somebody of the company has said it of a client: it is nobody's own message."""
    arrival.sender = arrival.sender | {SAID_BY: speaker.name}


def mark_brought_by(arrival: Arrival, person: User) -> None:
    """Somebody else is asked by now; the first who brought it stays known."""
    arrival.sender = {BROUGHT_BY: person.name, _BROUGHT_BY_ID: person.id} | arrival.sender


def mark_own_again(arrival: Arrival) -> None:
    """Who brought it is asked again."""
    others = (BROUGHT_BY, _BROUGHT_BY_ID)
    arrival.sender = {key: fact for key, fact in arrival.sender.items() if key not in others}


def mark_created(arrival: Arrival) -> None:
    """The client is made of it, so that what comes with it later belongs to that client too."""
    arrival.sender = arrival.sender | {_CREATED: True}


def has_created(arrival: Arrival) -> bool:
    """Whether its client was made of it."""
    return arrival.sender.get(_CREATED) is True
