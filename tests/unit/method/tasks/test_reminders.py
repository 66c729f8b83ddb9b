"""Reminders of tasks with a time: when they come, and when they say nothing any more (R10)."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.method.core.workdays import WorkCalendar, WorkTime
from bot.method.tasks.reminders import (
    STALE_AFTER,
    Reminding,
    RemindStep,
    first_reminder,
    late_steps,
    next_reminder,
    reminder_due,
    reminders,
)

MOSCOW = ZoneInfo("Europe/Moscow")
TIME = WorkTime(WorkCalendar(), MOSCOW)
AWAKE = TIME.next_start
QUARTER = timedelta(minutes=15)
ONCE, TWICE = Reminding(QUARTER, at_time=False), Reminding(QUARTER, at_time=True)
BEFORE, AT_TIME = RemindStep.BEFORE, RemindStep.AT_TIME

instants = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))
wishes = st.builds(
    Reminding, st.integers(0, 120).map(lambda minutes: timedelta(minutes=minutes)), st.booleans()
)


def at(text: str) -> datetime:
    """A moment of the week of Tuesday 24.11.2026, Moscow time."""
    day, _, clock = text.partition(" ")
    number = 23 + ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun").index(day)
    return datetime.fromisoformat(f"2026-11-{number} {clock}").replace(tzinfo=MOSCOW)


@pytest.mark.parametrize(
    ("due", "wanted", "expected"),
    [
        ("Tue 15:00", ONCE, [(BEFORE, "Tue 14:45")]),
        ("Tue 15:00", TWICE, [(BEFORE, "Tue 14:45"), (AT_TIME, "Tue 15:00")]),
        ("Tue 15:00", Reminding(timedelta(0), at_time=True), [(AT_TIME, "Tue 15:00")]),
        ("Tue 15:00", Reminding(timedelta(0), at_time=False), []),
        ("Tue 09:00", TWICE, [(BEFORE, "Tue 09:00")]),
        ("Tue 09:10", TWICE, [(BEFORE, "Tue 09:00"), (AT_TIME, "Tue 09:10")]),
        ("Tue 08:30", TWICE, []),
        ("Tue 18:00", TWICE, [(BEFORE, "Tue 17:45")]),
        ("Tue 18:10", TWICE, [(BEFORE, "Tue 17:55")]),
        ("Tue 20:00", TWICE, []),
        ("Sat 12:00", TWICE, []),
    ],
)
def test_reminders_by_example(due: str, wanted: Reminding, expected: list[object]) -> None:
    found = reminders(at(due), wanted, AWAKE)
    assert [(one.step, one.at) for one in found] == [(step, at(when)) for step, when in expected]


def test_the_next_one_is_strictly_later() -> None:
    assert next_reminder(at("Tue 15:00"), TWICE, at("Tue 10:00"), AWAKE) == at("Tue 14:45")
    assert next_reminder(at("Tue 15:00"), TWICE, at("Tue 14:45"), AWAKE) == at("Tue 15:00")
    assert next_reminder(at("Tue 15:00"), ONCE, at("Tue 14:50"), AWAKE) is None


@pytest.mark.parametrize(
    ("now", "due", "wanted", "expected"),
    [
        ("Tue 12:00", "Tue 12:10", ONCE, "Tue 12:10"),
        ("Tue 12:00", "Tue 12:15", ONCE, "Tue 12:15"),
        ("Tue 12:00", "Tue 12:01", TWICE, "Tue 12:01"),
        ("Tue 12:00", "Tue 12:16", ONCE, "Tue 12:01"),
        ("Tue 12:00", "Tue 12:30", Reminding(timedelta(hours=1), at_time=False), "Tue 12:30"),
        ("Tue 09:00", "Tue 09:05", ONCE, "Tue 09:05"),
        ("Tue 12:00", "Tue 12:10", Reminding(timedelta(0), at_time=False), None),
        ("Tue 17:50", "Tue 18:00", ONCE, None),
        ("Tue 19:00", "Tue 19:10", ONCE, None),
        ("Sat 12:00", "Sat 12:10", TWICE, None),
        ("Tue 12:10", "Tue 12:10", ONCE, None),
    ],
)
def test_what_is_too_near_for_the_one_before_is_reminded_of_at_its_time(
    now: str, due: str, wanted: Reminding, expected: str | None
) -> None:
    found = first_reminder(at(due), wanted, at(now), AWAKE)
    assert found == (at(expected) if expected else None)


def test_after_an_outage_the_latest_comes_alone_or_nothing_at_all() -> None:
    due = at("Tue 15:00")
    assert reminder_due(due, TWICE, at("Tue 14:44"), AWAKE) is None
    assert reminder_due(due, TWICE, at("Tue 14:45"), AWAKE) is BEFORE
    assert reminder_due(due, TWICE, at("Tue 15:10"), AWAKE) is AT_TIME
    assert reminder_due(due, ONCE, at("Tue 15:15"), AWAKE) is BEFORE
    assert reminder_due(due, TWICE, at("Tue 15:16"), AWAKE) is None
    assert reminder_due(at("Tue 18:00"), ONCE, at("Tue 18:05"), AWAKE) is None


@given(instants, wishes)
def test_every_reminder_is_in_working_time_and_not_after_the_task(
    due: datetime, wanted: Reminding
) -> None:
    found = reminders(due, wanted, AWAKE)
    assert all(TIME.contains(one.at) and one.at <= due for one in found)
    assert all(one.at >= due - wanted.before for one in found)
    assert len({one.at for one in found}) == len(found) <= 2
    assert [one.at for one in found] == sorted(one.at for one in found)


@given(instants, wishes, st.lists(st.integers(0, 40), max_size=30), st.integers(0, 20))
def test_ticks_at_any_time_remind_of_each_step_once_and_never_late(
    due: datetime, wanted: Reminding, pauses: list[int], early: int
) -> None:
    """As the job goes: a tick that finds it due takes the step and works out the next one."""
    now = due - timedelta(hours=2) - timedelta(minutes=early)
    stored, told = next_reminder(due, wanted, now, AWAKE), []
    for minutes in pauses:
        now += timedelta(minutes=minutes)
        if stored is None or stored > now:
            continue
        step = reminder_due(due, wanted, now, AWAKE)
        stored = next_reminder(due, wanted, now, AWAKE)
        if step is not None:
            told.append((step, now))
    assert len({step for step, _ in told}) == len(told)
    assert all(when <= due + STALE_AFTER and TIME.contains(when) for _, when in told)
    if pauses and now > due and all(minutes <= 5 for minutes in pauses):
        assert {step for step, _ in told} >= {one.step for one in reminders(due, wanted, AWAKE)[:1]}


@pytest.mark.parametrize(
    ("deadline", "nudge", "escalate"),
    [
        ("Tue 14:00", "Tue 14:00", "Tue 18:00"),
        ("Tue 18:00", "Wed 09:00", "Wed 18:00"),
        ("Sat 12:00", "Mon 09:00", "Mon 18:00"),
    ],
)
def test_a_late_inbound_is_its_owners_first_and_the_heads_in_the_evening(
    deadline: str, nudge: str, escalate: str
) -> None:
    steps = late_steps(at(deadline), TIME)
    week = timedelta(days=7) if deadline.startswith("Sat") else timedelta(0)
    assert steps.nudge_at == at(nudge) + week
    assert steps.escalate_at == at(escalate) + week
