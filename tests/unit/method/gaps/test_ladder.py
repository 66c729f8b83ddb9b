from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.method.core.policy import Policy
from bot.method.core.workdays import WorkCalendar, WorkTime
from bot.method.gaps.ladder import (
    GapFacts,
    LadderStep,
    Step,
    clock_start,
    countdown,
    escalate_at,
    inbound_deadline,
    next_step,
    nudge_at,
    pool_at,
    pool_due,
)
from tests.calendars import working_days

MOSCOW = ZoneInfo("Europe/Moscow")
WORKTIME = WorkTime(WorkCalendar(), MOSCOW)
POLICY = Policy()


def at(day: int, clock: str) -> datetime:
    """A moment of November 2026, Moscow: 24 is a Tuesday, 27 a Friday, 30 a Monday."""
    local = datetime.combine(date(2026, 11, day), time.fromisoformat(clock), MOSCOW)
    return local.astimezone(UTC)


def later(day: int, clock: str) -> datetime:
    local = datetime.combine(date(2026, 12, day), time.fromisoformat(clock), MOSCOW)
    return local.astimezone(UTC)


@pytest.mark.parametrize(
    ("opened", "held", "nudge", "escalation"),
    [
        (at(24, "09:10"), None, at(24, "10:10"), at(24, "17:10")),
        (at(24, "15:00"), None, at(24, "16:00"), at(25, "14:00")),
        (at(24, "07:00"), None, at(24, "10:00"), at(24, "17:00")),
        (at(24, "17:00"), None, at(25, "09:00"), at(25, "16:00")),
        (at(27, "19:00"), None, at(30, "10:00"), at(30, "17:00")),
        (at(28, "12:00"), None, at(30, "10:00"), at(30, "17:00")),
        (at(24, "09:10"), at(24, "13:10"), at(24, "14:10"), at(25, "12:10")),
        (at(24, "09:10"), at(23, "18:00"), at(24, "10:10"), at(24, "17:10")),
        (at(24, "10:00"), None, at(24, "11:00"), at(25, "09:00")),
    ],
)
def test_the_working_hours_of_the_ladder(
    opened: datetime, held: datetime | None, nudge: datetime, escalation: datetime
) -> None:
    facts = GapFacts(opened, clock_held_until=held)
    assert nudge_at(facts, POLICY, WORKTIME) == nudge
    assert escalate_at(facts, POLICY, WORKTIME) == escalation


def test_an_open_inbound_holds_the_clock_until_its_deadline() -> None:
    deadline = inbound_deadline(at(24, "16:00"), POLICY, WORKTIME)
    assert deadline == at(25, "11:00")
    facts = GapFacts(at(24, "16:00"), clock_held_until=deadline)
    assert clock_start(facts, WORKTIME) == at(25, "11:00")
    assert next_step(facts, POLICY, WORKTIME) == Step(LadderStep.NUDGE, at(25, "12:00"))


def test_a_deadline_may_be_the_very_end_of_the_day() -> None:
    assert inbound_deadline(at(24, "14:00"), POLICY, WORKTIME) == at(24, "18:00")


@pytest.mark.parametrize(
    ("asked", "pool"),
    [
        (at(24, "09:10"), later(1, "18:00")),
        (at(24, "23:59"), later(1, "18:00")),
        (at(27, "17:00"), later(4, "18:00")),
        (at(28, "12:00"), later(4, "18:00")),
    ],
)
def test_the_pool_comes_at_the_end_of_the_fifth_working_day(
    asked: datetime, pool: datetime
) -> None:
    assert pool_at(asked, POLICY, WORKTIME) == pool


def test_holidays_put_the_pool_off() -> None:
    worktime = WorkTime(WorkCalendar().without([date(2026, 11, 26)]), MOSCOW)
    assert pool_at(at(24, "09:10"), POLICY, worktime) == later(2, "18:00")


def test_the_steps_come_one_after_another() -> None:
    facts = GapFacts(at(24, "09:10"), asked_at=at(24, "09:10"))
    assert next_step(facts, POLICY, WORKTIME) == Step(LadderStep.NUDGE, at(24, "10:10"))
    facts = replace(facts, nudged_at=at(24, "10:10"))
    assert next_step(facts, POLICY, WORKTIME) == Step(LadderStep.ESCALATE, at(24, "17:10"))
    facts = replace(facts, escalated_at=at(24, "17:10"))
    assert next_step(facts, POLICY, WORKTIME) == Step(LadderStep.POOL, later(1, "18:00"))


