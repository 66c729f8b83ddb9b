"""The morning's report to heads and admins: exactly one for each and local working date (R12)."""

from collections.abc import Sequence

from bot.method.core.terms import Role
from bot.method.day.daily import daily_turn
from bot.method.report.periods import morning_period
from bot.models.due import due_for_report
from bot.models.user import User, active_leaders, person_locked
from bot.services.core.outbox import enqueue
from bot.services.core.work import Work
from bot.services.report.messages import ReportMessage


async def people_for_report(work: Work) -> Sequence[int]:
    """Whose report is to be decided now; each in a transaction of its own."""
    return await due_for_report(work.session, work.now)


async def decide_report(work: Work, user_id: int) -> bool:
    """Queue today's unless the day is off or over, and work out the next one.

    What it says, and whether there is anything to say, is seen when it is sent.
    """
    person = await person_locked(work.session, user_id)
    if person is None or person.role not in Role.leaders():
        return False
    time = work.time_of(person)
    at = work.policy.report_at
    today, person.report_due_at = daily_turn(person.report_due_at, work.now, at, time)
    if today is None:
        return False
    # The company chose this hour, so it holds even where it is outside the working time.
    about = ReportMessage(today, morning_period(today, time.calendar))
    return await enqueue(work, person, about, not_before=work.now)


def look_again(work: Work, leader: User) -> None:
    """The zone, the hour or the vacation has changed: the next one is worked out anew by the next
    look. One that was sent today is not sent again."""
    if leader.report_due_at is not None:
        leader.report_due_at = work.now


async def look_again_at_all(work: Work) -> None:
    """The same of every head and admin."""
    for leader in await active_leaders(work.session):
        look_again(work, leader)
