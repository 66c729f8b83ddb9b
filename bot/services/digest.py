"""The morning digest: exactly one for each person and local working date (R10)."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.models.gap import unasked_gaps
from bot.models.user import User, due_for_digest
from bot.services.outbox import enqueue
from bot.services.work import Work

ASKED_AT_ONCE = 10
"""How many clients without a task one digest names; the owner counts as asked about them."""


async def people_for_digest(work: Work) -> Sequence[int]:
    """Whose digest is to be decided now; each in a transaction of its own."""
    return await due_for_digest(work.session, work.now)


async def decide_digest(work: Work, user_id: int) -> bool:
    """Queue today's digest unless the day is off or over, and work out the next one.

    A digest found late is still sent within the same local working day, never the day after.
    """
    person = await work.session.get_one(User, user_id)
    due, today = person.digest_due_at, work.today_of(person)
    person.digest_due_at = next_digest(work, person)
    if due is None or not _is_wanted(work, person, today):
        return False
    for gap in await unasked_gaps(work.session, person.id, ASKED_AT_ONCE):
        gap.asked_at = work.now
    # The person chose this hour, so it holds even where it is outside the working time.
    return await enqueue(
        work,
        "digest",
        person,
        today,
        payload={"date": today.isoformat()},
        not_before=max(work.now, _instant(person, today)),
    )


def next_digest(work: Work, person: User) -> datetime:
    """The UTC instant of the next digest strictly after now, on a working day of the person."""
    today = work.today_of(person)
    calendar = work.calendar_of(person)
    at = _instant(person, calendar.next_working(today))
    if at > work.now:
        return at
    return _instant(person, calendar.next_working(today + timedelta(days=1)))


def _is_wanted(work: Work, person: User, today: date) -> bool:
    over = work.now >= work.time_of(person).end_of_day(today)
    return work.calendar_of(person).is_working(today) and not over


def _instant(person: User, day: date) -> datetime:
    local = datetime.combine(day, person.digest_at, ZoneInfo(person.zone))
    return local.astimezone(UTC)