def test_no_pool_without_the_question_or_where_it_is_switched_off() -> None:
    facts = GapFacts(at(2, "09:10"), nudged_at=at(2, "10:10"), escalated_at=at(2, "17:10"))
    assert next_step(facts, POLICY, WORKTIME) is None
    asked = replace(facts, asked_at=at(24, "09:00"))
    assert next_step(asked, POLICY, WORKTIME) == Step(LadderStep.POOL, later(1, "18:00"))
    assert next_step(asked, replace(POLICY, pool_automatic=False), WORKTIME) is None


def test_no_pool_before_the_head_was_told() -> None:
    facts = GapFacts(at(2, "09:10"), asked_at=at(2, "09:10"), nudged_at=at(2, "10:10"))
    step = next_step(facts, POLICY, WORKTIME)
    assert step is not None
    assert step.kind is LadderStep.ESCALATE


def test_who_was_escalated_is_not_nudged_again() -> None:
    facts = GapFacts(at(2, "09:10"), asked_at=at(2, "09:10"), escalated_at=at(2, "17:10"))
    assert next_step(facts, POLICY, WORKTIME) == Step(LadderStep.POOL, at(9, "18:00"))


def test_a_lock_holds_only_the_pool() -> None:
    facts = GapFacts(at(24, "09:10"), asked_at=at(24, "09:10"), locked_until=later(20, "12:00"))
    assert next_step(facts, POLICY, WORKTIME) == Step(LadderStep.NUDGE, at(24, "10:10"))
    assert escalate_at(facts, POLICY, WORKTIME) == at(24, "17:10")
    assert pool_due(facts, POLICY, WORKTIME) == later(20, "12:00")


def test_a_day_given_holds_everything_and_then_the_head_is_asked_again() -> None:
    facts = GapFacts(
        at(24, "09:10"),
        asked_at=at(16, "09:10"),
        nudged_at=at(24, "10:10"),
        escalated_at=at(24, "17:10"),
        day_given_until=at(25, "18:00"),
    )
    assert next_step(facts, POLICY, WORKTIME) == Step(LadderStep.ESCALATE, at(26, "09:00"))
    told_again = replace(facts, escalated_at=at(26, "09:00"))
    assert next_step(told_again, POLICY, WORKTIME) == Step(LadderStep.POOL, at(25, "18:00"))
    fresh = GapFacts(at(24, "09:10"), day_given_until=at(25, "18:00"))
    assert next_step(fresh, POLICY, WORKTIME) == Step(LadderStep.NUDGE, at(26, "09:00"))


def test_an_inbound_holds_the_pool_too() -> None:
    facts = GapFacts(at(16, "09:10"), clock_held_until=at(24, "11:00"), asked_at=at(16, "09:10"))
    assert pool_due(facts, POLICY, WORKTIME) == at(24, "11:00")


@pytest.mark.parametrize(
    ("today", "shown"),
    [
        (date(2026, 11, 24), False),
        (date(2026, 11, 25), True),
        (date(2026, 11, 27), True),
        (date(2026, 11, 28), False),
    ],
)
def test_the_countdown_begins_two_working_days_before(today: date, shown: bool) -> None:
    pool = at(27, "18:00")
    found = countdown(pool, today, POLICY, WORKTIME)
    assert found == (date(2026, 11, 27) if shown else None)
    assert countdown(None, today, POLICY, WORKTIME) is None


def test_the_countdown_skips_the_weekend() -> None:
    pool = at(30, "18:00")
    assert countdown(pool, date(2026, 11, 25), POLICY, WORKTIME) is None
    assert countdown(pool, date(2026, 11, 26), POLICY, WORKTIME) == date(2026, 11, 30)


