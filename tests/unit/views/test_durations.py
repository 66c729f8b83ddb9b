"""How long something is or has been: in hours, and in days from where hours say nothing."""

from datetime import timedelta

import pytest

from bot.views.words import Words


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (3, "3 ч"),
        (18, "18 ч"),
        (24, "1 день"),
        (31, "1 день 7 ч"),
        (24 * 5, "5 дней"),
        (24 * 22 + 1, "22 дня 1 ч"),
    ],
)
def test_from_a_day_on_a_duration_is_said_in_days(hours: int, said: str) -> None:
    assert Words("ru").duration(timedelta(hours=hours)) == said


@pytest.mark.parametrize(
    ("hours", "workday", "russian", "english"),
    [
        (5, 9, "5 ч рабочего времени", "5 h of working time"),
        (18, 9, "18 ч рабочего времени", "18 h of working time"),
        (19, 9, "2 рабочих дня", "2 working days"),
        (63, 9, "7 рабочих дней", "7 working days"),
        (24, 24, "1 рабочий день", "1 working day"),
    ],
)
def test_more_than_two_days_of_work_are_said_in_days(
    hours: int, workday: int, russian: str, english: str
) -> None:
    length, day = timedelta(hours=hours), timedelta(hours=workday)
    assert Words("ru").working_time(length, day) == russian
    assert Words("en").working_time(length, day) == english
