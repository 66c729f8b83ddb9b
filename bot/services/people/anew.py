"""Somebody is let in again after a while (R7): what stands of him from before is no news."""

from bot.models.user import User
from bot.services.core.work import Work
from bot.services.day.digest import next_digest
from bot.services.day.evening import next_evening
from bot.services.report.morning import look_again


def begin_anew(work: Work, person: User) -> None:
    """Messages of the day come from the next one on, his silence is counted from today, and he
    takes part in hand-outs."""
    person.digest_due_at = next_digest(work, person)
    person.evening_due_at = next_evening(work, person)
    person.spared_since = person.spared_until = person.morning_missed_on = None
    person.seen_on, person.silent_since = work.today_of(person), None
    look_again(work, person)
