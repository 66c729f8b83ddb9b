"""Two working days of one's own without a touch."""

from datetime import date

import pytest

from bot.method.core.workdays import WorkCalendar
from bot.method.people.presence import is_silent

CALENDAR = WorkCalendar()
"""Monday to Friday."""
FRIDAY, MONDAY, TUESDAY, WEDNESDAY = (date(2026, 11, day) for day in (20, 23, 24, 25))


@pytest.mark.parametrize(
    ("seen_on", "today", "silent"),
    [
        (FRIDAY, FRIDAY, False),
        (FRIDAY, MONDAY, False),
        (FRIDAY, TUESDAY, False),
        (FRIDAY, WEDNESDAY, True),
        (MONDAY, WEDNESDAY, False),
        (date(2025, 1, 1), WEDNESDAY, True),
    ],
)
def test_whole_working_days_between_are_counted(seen_on: date, today: date, silent: bool) -> None:
    assert is_silent(seen_on, today, CALENDAR) is silent


def test_a_vacation_is_no_silence() -> None:
    assert not is_silent(FRIDAY, WEDNESDAY, CALENDAR.without([MONDAY]))
