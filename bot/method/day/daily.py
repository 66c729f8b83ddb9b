"""What comes once a local working date at an hour the person has chosen: digest and evening check.

Exactly one a date, whatever the clock does: the date is part of the message's key, and what is
found late is still for today, never for a day that is over.
"""

from datetime import date, datetime, time, timedelta

from bot.method.core.workdays import WorkTime


def daily_turn(
    due: datetime | None, now: datetime, at: time, worktime: WorkTime
) -> tuple[date | None, datetime]:
    """The local date that it is time for now, if any, and when (UTC) to look again.

    `due` is when it was to be looked at; None: that has never been worked out, so today is over.
    """
    if due is not None and due > now:
        return None, due
    return (None if due is None else daily_due(now, at, worktime)), next_daily(now, at, worktime)


def next_daily(now: datetime, at: time, worktime: WorkTime) -> datetime:
    """The UTC instant of the next one strictly after now, on a working day of the person."""
    today = worktime.local_date(now)
    found = worktime.at(worktime.calendar.next_working(today), at)
    if found > now:
        return found
    return worktime.at(worktime.calendar.next_working(today + timedelta(days=1)), at)


def daily_due(now: datetime, at: time, worktime: WorkTime) -> date | None:
    """The local date for which it is time now; None before its hour, on a day off, and too late.

    It makes sense until the working hours end; one that comes after them, until midnight.
    """
    today = worktime.local_date(now)
    if not worktime.calendar.is_working(today) or now < worktime.at(today, at):
        return None
    over = at < worktime.calendar.ends <= now.astimezone(worktime.zone).time()
    return None if over else today
