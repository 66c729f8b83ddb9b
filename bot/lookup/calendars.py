"""Working days of a country, as the `holidays` package knows them."""

import sys
from collections.abc import Iterable
from datetime import timedelta
from functools import lru_cache
from importlib.util import find_spec, module_from_spec
from typing import TYPE_CHECKING

from bot.method.core.refusals import Invalid
from bot.method.core.workdays import WorkCalendar

if TYPE_CHECKING:
    from holidays import HolidayBase

_RUSSIA = "RU"
_LAST_NEW_YEAR_DAY = 8


def work_calendar(country: str, years: Iterable[int]) -> WorkCalendar:
    """The working week, public holidays and transferred days of a country in these years.

    `country` is two letters (ISO 3166); Invalid("country") where nothing is known about it.
    Days of other years follow the week only. Hours are the default ones. Neither short days
    before a holiday nor regional days are known.
    """
    return _calendar(country.upper(), frozenset(years))


def is_known(country: str) -> bool:
    """Whether working days of the country (two letters) are known; Russia's are without a look."""
    if country.upper() == _RUSSIA:
        return True
    from holidays.utils import list_supported_countries

    return country.upper() in list_supported_countries(include_aliases=False)


def is_provisional(country: str, year: int) -> bool:
    """Whether the transferred days of the year are not decreed yet, so that they may change."""
    # Only Russia moves days by a decree that the package lists year by year.
    if country.upper() != _RUSSIA:
        return False
    last: int = max(_holidays(_RUSSIA, frozenset({year})).special_public_holidays)
    return year > last


@lru_cache(maxsize=64)
def _calendar(country: str, years: frozenset[int]) -> WorkCalendar:
    known = _holidays(country, years)
    calendar = WorkCalendar(
        week=frozenset(range(7)) - known.weekend,
        days_off=frozenset(known),
        extra_working=frozenset(day for day in known.weekend_workdays if day.year in years),
    )
    for year in sorted(years):
        if is_provisional(country, year):
            calendar = _with_shifted(calendar, year)
    return calendar


@lru_cache(maxsize=64)
def _holidays(country: str, years: frozenset[int]) -> "HolidayBase":
    # Imported late: most commands know no calendar and need not wait for it.
    from holidays import country_holidays

    _spare_the_others()
    try:
        return country_holidays(country, years=years, expand=False)
    except NotImplementedError as error:
        raise Invalid("country", country=country) from error


def _spare_the_others() -> None:
    """Have the package import the one country that is asked for.

    Each has a module that can be imported by itself, but the folder's own module imports all 250
    of them, eight megabytes for as long as the bot runs. It is taken as loaded without being run.
    """
    spec = find_spec("holidays.countries")
    if spec is not None:
        sys.modules.setdefault("holidays.countries", module_from_spec(spec))


def _with_shifted(calendar: WorkCalendar, year: int) -> WorkCalendar:
    """A holiday on a weekend moves to the next working day; the New Year days wait for a decree."""
    for day in sorted(calendar.days_off):
        in_new_year = day.month == 1 and day.day <= _LAST_NEW_YEAR_DAY
        if day.year == year and day.weekday() not in calendar.week and not in_new_year:
            calendar = calendar.without({calendar.next_working(day + timedelta(days=1))})
    return calendar
