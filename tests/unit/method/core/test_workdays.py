from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.method.core.refusals import Invalid
from bot.method.core.workdays import WorkCalendar, WorkTime
from tests.calendars import working_days

MOSCOW = ZoneInfo("Europe/Moscow")
BERLIN = ZoneInfo("Europe/Berlin")
PLAIN = WorkCalendar()
TUE, WED, FRI = date(2026, 11, 24), date(2026, 11, 25), date(2026, 11, 27)
SAT, SUN, MON = date(2026, 11, 28), date(2026, 11, 29), date(2026, 11, 30)

calendars = st.builds(
    WorkCalendar,
    week=st.frozensets(st.integers(0, 6), min_size=1),
    days_off=st.frozensets(st.dates(date(2026, 3, 1), date(2026, 4, 30)), max_size=20),
    extra_working=st.frozensets(st.dates(date(2026, 3, 1), date(2026, 4, 30)), max_size=5),
)
days = st.dates(date(2026, 3, 1), date(2026, 4, 30))
instants = st.datetimes(datetime(2026, 3, 20), datetime(2026, 4, 10), timezones=st.just(UTC))
zones = st.sampled_from([BERLIN, MOSCOW, ZoneInfo("America/New_York"), ZoneInfo("Asia/Kathmandu")])
spans = st.timedeltas(timedelta(0), timedelta(hours=60))


def msk(day: date, at: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(at), MOSCOW).astimezone(UTC)


def test_the_week_the_holidays_and_the_transferred_days() -> None:
    calendar = WorkCalendar(days_off=frozenset({WED}), extra_working=frozenset({SAT}))
    assert [calendar.is_working(day) for day in (TUE, WED, FRI, SAT, SUN, MON)] == [
        True,
        False,
        True,
        True,
        False,
        True,
    ]


def test_next_and_previous_are_the_day_itself_when_it_works() -> None:
    assert PLAIN.next_working(FRI) == PLAIN.previous_working(FRI) == FRI
    assert (PLAIN.next_working(SAT), PLAIN.previous_working(SUN)) == (MON, FRI)


@pytest.mark.parametrize(
    ("day", "n", "found"),
    [
        (FRI, 0, FRI),
        (SAT, 0, SAT),
        (FRI, 1, MON),
        (SAT, 1, MON),
        (MON, -1, FRI),
        (SUN, -2, date(2026, 11, 26)),
    ],
)
def test_shift_counts_working_days(day: date, n: int, found: date) -> None:
    assert PLAIN.shift(day, n) == found


def test_a_vacation_beats_a_transferred_day() -> None:
    calendar = WorkCalendar(extra_working=frozenset({SAT})).without([SAT, TUE])
    assert not calendar.is_working(SAT)
    assert not calendar.is_working(TUE)


@pytest.mark.parametrize("week", [frozenset(), frozenset({9})])
def test_a_calendar_with_no_working_day_refuses_instead_of_hanging(week: frozenset[int]) -> None:
    idle = WorkCalendar(week=week)
    worktime = WorkTime(idle, MOSCOW)
    for search in (
        lambda: idle.next_working(TUE),
        lambda: idle.previous_working(TUE),
        lambda: idle.shift(TUE, 1),
        lambda: worktime.next_start(msk(TUE, "10:00")),
        lambda: worktime.add(msk(TUE, "10:00"), timedelta(hours=1)),
        lambda: PLAIN.shift(date.max, 1),
        lambda: PLAIN.shift(date.min, -1),
    ):
        with pytest.raises(Invalid) as refused:
            search()
        assert refused.value.code == "no-working-day"


def test_a_day_must_start_before_it_ends() -> None:
    with pytest.raises(Invalid):
        WorkCalendar(starts=time(18), ends=time(9))


@given(calendars, days, st.integers(1, 15))
def test_counting_undoes_shifting(calendar: WorkCalendar, day: date, n: int) -> None:
    after = calendar.shift(day, n)
    assert calendar.is_working(after)
    assert working_days(calendar, day, after) == n
    assert calendar.shift(calendar.shift(after, -n), n) == after
    assert working_days(calendar, after, day) == 0


@pytest.mark.parametrize(
    ("at", "inside", "next_start"),
    [
        (msk(TUE, "08:59"), False, msk(TUE, "09:00")),
        (msk(TUE, "09:00"), True, msk(TUE, "09:00")),
        (msk(TUE, "17:59"), True, msk(TUE, "17:59")),
        (msk(TUE, "18:00"), False, msk(WED, "09:00")),
        (msk(FRI, "18:00"), False, msk(MON, "09:00")),
        (msk(SAT, "12:00"), False, msk(MON, "09:00")),
    ],
)
def test_the_end_of_the_day_is_outside(at: datetime, inside: bool, next_start: datetime) -> None:
    worktime = WorkTime(PLAIN, MOSCOW)
    assert worktime.contains(at) is inside
    assert worktime.next_start(at) == next_start


@pytest.mark.parametrize(
    ("since", "hours", "until"),
    [
        (msk(TUE, "09:10"), 8, msk(TUE, "17:10")),
        (msk(TUE, "15:00"), 8, msk(WED, "14:00")),
        (msk(TUE, "14:00"), 4, msk(TUE, "18:00")),
        (msk(TUE, "20:00"), 0, msk(WED, "09:00")),
        (msk(FRI, "17:00"), 19, msk(date(2026, 12, 1), "18:00")),
        (msk(SAT, "03:00"), 1, msk(MON, "10:00")),
    ],
)
def test_working_time_is_added(since: datetime, hours: int, until: datetime) -> None:
    worktime = WorkTime(PLAIN, MOSCOW)
    found = worktime.add(since, timedelta(hours=hours))
    assert found == until
    assert worktime.between(since, found) == timedelta(hours=hours)