moments = st.datetimes(datetime(2026, 3, 1), datetime(2026, 5, 1), timezones=st.just(UTC))
zones = st.sampled_from([MOSCOW, ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Vladivostok")])


@given(moments, st.none() | moments, st.none() | moments, zones)
def test_the_ladder_climbs_in_working_time_only(
    opened: datetime, held: datetime | None, given_until: datetime | None, zone: ZoneInfo
) -> None:
    worktime = WorkTime(WorkCalendar(), zone)
    facts = GapFacts(opened, clock_held_until=held, day_given_until=given_until)
    nudge = nudge_at(facts, POLICY, worktime)
    escalation = escalate_at(facts, POLICY, worktime)
    assert opened < nudge <= escalation
    assert worktime.contains(nudge)
    assert worktime.contains(escalation)
    assert worktime.between(clock_start(facts, worktime), nudge) >= timedelta(hours=1)
    assert worktime.between(clock_start(facts, worktime), escalation) >= timedelta(hours=8)


@given(moments, zones)
def test_five_full_working_days_lie_between_the_question_and_the_pool(
    asked: datetime, zone: ZoneInfo
) -> None:
    worktime = WorkTime(WorkCalendar(), zone)
    pool = pool_at(asked, POLICY, worktime)
    asked_on, pool_on = worktime.local_date(asked), worktime.local_date(pool)
    assert working_days(worktime.calendar, asked_on, pool_on) == 5
    assert pool.astimezone(zone).time() == time(18)


def test_while_a_message_is_on_its_way_nothing_else_happens() -> None:
    facts = GapFacts(at(24, "09:10"), asked_at=at(16, "09:10"), nudged_at=at(24, "10:10"))
    way = LadderStep.ESCALATE
    waiting = replace(facts, decided_at=at(24, "17:10"), on_its_way=way)
    assert next_step(waiting, POLICY, WORKTIME) is None


def test_a_reminder_that_is_on_its_way_for_two_days_goes_up() -> None:
    way = LadderStep.NUDGE
    waiting = GapFacts(at(24, "09:10"), decided_at=at(24, "10:10"), on_its_way=way)
    assert next_step(waiting, POLICY, WORKTIME) == Step(LadderStep.ESCALATE, at(25, "17:10"))


@pytest.mark.parametrize(
    ("delivered", "escalation"),
    [
        (at(24, "10:10"), at(24, "17:10")),
        (at(24, "10:11"), at(24, "17:11")),
        (at(24, "12:10"), at(25, "10:10")),
        (at(24, "20:00"), at(25, "16:00")),
        (at(25, "14:00"), at(26, "12:00")),
    ],
)
def test_the_owner_has_the_hours_from_the_delivery_on(
    delivered: datetime, escalation: datetime
) -> None:
    facts = GapFacts(at(24, "09:10"), nudged_at=delivered, decided_at=at(24, "10:10"))
    assert next_step(facts, POLICY, WORKTIME) == Step(LadderStep.ESCALATE, escalation)


def test_a_reminder_that_was_decided_late_leaves_the_owner_his_hours() -> None:
    """The bot was down from morning to evening: the head does not hear with the owner."""
    facts = GapFacts(at(24, "09:10"), nudged_at=at(25, "09:00"), decided_at=at(24, "18:00"))
    assert next_step(facts, POLICY, WORKTIME) == Step(LadderStep.ESCALATE, at(25, "16:00"))


def test_an_owner_whom_the_reminder_has_not_reached_is_the_heads_matter_at_once() -> None:
    facts = GapFacts(at(24, "09:10"), decided_at=at(24, "10:10"))
    assert next_step(facts, POLICY, WORKTIME) == Step(LadderStep.ESCALATE, at(24, "10:10"))
    given = replace(facts, day_given_until=at(25, "18:00"))
    assert next_step(given, POLICY, WORKTIME) == Step(LadderStep.ESCALATE, at(26, "09:00"))


def test_what_the_head_was_not_told_of_is_due_as_before() -> None:
    """The decision of an escalation that has reached nobody moves nothing."""
    facts = GapFacts(at(24, "09:10"), nudged_at=at(24, "10:10"), decided_at=at(24, "17:10"))
    assert next_step(facts, POLICY, WORKTIME) == Step(LadderStep.ESCALATE, at(24, "17:10"))


@given(moments, moments, moments, zones)
def test_the_head_never_hears_sooner_for_a_reminder_that_came_late(
    opened: datetime, decided: datetime, delivered: datetime, zone: ZoneInfo
) -> None:
    worktime = WorkTime(WorkCalendar(), zone)
    plain = escalate_at(GapFacts(opened), POLICY, worktime)
    late = GapFacts(opened, nudged_at=delivered, decided_at=decided)
    assert escalate_at(late, POLICY, worktime) >= plain


def test_what_the_morning_has_named_is_not_said_again_before_the_afternoon() -> None:
    """At 14:00 local of that day; the head hears no later for it."""
    opened = GapFacts(at(23, "17:30"))
    assert nudge_at(opened, POLICY, WORKTIME) == at(24, "09:30")
    named = replace(opened, named_at=at(24, "09:00"))
    assert nudge_at(named, POLICY, WORKTIME) == at(24, "14:00")
    nudged = replace(named, nudged_at=at(24, "14:00"))
    assert escalate_at(nudged, POLICY, WORKTIME) == at(24, "16:30")
    new = GapFacts(at(24, "09:10"))
    assert nudge_at(new, POLICY, WORKTIME) == at(24, "10:10")
