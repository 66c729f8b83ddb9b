"""Deciding that a message is to be sent: a row under a unique key, in the same transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.method.core.repeats import SCREEN_LASTS
from bot.models.base import JsonDict, insert_new, insert_once
from bot.models.outbox import OutboxMessage, OutboxStatus, sent_as, sent_with
from bot.models.user import User
from bot.services.core.messages import BotMessage, key_of, stored
from bot.services.core.quiet import may_reach
from bot.services.core.undo import queued, stays_from
from bot.services.core.work import Act, Work

_REPETITIONS = "repetitions"
_LEFT = "left"


async def enqueue(
    work: Work, person: User, about: BotMessage, *, not_before: datetime | None = None
) -> bool:
    """Queue one message to the person; False where the same was decided before.

    It is not sent before `not_before` (UTC), by default the present, or where it is quiet the next
    working time of the person; and never in the person's quiet hours or on the vacation, nor while
    the act may still be taken back.
    """
    if not person.active:
        return False
    values = _row(work, person, about, not_before)
    # The message says nothing that is not in its values: what the act changes is written once.
    with work.session.no_autoflush:
        added = await insert_once(work.session, OutboxMessage, values)
    if added:
        leave(work)
        queued(work, str(values["key"]))
    return added


async def enqueue_each(
    work: Work, messages: Sequence[tuple[User, BotMessage]], *, not_before: datetime
) -> set[tuple[User, BotMessage]]:
    """The same of many, decided by nobody in particular; those that were not decided before."""
    rows = {
        str(row["key"]): (row, message)
        for message in messages
        if message[0].active
        for row in (_row(work, *message, not_before),)
    }
    with work.session.no_autoflush:
        given = [row for row, _ in rows.values()]
        added = set(await insert_new(work.session, OutboxMessage, given, "key"))
    if added:
        leave(work)
    return {message for key, (_, message) in rows.items() if key in added}


def _row(
    work: Work, person: User, about: BotMessage, not_before: datetime | None
) -> dict[str, object]:
    how = about.manner
    start = max(not_before or work.now, stays_from(work))
    if how.seen:
        working = how.quiet and not_before is None
        start = may_reach(work, person, start, working=working, on_vacation=how.on_vacation)
    key = key_of(about, person.id, work.now)
    if how.repeats_screen:
        start = work.now + SCREEN_LASTS
        work.session.info.setdefault(_REPETITIONS, []).append(key)
    return {
        "key": key,
        "kind": about.kind,
        "user_id": person.id,
        "payload": stored(about),
        "status": OutboxStatus.PENDING,
        "created_at": work.now,
        "not_before": start,
        "tries": 0,
        "repeated": how.repeats_screen,
    }


def repetitions_of(work: Work) -> tuple[str, ...]:
    """Keys of the messages that are not needed once the screen of this act was shown."""
    return tuple(work.session.info.get(_REPETITIONS, ()))


def leave(work: Work) -> None:
    """Something is to be done beside this transaction once it has committed: a message sent, a file
    read. Who does it looks by itself now and then; this only spares the wait."""
    work.session.info[_LEFT] = True


def leaves(work: Work) -> bool:
    """Whether this transaction has left anything so far; most taps do not."""
    return _LEFT in work.session.info


@dataclass(frozen=True)
class WholeMessage:
    """A message in the reader's chat, and the rows of the outbox that it says, each as its kind and
    payload."""

    message_id: int
    parts: tuple[tuple[str, JsonDict], ...]


async def standing(act: Act, about: BotMessage) -> WholeMessage | None:
    """The message in the actor's chat that says this, with all that it says; None where it has not
    been sent."""
    message_id = await sent_as(act.session, key_of(about, act.actor.id, act.now))
    if message_id is None:
        return None
    rows = await sent_with(act.session, act.actor.id, message_id)
    return WholeMessage(message_id, tuple((row.kind, row.payload) for row in rows))
