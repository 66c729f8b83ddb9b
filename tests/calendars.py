"""Counting working days another way than the bot does, to hold its shifting against."""

from datetime import date, timedelta

from bot.method.core.workdays import WorkCalendar


def working_days(calendar: WorkCalendar, after: date, until: date) -> int:
    """How many working days d have after < d <= until; 0 where `until` is not later."""
    days = range(1, (until - after).days + 1)
    return sum(calendar.is_working(after + timedelta(days=n)) for n in days)
