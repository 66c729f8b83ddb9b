"""When a pause or a lock ends early, and which dates there are for it (R5)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.method.core.coverage import PlannedTask, on_pause
from bot.method.core.refusals import Invalid, NotNow
from bot.method.core.workdays import WorkCalendar
from bot.method.gaps.reprieve import (
    ReprieveEnd,
    ReprieveFacts,
    ReprieveKind,
    checked_until,
    ends_early,
    offered_dates,
)

TODAY = date(2026, 11, 25)
CALENDAR = WorkCalendar(days_off=frozenset({date(2027, 3, 1)}))
PAUSE, LOCK = ReprieveKind.PAUSE, ReprieveKind.LOCK


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        (ReprieveFacts(PAUSE, 1, 1, False, False), None),
        (ReprieveFacts(PAUSE, 1, 1, True, False), ReprieveEnd.INBOUND),
        (ReprieveFacts(PAUSE, 1, 1, False, True), ReprieveEnd.DEAL_OPENED),
        (ReprieveFacts(PAUSE, 1, 2, True, True), ReprieveEnd.REASSIGNED),
        (ReprieveFacts(PAUSE, 1, None, False, False), ReprieveEnd.LEFT),
        (ReprieveFacts(LOCK, 1, 2, True, True), None),
        (ReprieveFacts(LOCK, 1, None, False, False), ReprieveEnd.LEFT),
    ],
)
def test_what_ends_it_early(facts: ReprieveFacts, why: ReprieveEnd | None) -> None:
    assert ends_early(facts) is why


@given(st.integers(-400, 800), st.integers(1, 366))
def test_a_date_is_taken_within_the_longest_only_and_is_working(days: int, longest: int) -> None:
    until = TODAY + timedelta(days=days)
    if days <= 0:
        with pytest.raises(Invalid, match="reprieve-past"):
            checked_until(until, TODAY, longest, CALENDAR)
    elif days > longest:
        with pytest.raises(NotNow, match="reprieve-too-far"):
            checked_until(until, TODAY, longest, CALENDAR)
    else:
        taken = checked_until(until, TODAY, longest, CALENDAR)
        assert TODAY < taken <= TODAY + timedelta(days=longest)
        assert CALENDAR.is_working(taken) or not any(
            CALENDAR.is_working(TODAY + timedelta(days=number)) for number in range(1, longest + 1)
        )


@given(st.sampled_from(ReprieveKind), st.integers(1, 366))
def test_what_is_offered_is_taken_as_it_is(kind: ReprieveKind, longest: int) -> None:
    dates = offered_dates(kind, TODAY, longest, CALENDAR)
    for on in (*(on for _, on in dates.ahead), *dates.months):
        assert checked_until(on, TODAY, longest, CALENDAR) == on


def test_in_march_is_the_first_working_day_of_march() -> None:
    assert date(2027, 3, 2) in offered_dates(PAUSE, TODAY, 365, CALENDAR).months


@given(st.lists(st.one_of(st.none(), st.dates(date(2026, 1, 1), date(2028, 1, 1)))))
def test_on_pause_nothing_is_missing_and_time_changes_nothing(dates: list[date | None]) -> None:
    tasks = [PlannedTask(on, False) for on in dates]
    verdict = on_pause(tasks)
    assert (verdict.covered, verdict.reason, verdict.recheck_on) == (False, None, None)
    assert verdict.next_due == min((on for on in dates if on), default=None)
