"""When a message that the bot starts may reach a person: working time, quiet hours, vacation."""

from collections.abc import Sequence
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.method.core.quiet import QuietHours, next_word
from bot.models.outbox import OutboxMessage, said_since
from bot.models.user import User
from bot.services.core.messages import Manner, Together
from bot.services.core.work import Work


def quiet_hours(person: User) -> QuietHours | None:
    """The person's quiet hours, if there are any."""
    if person.quiet_from is None or person.quiet_until is None:
        return None
    return QuietHours(person.quiet_from, person.quiet_until)


def may_reach(
    work: Work,
    person: User,
    instant: datetime,
    *,
    working: bool = True,
    on_vacation: bool = False,
) -> datetime:
    """The earliest instant (UTC) from `instant` on at which a message may reach the person.

    Never in the quiet hours; on a vacation only with `on_vacation`. `working`: inside the
    working time; a reminder before a timed task does without. Where the quiet hours leave no
    working time, their end has to do.
    """
    time = work.company_time_of(person) if on_vacation else work.time_of(person)

    def present(moment: datetime) -> datetime:
        away = not on_vacation and person.away_on(time.local_date(moment))
        return time.next_start(moment) if working or away else moment

    quiet, zone = quiet_hours(person), ZoneInfo(person.zone)
    if quiet is None:
        return present(instant)
    free = quiet.after(present(instant), zone)
    # They may have lasted until the end of the day, or into the vacation.
    another_day = quiet.after(present(free), zone)
    return another_day if present(another_day) == another_day else free


def still_to_wait(work: Work, message: OutboxMessage, person: User, how: Manner) -> datetime:
    """When a message that is due may really go; `work.now` or earlier: at once.

    What was meant for the working time and is found late waits for the next one; quiet hours
    and a vacation may have come since it was decided.
    """
    if not how.seen:
        return work.now
    time = work.company_time_of(person) if how.on_vacation else work.time_of(person)
    working = how.quiet and time.contains(message.not_before)
    return may_reach(work, person, work.now, working=working, on_vacation=how.on_vacation)


async def patient_until(work: Work, person: User, how: Manner, kinds: Sequence[str]) -> datetime:
    """When a message that can wait may go, by what the person was told today; `kinds` are those
    that count. `work.now`: at once."""
    if not how.patient:
        return work.now
    midnight = work.time_of(person).at(work.today_of(person), time())
    said = await said_since(work.session, person.id, midnight, kinds)
    return next_word(said, work.policy.message_every, work.now)


def awaits_digest(work: Work, person: User, how: Manner) -> bool:
    """Whether it is one message with a digest that is about to be decided."""
    due = person.digest_due_at
    return how.together is Together.NOTICES and due is not None and due <= work.now


def is_left_to_others(work: Work, how: Manner, person: User) -> bool:
    """Whether a message that counts for something is due on a vacation: somebody else is told of
    it instead of the person after it."""
    away = person.away_on(work.today_of(person))
    return away and bool(how.counts) and not how.on_vacation


def is_too_late_to_repeat(work: Work, how: Manner, person: User) -> bool:
    """Whether a message in doubt would say by now what everybody has seen elsewhere."""
    until = how.repeated_until
    return until is not None and work.now.astimezone(ZoneInfo(person.zone)).time() >= until
