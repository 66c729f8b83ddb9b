from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.method.core.policy import Policy
from bot.method.core.refusals import Invalid, NotNow, Refusal
from bot.method.core.workdays import WorkCalendar, WorkTime
from bot.method.tasks.steps import (
    DateCheck,
    Preset,
    attempts_allowed,
    check_date,
    no_answer_presets,
    presets,
)

MOSCOW = ZoneInfo("Europe/Moscow")
PLAIN = WorkCalendar()
TUE = date(2026, 11, 24)


def day(number: int, month: int = 11) -> date:
    return date(2026, month, number)


def dates(found: tuple[Preset, ...]) -> dict[str, date | None]:
    return {preset.ahead: None if preset.locked else preset.on for preset in found}


def test_calendar_days_then_the_next_working_day() -> None:
    assert dates(presets(TUE, {}, 12, 14, PLAIN)) == {
        "tomorrow": day(25),
        "three_days": day(27),
        "week": day(1, 12),
        "two_weeks": day(8, 12),
    }
    assert dates(presets(day(27), {}, 12, 14, PLAIN)) == {
        "tomorrow": day(30),
        "three_days": day(30),
        "week": day(4, 12),
        "two_weeks": day(11, 12),
    }


def test_the_last_working_day_where_the_next_would_pass_the_horizon() -> None:
    saturday = day(28)
    assert dates(presets(saturday, {}, 12, 14, PLAIN))["two_weeks"] == day(11, 12)
    assert dates(presets(saturday, {}, 12, 30, PLAIN))["two_weeks"] == day(14, 12)


def test_beyond_the_horizon_is_locked() -> None:
    week = dates(presets(TUE, {}, 12, 13, PLAIN))
    assert week["two_weeks"] is None
    assert week["week"] == day(1, 12)
    only_a_day = presets(TUE, {}, 12, 1, PLAIN)
    assert [preset.locked for preset in only_a_day] == [False, True, True, True]


def test_a_weekend_inside_a_short_horizon_leaves_nothing_to_offer() -> None:
    friday = day(27)
    assert dates(presets(friday, {}, 12, 1, PLAIN))["tomorrow"] is None


def test_each_date_carries_its_load() -> None:
    load = {day(25): 3, day(27): 12, day(1, 12): 13}
    found = {preset.ahead: preset for preset in presets(TUE, load, 12, 14, PLAIN)}
    assert found["tomorrow"] == Preset("tomorrow", day(25), 3, 12, full=False, locked=False)
    assert found["three_days"].full
    assert found["week"].full
    assert found["two_weeks"].load == 0


calendars = st.builds(
    WorkCalendar,
    week=st.frozensets(st.integers(0, 6), min_size=1),
    days_off=st.frozensets(st.dates(TUE, TUE + timedelta(days=40)), max_size=30),
)
todays = st.dates(TUE, TUE + timedelta(days=20))


@given(todays, st.integers(1, 60), calendars)
def test_an_offered_date_is_working_in_the_future_and_inside_the_horizon(
    today: date, horizon: int, calendar: WorkCalendar
) -> None:
    for preset in presets(today, {}, 12, horizon, calendar):
        if not preset.locked:
            assert calendar.is_working(preset.on)
            assert today < preset.on <= today + timedelta(days=horizon)
            assert not check_date(preset.on, today, horizon, calendar).day_off


def moment(number: int, clock: str, month: int = 11) -> datetime:
    local = datetime.combine(date(2026, month, number), time.fromisoformat(clock), MOSCOW)
    return local.astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "soon", "tomorrow"),
    [
        (
            moment(24, "11:30:45"),
            {"hour": moment(24, "12:30"), "three_hours": moment(24, "14:30")},
            25,
        ),
        (moment(24, "16:00"), {"hour": moment(24, "17:00"), "start": moment(25, "09:00")}, 25),
        (moment(24, "17:30"), {"start": moment(25, "09:00")}, 25),
        (moment(27, "17:30"), {"start": moment(30, "09:00")}, 30),
        (moment(28, "12:00"), {"start": moment(30, "09:00")}, 30),
    ],
)
def test_after_no_answer_everything_is_inside_working_time(
    now: datetime, soon: dict[str, datetime], tomorrow: int
) -> None:
    offered = no_answer_presets(now, WorkTime(PLAIN, MOSCOW))
    found = {preset.offer: preset for preset in offered}
    assert {one.offer: one.at for one in offered[:-2]} == soon
    assert found["morning"].at == moment(tomorrow, "10:00")
    assert found["afternoon"].at == moment(tomorrow, "15:00")
    assert found["morning"].on == day(tomorrow)


@given(
    st.datetimes(datetime(2026, 3, 1), datetime(2026, 5, 1), timezones=st.just(UTC)),
    st.sampled_from([(9, 18), (11, 20), (0, 1), (6, 12), (12, 14), (16, 23)]),
)
def test_no_answer_times_fit_any_working_day(now: datetime, hours: tuple[int, int]) -> None:
    calendar = WorkCalendar(starts=time(hours[0]), ends=time(hours[1]))
    worktime = WorkTime(calendar, MOSCOW)
    for preset in no_answer_presets(now, worktime):
        assert worktime.contains(preset.at)
        assert preset.on == worktime.local_date(preset.at)
        assert preset.at > now - timedelta(minutes=1)


def test_attempts_of_new_and_known_clients() -> None:
    policy = Policy()
    assert (attempts_allowed(True, policy), attempts_allowed(False, policy)) == (6, 3)


@pytest.mark.parametrize(
    ("on", "kind", "code"),
    [
        (day(23), Invalid, "date-past"),
        (day(9, 12), NotNow, "beyond-horizon"),
        (TUE + timedelta(days=731), NotNow, "beyond-horizon"),
        (TUE + timedelta(days=732), Invalid, "date-far"),
        (date.max, Invalid, "date-far"),
    ],
)
def test_a_date_that_may_not_be_taken(on: date, kind: type[Refusal], code: str) -> None:
    with pytest.raises(kind) as refused:
        check_date(on, TUE, 14, PLAIN)
    assert refused.value.code == code


def test_the_refusal_says_the_last_date() -> None:
    with pytest.raises(NotNow) as refused:
        check_date(day(9, 12), TUE, 14, PLAIN)
    assert refused.value.facts == {"on": day(9, 12), "last": day(8, 12), "days": 14}


@pytest.mark.parametrize(
    ("on", "checked"),
    [
        (TUE, DateCheck(TUE, False, None)),
        (day(8, 12), DateCheck(day(8, 12), False, None)),
        (day(28), DateCheck(day(28), True, day(30))),
    ],
)
def test_a_date_that_may_be_taken(on: date, checked: DateCheck) -> None:
    assert check_date(on, TUE, 14, PLAIN) == checked


def test_a_day_off_at_the_end_of_the_horizon_offers_the_working_day_before() -> None:
    assert check_date(day(28), TUE, 4, PLAIN) == DateCheck(day(28), True, day(27))
    assert check_date(day(28), day(28), 1, PLAIN) == DateCheck(day(28), True, None)
