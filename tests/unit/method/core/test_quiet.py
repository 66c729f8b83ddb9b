"""Quiet hours over midnight and over every change of clocks."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.method.core.quiet import QuietHours, next_word
from bot.method.core.refusals import Invalid

MOSCOW = ZoneInfo("Europe/Moscow")
NIGHT = QuietHours(time(22), time(8))

minutes = st.builds(time, st.integers(0, 23), st.integers(0, 59))
instants = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)).map(
    lambda one: one.replace(microsecond=0)
)
zones = st.sampled_from(sorted(available_timezones())).map(ZoneInfo)


@st.composite
def quiet(draw: st.DrawFn) -> QuietHours:
    since = draw(minutes)
    return QuietHours(since, draw(minutes.filter(lambda until: until != since)))


def moscow(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=MOSCOW)


@pytest.mark.parametrize(
    ("at", "free"),
    [
        (moscow(24, 21, 59), moscow(24, 21, 59)),
        (moscow(24, 22), moscow(25, 8)),
        (moscow(25, 0), moscow(25, 8)),
        (moscow(25, 7, 59), moscow(25, 8)),
        (moscow(25, 8), moscow(25, 8)),
    ],
)
def test_the_night_ends_in_the_morning(at: datetime, free: datetime) -> None:
    assert NIGHT.after(at, MOSCOW) == free


def test_a_midday_rest() -> None:
    rest = QuietHours(time(13), time(14))
    assert rest.after(moscow(24, 13, 30), MOSCOW) == moscow(24, 14)
    assert rest.after(moscow(24, 12, 59), MOSCOW) == moscow(24, 12, 59)


def test_the_same_time_twice_says_nothing() -> None:
    with pytest.raises(Invalid, match="quiet-empty"):
        QuietHours(time(9), time(9))


@given(quiet(), instants, zones)
def test_what_comes_out_is_never_quiet(hours: QuietHours, at: datetime, zone: ZoneInfo) -> None:
    free = hours.after(at, zone)
    assert free >= at
    assert not hours.holds(free.astimezone(zone).time())
    assert hours.after(free, zone) == free


@given(quiet(), instants, zones, st.floats(0, 1))
def test_nothing_earlier_would_have_done(
    hours: QuietHours, at: datetime, zone: ZoneInfo, share: float
) -> None:
    """Every minute passed over was quiet, but for clocks that change there."""
    free = hours.after(at, zone)
    between = at + (free - at) * share
    steady = at.astimezone(zone).utcoffset() == free.astimezone(zone).utcoffset()
    if between < free and steady:
        assert hours.holds(between.astimezone(zone).time())
    assert free - at <= timedelta(hours=26)


@given(quiet(), minutes, minutes)
def test_it_swallows_a_day_only_if_no_minute_is_left(
    hours: QuietHours, starts: time, ends: time
) -> None:
    if starts >= ends:
        return
    day = datetime.combine(date(2026, 1, 1), starts)
    left = []
    while day.time() < ends and day.date() == date(2026, 1, 1):
        left.append(hours.holds(day.time()))
        day += timedelta(minutes=1)
    assert hours.swallow(starts, ends) == all(left)


def test_the_more_was_said_the_longer_the_next_waits() -> None:
    """An hour after the first of the day, half a day after each further one; never in the past."""
    hour, now = timedelta(hours=1), moscow(24, 9)
    assert next_word([], hour, now) == now
    assert next_word([now], hour, now) == moscow(24, 10)
    assert next_word([now, moscow(24, 10)], hour, moscow(24, 10, 5)) == moscow(24, 14)
    assert next_word([now, moscow(24, 10), moscow(24, 14)], hour, now) == moscow(24, 18)
    assert next_word([now], hour, moscow(24, 12)) == moscow(24, 12)
