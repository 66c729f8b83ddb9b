"""How many more tasks fit into a person's days to come (R6)."""

from collections.abc import Mapping
from datetime import date, timedelta

from bot.method.core.workdays import WorkCalendar

AHEAD = 14
"""How many days are looked at, today included: an attempt has about as many."""


def free_places(
    planned: Mapping[date, int], today: date, calendar: WorkCalendar, capacity: int
) -> int:
    """The places left below the capacity on the working days of the next two weeks.

    `planned` are the open outbound tasks of each local date; those of before today are to be worked
    off as well, and take the first places that there are.
    """
    days = [today + timedelta(days=number) for number in range(AHEAD)]
    room = sum(max(0, capacity - planned.get(day, 0)) for day in days if calendar.is_working(day))
    overdue = sum(count for day, count in planned.items() if day < today)
    return max(0, room - overdue)
