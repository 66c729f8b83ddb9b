from collections.abc import Mapping
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.method.core.workdays import WorkCalendar
from bot.method.pool.capacity import AHEAD, free_places

MONDAY = date(2026, 11, 23)
CALENDAR = WorkCalendar()


def free(planned: Mapping[date, int], capacity: int = 12) -> int:
    return free_places(planned, MONDAY, CALENDAR, capacity)


def test_the_working_days_of_two_weeks_are_free() -> None:
    assert free({}) == 10 * 12
    assert free({MONDAY + timedelta(days=5): 12}) == 10 * 12
    assert free({MONDAY: 4, MONDAY + timedelta(days=AHEAD): 12}) == 10 * 12 - 4


def test_a_day_above_the_norm_takes_no_place_of_another() -> None:
    assert free({MONDAY: 100}) == 9 * 12


def test_what_is_overdue_takes_the_first_places() -> None:
    assert free({MONDAY - timedelta(days=30): 20}) == 10 * 12 - 20
    assert free({MONDAY - timedelta(days=1): 500}) == 0


days = st.integers(-30, 30).map(lambda n: MONDAY + timedelta(days=n))


@given(st.dictionaries(days, st.integers(0, 40)), days, st.integers(1, 30))
def test_a_task_more_never_makes_more_room(
    planned: dict[date, int], day: date, capacity: int
) -> None:
    before = free(planned, capacity)
    after = free(planned | {day: planned.get(day, 0) + 1}, capacity)
    assert 0 <= after <= before <= after + 1
