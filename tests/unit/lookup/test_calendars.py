"""What the calendar library gives, on the days that matter: a new version has to keep them."""

import subprocess
import sys
from datetime import date

import pytest
from holidays.utils import list_supported_countries

from bot.lookup.calendars import is_known, is_provisional, work_calendar
from bot.method.core.refusals import Invalid
from tests.calendars import working_days

RUSSIAN_YEARS = range(2024, 2029)


@pytest.mark.parametrize(
    "day", ["2024-04-27", "2024-11-02", "2024-12-28", "2025-11-01", "2027-02-20"]
)
def test_a_saturday_that_was_swapped_is_a_working_day(day: str) -> None:
    assert work_calendar("RU", RUSSIAN_YEARS).is_working(date.fromisoformat(day))


@pytest.mark.parametrize(
    "day",
    [
        "2024-04-29",
        "2024-12-30",
        "2025-05-02",
        "2025-12-31",
        "2026-01-09",
        "2026-03-09",
        "2026-12-31",
        "2027-02-22",
        "2027-11-05",
    ],
)
def test_a_day_off_moved_by_decree_is_off(day: str) -> None:
    assert not work_calendar("RU", RUSSIAN_YEARS).is_working(date.fromisoformat(day))


@pytest.mark.parametrize(("year", "working"), [(2024, 248), (2025, 247), (2026, 247), (2027, 247)])
def test_a_year_has_the_number_of_working_days_of_the_official_calendar(
    year: int, working: int
) -> None:
    calendar = work_calendar("RU", [year])
    assert working_days(calendar, date(year - 1, 12, 31), date(year, 12, 31)) == working


def test_without_a_decree_a_holiday_on_a_weekend_moves_to_the_next_working_day() -> None:
    calendar = work_calendar("RU", RUSSIAN_YEARS)
    assert date(2028, 11, 4).weekday() == 5
    assert not calendar.is_working(date(2028, 11, 6))
    assert calendar.is_working(date(2028, 11, 7))


def test_the_weekend_of_the_new_year_days_waits_for_the_decree() -> None:
    assert date(2028, 1, 8).weekday() == 5
    assert work_calendar("RU", RUSSIAN_YEARS).is_working(date(2028, 1, 10))


def test_only_years_without_a_decree_are_provisional() -> None:
    assert [is_provisional("RU", year) for year in (2024, 2027, 2028)] == [False, False, True]
    assert not is_provisional("KZ", 2028)


def test_swapped_days_of_other_years_are_left_out() -> None:
    assert work_calendar("KZ", [2026]).extra_working == frozenset()


def test_a_country_has_its_own_week() -> None:
    calendar = work_calendar("sa", [2026])
    assert calendar.is_working(date(2026, 11, 22))
    assert not calendar.is_working(date(2026, 11, 20))


def test_an_unknown_country_is_refused() -> None:
    with pytest.raises(Invalid, match="country"):
        work_calendar("XX", [2026])


def test_which_countries_are_known() -> None:
    known = [is_known(country) for country in ("RU", "ru", "KZ", "GB", "ZZ", "UK", "RUS")]
    assert known == [True, True, True, True, False, False, False]


def test_every_country_that_may_be_chosen_has_a_calendar() -> None:
    """Israel's, for one, knows no days moved by a decree."""
    for country in list_supported_countries(include_aliases=False):
        calendar = work_calendar(country, [2026])
        days = [date(2026, 3, day) for day in range(1, 32)]
        assert 0 < sum(map(calendar.is_working, days)) < len(days), country


def test_only_the_country_that_is_asked_for_is_imported() -> None:
    look = (
        "import sys; from bot.lookup.calendars import work_calendar; work_calendar('RU', [2026]);"
        "print(sorted(name for name in sys.modules if name.startswith('holidays.countries.')))"
    )
    said = subprocess.run([sys.executable, "-c", look], capture_output=True, check=True, text=True)
    assert said.stdout.strip() == "['holidays.countries.russia']"
