from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.method.core.workdays import WorkCalendar
from bot.method.tasks.calendar_grid import Cell, MonthGrid, month_grid

PLAIN = WorkCalendar()
TUE = date(2026, 11, 24)


def cells(grid: MonthGrid) -> dict[int, Cell]:
    return {cell.on.day: cell for week in grid.weeks for cell in week if cell is not None}


def test_weeks_run_from_monday_to_sunday() -> None:
    grid = month_grid(2026, 11, TUE, 14, {}, PLAIN)
    assert [cell and cell.on.day for cell in grid.weeks[0]] == [None] * 6 + [1]
    assert [cell and cell.on.day for cell in grid.weeks[-1]] == [30] + [None] * 6
    assert len(grid.weeks) == 6


def test_each_day_says_why_it_may_not_be_a_good_choice() -> None:
    load = {date(2026, 11, 25): 9, date(2026, 12, 1): 4}
    calendar = PLAIN.without([date(2026, 11, 26)])
    november = cells(month_grid(2026, 11, TUE, 14, load, calendar))
    assert november[25] == Cell(date(2026, 11, 25), 9, False, False, False, False)
    assert november[23].past
    assert not november[24].past
    assert november[24].today
    assert [november[day].off for day in (25, 26, 27, 28, 29, 30)] == [
        False,
        True,
        False,
        True,
        True,
        False,
    ]
    december = cells(month_grid(2026, 12, TUE, 14, load, calendar))
    assert december[1].load == 4
    assert [december[day].beyond for day in (8, 9)] == [False, True]


@pytest.mark.parametrize(
    ("year", "month", "earlier", "later"),
    [
        (2026, 10, False, True),
        (2026, 11, False, True),
        (2026, 12, True, False),
        (2027, 1, True, False),
    ],
)
def test_the_arrows_lead_only_to_dates_that_may_be_chosen(
    year: int, month: int, earlier: bool, later: bool
) -> None:
    grid = month_grid(year, month, TUE, 14, {}, PLAIN)
    assert (grid.earlier, grid.later) == (earlier, later)


@given(st.integers(1990, 2100), st.integers(1, 12), st.integers(0, 90))
def test_every_day_of_the_month_stands_once_under_its_weekday(
    year: int, month: int, horizon: int
) -> None:
    grid = month_grid(year, month, TUE, horizon, {}, PLAIN)
    shown = [(column, cell.on) for week in grid.weeks for column, cell in enumerate(week) if cell]
    first = date(year, month, 1)
    expected = [first + timedelta(days=n) for n in range(len(shown))]
    assert [on for _, on in shown] == expected
    assert (expected[-1] + timedelta(days=1)).day == 1
    assert all(on.weekday() == column for column, on in shown)
