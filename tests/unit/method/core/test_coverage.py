from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.method.core.coverage import Coverage, PlannedTask, client_next_due, cover, cover_deal
from bot.method.core.terms import GapReason
from bot.method.core.workdays import WorkCalendar
from tests.calendars import working_days

PLAIN = WorkCalendar()
TUE = date(2026, 11, 24)
DAY = timedelta(days=1)


def task(due: date | None, *, on_deal: bool = False) -> PlannedTask:
    return PlannedTask(due, on_deal)


def verdict(*dues: date | None, today: date = TUE, horizon: int = 14, grace: int = 2) -> Coverage:
    return cover([task(due) for due in dues], today, horizon, grace, PLAIN)


@pytest.mark.parametrize(
    ("due", "covered", "reason"),
    [
        (TUE, True, None),
        (TUE + 14 * DAY, True, None),
        (TUE + 15 * DAY, False, GapReason.BEYOND_HORIZON),
        (date(2026, 11, 23), True, None),
        (date(2026, 11, 20), True, None),
        (date(2026, 11, 19), False, GapReason.OVERDUE),
        (None, False, GapReason.NO_DATE),
    ],
)
def test_one_task_covers_from_the_grace_to_the_horizon(
    due: date | None, covered: bool, reason: GapReason | None
) -> None:
    found = verdict(due)
    assert (found.covered, found.reason) == (covered, reason)


def test_no_task_is_a_gap_for_ever() -> None:
    assert verdict() == Coverage(False, None, GapReason.NO_TASK, None)


def test_grace_is_counted_in_working_days() -> None:
    friday, monday = date(2026, 11, 20), date(2026, 11, 23)
    assert verdict(friday, today=monday + 1 * DAY).covered
    assert not verdict(friday, today=monday + 2 * DAY).covered
    assert verdict(friday, today=monday, grace=1).covered
    assert verdict(friday, today=monday - DAY, grace=0).covered
    assert not verdict(friday, today=monday, grace=0).covered


def test_any_task_is_enough() -> None:
    assert verdict(date(2026, 1, 1), None, TUE + DAY, TUE + 90 * DAY).covered


@pytest.mark.parametrize(
    ("dues", "reason"),
    [
        ([None, TUE + 40 * DAY, TUE - 30 * DAY], GapReason.OVERDUE),
        ([None, TUE + 40 * DAY], GapReason.BEYOND_HORIZON),
        ([None, None], GapReason.NO_DATE),
    ],
)
def test_the_most_pressing_reason_is_told(dues: list[date | None], reason: GapReason) -> None:
    assert verdict(*dues).reason is reason


def test_the_next_date_is_the_earliest_of_those_that_have_one() -> None:
    wed = TUE + DAY
    assert verdict(wed + DAY, wed, None).next_due == wed
    assert verdict(None).next_due is None


@pytest.mark.parametrize(
    ("dues", "recheck"),
    [
        ([TUE], date(2026, 11, 27)),
        ([TUE + 20 * DAY], TUE + 6 * DAY),
        ([TUE, TUE + 14 * DAY], date(2026, 12, 11)),
        ([TUE - 30 * DAY], None),
        ([None], None),
    ],
)
def test_the_day_on_which_time_alone_changes_it(
    dues: list[date | None], recheck: date | None
) -> None:
    assert verdict(*dues).recheck_on == recheck


def test_a_deal_is_covered_by_its_own_tasks_only() -> None:
    own, contact = task(TUE + DAY, on_deal=True), task(TUE + DAY)
    assert cover_deal([own, contact], TUE, 14, 2, PLAIN).covered
    moved = cover_deal([contact], TUE, 14, 2, PLAIN)
    assert (moved.covered, moved.reason) == (False, GapReason.TASK_ON_CONTACT)
    assert (moved.next_due, moved.recheck_on) == (None, None)
    late = cover_deal([task(TUE - 30 * DAY, on_deal=True), contact], TUE, 14, 2, PLAIN)
    assert late.reason is GapReason.OVERDUE
    assert cover_deal([], TUE, 14, 2, PLAIN).reason is GapReason.NO_TASK


def test_the_date_of_a_client_is_of_its_deals_while_one_is_open() -> None:
    wed, thu = TUE + DAY, TUE + 2 * DAY
    assert client_next_due(wed, [], has_open_deal=False) == wed
    assert client_next_due(wed, [None, thu], has_open_deal=True) == thu
    assert client_next_due(wed, [None], has_open_deal=True) is None
    assert client_next_due(wed, [thu], has_open_deal=False) == wed


dates = st.dates(TUE - 40 * DAY, TUE + 60 * DAY)
task_lists = st.lists(st.builds(task, st.none() | dates), max_size=6)
calendars = st.builds(
    WorkCalendar,
    week=st.frozensets(st.integers(0, 6), min_size=1),
    days_off=st.frozensets(st.dates(TUE - 50 * DAY, TUE + 90 * DAY), max_size=30),
)
horizons, graces = st.integers(0, 40), st.integers(0, 5)


@given(task_lists, horizons, graces, calendars)
def test_nothing_changes_before_the_recheck_and_coverage_changes_on_it(
    tasks: list[PlannedTask], horizon: int, grace: int, calendar: WorkCalendar
) -> None:
    now = cover(tasks, TUE, horizon, grace, calendar)
    last = now.recheck_on or TUE + 150 * DAY
    day = TUE
    while day < last:
        assert cover(tasks, day, horizon, grace, calendar) == now
        day += DAY
    if now.recheck_on is not None:
        assert now.recheck_on > TUE
        assert cover(tasks, now.recheck_on, horizon, grace, calendar).covered is not now.covered


@given(task_lists, horizons, st.integers(0, 20), graces, calendars)
def test_a_longer_horizon_never_uncovers(
    tasks: list[PlannedTask], horizon: int, more: int, grace: int, calendar: WorkCalendar
) -> None:
    if cover(tasks, TUE, horizon, grace, calendar).covered:
        assert cover(tasks, TUE, horizon + more, grace, calendar).covered


@given(task_lists, horizons, graces, calendars)
def test_covered_is_what_the_rule_says(
    tasks: list[PlannedTask], horizon: int, grace: int, calendar: WorkCalendar
) -> None:
    def covers(due: date | None) -> bool:
        if due is None or due > TUE + horizon * DAY:
            return False
        return due >= TUE or working_days(calendar, due, TUE) <= grace

    found = cover(tasks, TUE, horizon, grace, calendar)
    assert found.covered is any(covers(task.due_on) for task in tasks)
    assert found.covered is (found.reason is None)


@given(task_lists, st.dates(TUE - 30 * DAY, TUE + 30 * DAY), horizons)
def test_the_next_date_does_not_depend_on_today(
    tasks: list[PlannedTask], today: date, horizon: int
) -> None:
    here, there = cover(tasks, TUE, 14, 2, PLAIN), cover(tasks, today, horizon, 1, PLAIN)
    assert here.next_due == there.next_due
