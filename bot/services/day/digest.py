"""The morning digest: exactly one for each person and local working date (R10)."""

from collections.abc import Sequence
from datetime import datetime

from bot.method.day.daily import daily_turn, next_daily
from bot.models.gap import gaps_to_name
from bot.models.inbound import reminder_due
from bot.models.user import User, due_for_digest
from bot.services.core.outbox import enqueue
from bot.services.core.substitutes import absent_of
from bot.services.core.work import Work
from bot.services.day.messages import DigestMessage, SubstitutesDayMessage
from bot.services.gaps.neglect import ASKED_AT_ONCE


async def people_for_digest(work: Work) -> Sequence[int]:
    """Whose digest is to be decided now; each in a transaction of its own."""
    return await due_for_digest(work.session, work.now)


async def decide_digest(work: Work, user_id: int) -> bool:
    """Queue today's digest unless the day is off or over, and work out the next one.

    Whoever stands in for somebody gets a message of that person's tasks with it.
    """
    person = await work.session.get_one(User, user_id)
    time, due = work.time_of(person), person.digest_due_at
    today, person.digest_due_at = daily_turn(due, work.now, person.digest_at, time)
    if today is None:
        return False
    named = await _to_name(work, person)
    # The person chose this hour, so it holds even where it is outside the working time.
    queued = await enqueue(work, person, DigestMessage(today, named), not_before=work.now)
    if queued and await reminder_due(work.session, person.id, work.now):
        # The digest names all that: it stands for the reminder of this hour.
        person.nudged_at = work.now
    for absent in await absent_of(work, person):
        about = SubstitutesDayMessage(absent.id, today, await _to_name(work, absent))
        await enqueue(work, person, about, not_before=work.now)
    return queued


async def _to_name(work: Work, owner: User) -> tuple[int, ...]:
    """The owner's clients without a task that the morning asks about."""
    return tuple(await gaps_to_name(work.session, owner.id, work.now, ASKED_AT_ONCE))


def next_digest(work: Work, person: User) -> datetime:
    """The UTC instant of the next digest strictly after now, on a working day of the person."""
    return next_daily(work.now, person.digest_at, work.time_of(person))
