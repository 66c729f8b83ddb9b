"""Who has not touched the bot for days that were working days of his own."""

from datetime import date, timedelta

from bot.method.core.workdays import WorkCalendar

SILENT_DAYS = 2
"""So many working days without a touch are said to the head."""
_LOOKED_BACK = 60


def is_silent(seen_on: date, today: date, calendar: WorkCalendar) -> bool:
    """Whether so many working days have passed between the last touch and today.

    `calendar` is the person's own: neither days off nor vacations count. Of a touch long ago only
    the last two months are looked at.
    """
    first = max(seen_on + timedelta(days=1), today - timedelta(days=_LOOKED_BACK))
    days = (first + timedelta(days=number) for number in range((today - first).days))
    return sum(calendar.is_working(day) for day in days) >= SILENT_DAYS
