"""How far two clocks are from each other."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.method.people.clocks import ahead_of

NAMES = ("Europe/Moscow", "Asia/Vladivostok", "Asia/Kolkata", "Europe/Berlin", "America/New_York")
ZONES = st.sampled_from([ZoneInfo(name) for name in NAMES])
INSTANTS = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))


@pytest.mark.parametrize(
    ("theirs", "month", "hours"),
    [("Asia/Vladivostok", 11, 7), ("Europe/Berlin", 11, -2), ("Europe/Berlin", 7, -1)],
)
def test_summer_time_counts(theirs: str, month: int, hours: int) -> None:
    at = datetime(2026, month, 24, 9, tzinfo=UTC)
    assert ahead_of(ZoneInfo(theirs), ZoneInfo("Europe/Moscow"), at) == timedelta(hours=hours)


@given(ZONES, ZONES, INSTANTS)
def test_it_is_what_the_two_clocks_show(one: ZoneInfo, two: ZoneInfo, at: datetime) -> None:
    shown = [at.astimezone(zone).replace(tzinfo=None) for zone in (one, two)]
    assert ahead_of(one, two, at) == shown[0] - shown[1]
    assert ahead_of(two, one, at) == -ahead_of(one, two, at)
