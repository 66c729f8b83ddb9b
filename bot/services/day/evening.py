"""The evening check, exactly one for each person and local working date, and how the day ended
(R10)."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from bot.method.day.daily import daily_turn, next_daily
from bot.models.day_record import (
    DayRecord,
    count_caught_up,
    count_done,
    has_clients,
    last_record,
    record_of,
)
from bot.models.due import due_for_evening
from bot.models.past_day import (
    base_of,
    count_due,
    count_inbound,
    count_subjects,
    count_uncovered,
)
from bot.models.user import User, person_locked
from bot.services.core.outbox import enqueue
from bot.services.core.work import Act, Work
from bot.services.day.messages import EveningMessage
from bot.services.inbound.unanswered import unanswered


async def people_for_evening(work: Work) -> Sequence[int]:
    """Whose evening is to be looked at now; each in a transaction of its own."""
    return await due_for_evening(work.session, work.now)


async def decide_evening(work: Work, user_id: int) -> bool:
    """Record the day and queue the check where something is left, or waits for an answer; work
    out the next one.

    A check that could not be made before midnight is not sent, but its day is recorded.
    """
    person = await person_locked(work.session, user_id)
    if person is None:
        return False
    worktime, due = work.time_of(person), person.evening_due_at
    today, person.evening_due_at = daily_turn(due, work.now, person.evening_at, worktime)
    if due is None or due > work.now:
        return False
    last = await last_record(work.session, person.id)
    if last is not None:
        await _count_caught_up(work, person, last)
    missed = _missed(work, person, due)
    if missed is not None:
        await _record(work, person, missed)
    if today is None:
        return False
    record = await _record(work, person, today)
    if record is not None:
        person.evening_due_at = _end_of(work, person, today)
    if (record is None or record.clean) and not await _is_asked(work, person, work.now):
        return False
    # The person chose this hour, so it holds even where it is outside the working time.
    return await enqueue(work, person, EveningMessage(today), not_before=work.now)


def _missed(work: Work, person: User, due: datetime) -> date | None:
    """The day whose check was due and is over by now; the midnight after one is no check."""
    worktime = work.time_of(person)
    day = worktime.local_date(due)
    over = day < worktime.local_date(work.now) and due >= worktime.at(day, person.evening_at)
    return day if over and worktime.calendar.is_working(day) else None


def next_evening(work: Work, person: User) -> datetime:
    """The UTC instant of the next check strictly after now, on a working day of the person."""
    return next_daily(work.now, person.evening_at, work.time_of(person))


async def _record(work: Work, person: User, on: date) -> DayRecord | None:
    """How the day ended, as of now or its midnight: written down once, and only with clients."""
    known = await record_of(work.session, person.id, on)
    if known is not None:
        return known
    if not await has_clients(work.session, person.id):
        return None
    at = min(work.now, _end_of(work, person, on))
    base = await base_of(work.session, person.id, at)
    left = await count_inbound(work.session, base) + await count_due(work.session, base, on)
    done = await count_done(work.session, person.id, _start_of(work, person, on), at)
    clean = not left and not await _is_asked(work, person, at)
    record = DayRecord(user_id=person.id, on=on, clean=clean, left=left, done=done, at=at)
    await _measure(work, person, record, at)
    work.session.add(record)
    await work.session.flush([record])
    return record


async def _count_caught_up(work: Work, person: User, record: DayRecord) -> None:
    """What was left at the check and worked off before midnight makes the day clean after all,
    where every question was answered as well."""
    until = min(work.now, _end_of(work, person, record.on))
    since = _start_of(work, person, record.on)
    caught_up = await count_caught_up(work.session, person.id, record.on, record.at, until)
    if not record.clean and caught_up >= record.left:
        record.clean = not await _is_asked(work, person, until)
    record.done = await count_done(work.session, person.id, since, until)
    await _measure(work, person, record, until)


async def _measure(work: Work, person: User, record: DayRecord, at: datetime) -> None:
    """What the report says of the day's end, as it was then, however late it is measured; once its
    midnight was measured that stays."""
    if record.measured_at is not None and record.measured_at >= at:
        return
    base = await base_of(work.session, person.id, at)
    record.uncovered = await count_uncovered(work.session, base)
    # Cards that were merged since are gone, with whose they were.
    record.subjects = max(await count_subjects(work.session, base), record.uncovered)
    record.overdue = await count_due(work.session, base, record.on)
    record.measured_at = at


async def _is_asked(work: Work, person: User, by: datetime) -> bool:
    """Whether what had arrived by then still waits for the person to say whose it is."""
    _, count = await unanswered(Act.by(person, work), by)
    return count > 0


def _start_of(work: Work, person: User, day: date) -> datetime:
    return work.time_of(person).at(day, time())


def _end_of(work: Work, person: User, day: date) -> datetime:
    return _start_of(work, person, day + timedelta(days=1))
