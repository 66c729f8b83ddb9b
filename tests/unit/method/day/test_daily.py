"""Once a local working date, in every zone, whatever the clock does (R10)."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.method.core.workdays import WorkCalendar, WorkTime
from bot.method.day.daily import daily_due, daily_turn, next_daily

START, END = datetime(2026, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC)
ZONES = sorted(available_timezones() - {"localtime", "Factory"})
CALENDAR = WorkCalendar(days_off=frozenset({date(2026, 1, 7), date(2027, 5, 3)}))
HOURS = (time(9), time(18), time(0), time(23, 59), time(2, 30))

zones = st.sampled_from(ZONES).map(ZoneInfo)
hours = st.times().map(lambda at: at.replace(microsecond=0))


def changes(name: str) -> tuple[tuple[datetime, timedelta | None], ...]:
    """All that a zone says of these two years and a little around them: from when on it is how
    far ahead. No clock of the world changes twice within a day."""
    zone, day = ZoneInfo(name), timedelta(days=1)

    def ahead(at: datetime) -> timedelta | None:
        return at.astimezone(zone).utcoffset()

    now = START - 14 * day
    found = [(now, ahead(now))]
    while (now := now + day) < END + 14 * day:
        if ahead(now) == found[-1][1]:
            continue
        before, after = now - day, now
        while after - before > timedelta(seconds=1):
            middle = before + (after - before) / 2
            before, after = (middle, after) if ahead(middle) == found[-1][1] else (before, middle)
        found.append((after, ahead(now)))
    return tuple(found)


@cache
def different_zones() -> list[str]:
    """One name of each clock: the several hundred are a few dozens, as far as these years go."""
    return sorted({changes(name): name for name in ZONES}.values())


class Person:
    """Somebody's row, his outbox with its unique keys, and a ticker that looks at both."""

    def __init__(self, at: time, zone: ZoneInfo, due: datetime | None) -> None:
        self.at, self.time, self.due = at, WorkTime(CALENDAR, zone), due
        self.keys: set[date] = set()
        self.sent: list[tuple[date, datetime]] = []

    def tick(self, now: datetime) -> None:
        if self.due is not None and self.due > now:
            return
        on, self.due = daily_turn(self.due, now, self.at, self.time)
        if on is not None and on not in self.keys:
            self.keys.add(on)
            self.sent.append((on, now))

    def ticks(self, instants: Iterable[datetime]) -> "Person":
        for now in instants:
            self.tick(now)
        return self


@pytest.mark.parametrize("at", HOURS, ids=str)
def test_two_years_in_every_zone_of_the_world(at: time) -> None:
    """The ticker looks a little after each instant that is due: nothing is left out or doubled."""
    for name in different_zones():
        person = Person(
            at, ZoneInfo(name), next_daily(START, at, WorkTime(CALENDAR, ZoneInfo(name)))
        )
        while person.due is not None and person.due < END:
            person.tick(person.due + timedelta(seconds=11))
        days = [on for on, _ in person.sent]
        first, last = days[0], days[-1]
        span = ((first + timedelta(days=n)) for n in range((last - first).days + 1))
        assert days == [day for day in span if CALENDAR.is_working(day)], name
        assert (last - first).days > 720


@settings(max_examples=300)
@given(
    zones,
    hours,
    st.datetimes(START.replace(tzinfo=None), END.replace(tzinfo=None), timezones=st.just(UTC)),
    st.lists(st.one_of(st.integers(0, 90), st.integers(-20_000, 20_000)), max_size=60),
)
def test_jumps_in_both_directions_never_make_two_of_a_date(
    zone: ZoneInfo, at: time, start: datetime, minutes: list[int]
) -> None:
    person, now = Person(at, zone, next_daily(start, at, WorkTime(CALENDAR, zone))), start
    for step in minutes:
        now += timedelta(minutes=step)
        person.ticks([now, now])
    assert max(Counter(on for on, _ in person.sent).values(), default=1) == 1
    for on, when in person.sent:
        assert CALENDAR.is_working(on)
        assert person.time.local_date(when) == on
        assert when >= person.time.at(on, at)


@settings(max_examples=200)
@given(zones, hours, st.dates(date(2026, 1, 5), date(2027, 12, 24)), st.integers(0, 24 * 60 * 9))
def test_after_an_outage_today_comes_if_there_still_is_a_point(
    zone: ZoneInfo, at: time, day: date, minutes: int
) -> None:
    worktime = WorkTime(CALENDAR, zone)
    before = worktime.at(day, time())
    person = Person(at, zone, next_daily(before, at, worktime))
    now = before + timedelta(minutes=minutes)
    person.tick(now)
    today = worktime.local_date(now)
    # The day and hour on which the clocks change may be missing; then it comes when they have.
    begun = now >= worktime.at(today, at)
    over = at < CALENDAR.ends <= now.astimezone(zone).time()
    wanted = CALENDAR.is_working(today) and begun and not over and minutes > 0
    assert [on for on, _ in person.sent] == ([today] if wanted and person.due is not None else [])


@pytest.mark.parametrize(
    ("at", "now", "wanted"),
    [
        (time(9), "2026-11-24 08:59", False),
        (time(9), "2026-11-24 09:00", True),
        (time(9), "2026-11-24 17:59", True),
        (time(9), "2026-11-24 18:00", False),
        (time(18), "2026-11-24 17:59", False),
        (time(18), "2026-11-24 23:59", True),
        (time(18), "2026-11-25 00:00", False),
        (time(20), "2026-11-24 21:00", True),
        (time(9), "2026-11-28 09:00", False),
    ],
)
def test_by_example(at: time, now: str, wanted: bool) -> None:
    zone = ZoneInfo("Europe/Moscow")
    moment = datetime.fromisoformat(now).replace(tzinfo=zone)
    due = daily_due(moment, at, WorkTime(CALENDAR, zone))
    assert due == (moment.date() if wanted else None)


def test_who_is_new_waits_for_the_next_one() -> None:
    worktime = WorkTime(CALENDAR, ZoneInfo("Europe/Moscow"))
    now = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
    on, following = daily_turn(None, now, time(9), worktime)
    assert on is None
    assert following == datetime(2026, 11, 25, 6, 0, tzinfo=UTC)
