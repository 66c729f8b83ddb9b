"""The morning digest: exactly one for each person and local working date (R10)."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.method.day.daily import daily_turn, next_daily
from bot.models.due import due_for_digest
from bot.models.morning import due_for_reminder, gaps_to_name
from bot.models.user import User, users_by_id
from bot.services.core.messages import BotMessage
from bot.services.core.outbox import enqueue_each
from bot.services.core.substitutes import absent_of_each
from bot.services.core.work import Work
from bot.services.day.messages import DigestMessage, SubstitutesDayMessage
from bot.services.gaps.neglect import ASKED_AT_ONCE

AT_ONCE = 200
"""People whose digests one transaction decides."""


async def people_for_digest(work: Work) -> Sequence[int]:
    """Whose digest is to be decided now."""
    return await due_for_digest(work.session, work.now)


async def decide_digests(work: Work, user_ids: Sequence[int]) -> int:
    """Queue today's digest of these people unless the day is off or over, and work out the next
    one; returns how many were queued.

    Whoever stands in for somebody gets a message of that person's tasks with it.
    """
    mornings: dict[User, date] = {}
    turns: dict[tuple[object, ...], tuple[date | None, datetime]] = {}
    for person in await users_by_id(work.session, user_ids):
        alike = person.digest_due_at, person.digest_at, person.zone, person.days_away
        if alike not in turns:
            time = work.time_of(person)
            turns[alike] = daily_turn(person.digest_due_at, work.now, person.digest_at, time)
        today, person.digest_due_at = turns[alike]
        if today is not None:
            mornings[person] = today
    if not mornings:
        return 0
    messages = await _messages(work, mornings)
    # The person chose this hour, so it holds even where it is outside the working time.
    queued = await enqueue_each(work, messages, not_before=work.now)
    told = [person for person, about in queued if isinstance(about, DigestMessage)]
    late = await due_for_reminder(work.session, [person.id for person in told], work.now)
    for person in told:
        if person.id in late:
            # The digest names all that: it stands for the reminder of this hour.
            person.nudged_at = work.now
    return len(told)


async def _messages(work: Work, mornings: dict[User, date]) -> list[tuple[User, BotMessage]]:
    absent = await absent_of_each(work, list(mornings))
    owners = {person.id for person in mornings}
    owners |= {colleague.id for away in absent.values() for colleague in away}
    named = await gaps_to_name(work.session, sorted(owners), work.now, ASKED_AT_ONCE)
    messages: list[tuple[User, BotMessage]] = []
    for person, today in mornings.items():
        messages.append((person, DigestMessage(today, named.get(person.id, ()))))
        for colleague in absent.get(person.id, ()):
            about = SubstitutesDayMessage(colleague.id, today, named.get(colleague.id, ()))
            messages.append((person, about))
    return messages


def next_digest(work: Work, person: User) -> datetime:
    """The UTC instant of the next digest strictly after now, on a working day of the person."""
    return next_daily(work.now, person.digest_at, work.time_of(person))