def test_the_change_of_clocks_makes_a_real_hour() -> None:
    """Berlin, 29.03.2026: 02:00 becomes 03:00; a night shift on Sunday is an hour shorter."""
    night = WorkCalendar(week=frozenset(range(7)), starts=time(0), ends=time(6))
    worktime = WorkTime(night, BERLIN)
    sunday = date(2026, 3, 29)
    since, until = worktime.at(sunday, time(0)), worktime.end_of_day(sunday)
    assert worktime.between(since, until) == timedelta(hours=5)
    assert worktime.add(since, timedelta(hours=3)) == worktime.at(sunday, time(4))
    autumn = date(2026, 10, 25)
    assert worktime.between(worktime.at(autumn, time(0)), worktime.end_of_day(autumn)) == (
        timedelta(hours=7)
    )


def test_a_working_day_inside_the_skipped_hour_is_empty_not_negative() -> None:
    calendar = WorkCalendar(week=frozenset(range(7)), starts=time(2, 30), ends=time(3))
    worktime = WorkTime(calendar, BERLIN)
    since = datetime(2026, 3, 28, 22, tzinfo=UTC)
    assert worktime.add(since, timedelta(minutes=10)) == datetime(2026, 3, 30, 0, 40, tzinfo=UTC)


def test_local_dates_are_of_the_zone() -> None:
    late = datetime(2026, 11, 24, 21, 30, tzinfo=UTC)
    assert WorkTime(PLAIN, MOSCOW).local_date(late) == WED
    assert WorkTime(PLAIN, ZoneInfo("UTC")).local_date(late) == TUE


def test_an_instant_without_a_zone_and_time_running_backwards_are_mistakes() -> None:
    worktime = WorkTime(PLAIN, MOSCOW)
    with pytest.raises(ValueError, match="time zone"):
        worktime.contains(datetime(2026, 11, 24, 12))
    with pytest.raises(ValueError, match="only added"):
        worktime.add(msk(TUE, "12:00"), -timedelta(hours=1))


@given(calendars, zones, instants, spans)
def test_adding_and_measuring_agree(
    calendar: WorkCalendar, zone: ZoneInfo, since: datetime, span: timedelta
) -> None:
    worktime = WorkTime(calendar, zone)
    until = worktime.add(since, span)
    assert until.tzinfo is UTC
    assert worktime.between(since, until) == span
    assert worktime.between(until, since) == timedelta(0)
    assert worktime.contains(worktime.next_start(since))
    assert worktime.next_start(since) >= since


@given(calendars, zones, instants, spans, spans)
def test_adding_in_two_parts_is_adding_at_once(
    calendar: WorkCalendar, zone: ZoneInfo, since: datetime, one: timedelta, two: timedelta
) -> None:
    worktime = WorkTime(calendar, zone)
    in_parts = worktime.add(worktime.add(since, one), two)
    assert worktime.next_start(in_parts) == worktime.next_start(worktime.add(since, one + two))


def test_the_days_ahead_are_the_next_ones_and_on_the_last_of_a_week_the_next_week() -> None:
    usual = WorkCalendar()
    tuesday, friday = date(2026, 11, 24), date(2026, 11, 27)
    assert usual.ahead(tuesday, 3) == (date(2026, 11, 25), date(2026, 11, 26), friday)
    next_week = tuple(date(2026, 11, 30) + timedelta(days=n) for n in range(5))
    assert usual.ahead(friday, 3) == next_week
    assert usual.ahead(date(2026, 11, 28), 3) == next_week
    off_friday = WorkCalendar(days_off=frozenset({friday}))
    assert off_friday.ahead(date(2026, 11, 26), 3) == next_week
    assert off_friday.ahead(tuesday, 3) == (date(2026, 11, 25), date(2026, 11, 26), next_week[0])
    with_saturday = WorkCalendar(extra_working=frozenset({date(2026, 11, 28)}))
    assert with_saturday.ahead(friday, 2) == (date(2026, 11, 28), next_week[0])
    assert with_saturday.ahead(date(2026, 11, 28), 2) == next_week


def test_a_week_without_a_working_day_is_passed_over() -> None:
    week = frozenset(date(2026, 11, 30) + timedelta(days=n) for n in range(5))
    away = WorkCalendar(days_off=week)
    assert away.ahead(date(2026, 11, 27), 2) == (date(2026, 12, 7), date(2026, 12, 8))


def test_what_comes_once_a_week_waits_for_the_working_day() -> None:
    assert [PLAIN.weekly(day, 0) for day in (TUE, SUN, MON)] == [date(2026, 11, 23)] * 2 + [MON]
    holidays = WorkCalendar(days_off=frozenset({MON}))
    assert [holidays.weekly(day, 0) for day in (MON, date(2026, 12, 1), date(2026, 12, 7))] == [
        date(2026, 12, 1),
        date(2026, 12, 1),
        date(2026, 12, 7),
    ]


@given(calendars, days, st.integers(0, 6))
def test_of_each_weekday_there_is_one_day_and_it_works(
    calendar: WorkCalendar, day: date, weekday: int
) -> None:
    found = calendar.weekly(day, weekday)
    assert calendar.is_working(found)
    since = calendar.weekly(day - timedelta(days=7), weekday)
    assert since <= found and found >= day - timedelta(days=6)
