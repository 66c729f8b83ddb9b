"""What the five numbers are, how good, and what of them is worth a word (R12)."""

from dataclasses import replace
from datetime import date

import pytest

from bot.method.core.policy import Policy
from bot.method.core.workdays import WorkCalendar
from bot.method.report.cards import Judged, JudgedLine
from bot.method.report.numbers import (
    Light,
    Norms,
    NumberKind,
    Numbers,
    Share,
    Trend,
    light_of,
    together,
    trend_of,
)
from bot.method.report.periods import DaySpan, ReportPeriod, before, morning_period, span_of
from bot.method.report.remarks import praise_of, question_of

TUESDAY = date(2026, 11, 24)
CALENDAR = WorkCalendar()
NORMS = Norms.of(Policy(), CALENDAR, TUESDAY)
GOOD = Numbers(Share(100, 100), Share(5, 5), 0, None, (30, 60), 0, Share(1, 20))


@pytest.mark.parametrize(
    ("share", "percent"),
    [
        (Share(), None),
        (Share(0, 3), 0),
        (Share(3, 3), 100),
        (Share(999, 1000), 99),
        (Share(1, 1000), 1),
        (Share(95, 100), 95),
        (Share(2, 3), 67),
    ],
)
def test_a_share_is_all_or_nothing_only_where_it_is(share: Share, percent: int | None) -> None:
    assert share.percent == percent


def test_the_norms_are_the_company_s() -> None:
    assert Norms(95, 80, 240, date(2026, 11, 20)) == NORMS


@pytest.mark.parametrize(
    ("kind", "numbers", "light"),
    [
        (NumberKind.COVERAGE, Numbers(Share(95, 100)), Light.GOOD),
        (NumberKind.COVERAGE, Numbers(Share(94, 100)), Light.NEARLY),
        (NumberKind.COVERAGE, Numbers(Share(80, 100)), Light.NEARLY),
        (NumberKind.COVERAGE, Numbers(Share(79, 100)), Light.BAD),
        (NumberKind.COVERAGE, Numbers(None), Light.NONE),
        (NumberKind.CLEAN, Numbers(clean=Share(4, 5)), Light.GOOD),
        (NumberKind.CLEAN, Numbers(clean=Share(2, 3)), Light.NEARLY),
        (NumberKind.CLEAN, Numbers(clean=Share(3, 5)), Light.BAD),
        (NumberKind.CLEAN, Numbers(), Light.NONE),
        (NumberKind.OVERDUE, GOOD, Light.GOOD),
        (NumberKind.OVERDUE, Numbers(overdue=3, oldest=date(2026, 11, 20)), Light.NEARLY),
        (NumberKind.OVERDUE, Numbers(overdue=1, oldest=date(2026, 11, 19)), Light.BAD),
        (NumberKind.OVERDUE, Numbers(), Light.NONE),
        (NumberKind.REACTION, Numbers(reactions=(120,)), Light.GOOD),
        (NumberKind.REACTION, Numbers(reactions=(1, 240, 999)), Light.NEARLY),
        (NumberKind.REACTION, Numbers(reactions=(241,)), Light.BAD),
        (NumberKind.REACTION, Numbers(waiting=3), Light.NONE),
        (NumberKind.MOVES, Numbers(moves=Share(1, 5)), Light.GOOD),
        (NumberKind.MOVES, Numbers(moves=Share(2, 5)), Light.NEARLY),
        (NumberKind.MOVES, Numbers(moves=Share(3, 5)), Light.BAD),
    ],
)
def test_each_number_has_its_light(kind: NumberKind, numbers: Numbers, light: Light) -> None:
    assert light_of(kind, numbers, NORMS) is light


def test_fewer_overdue_and_faster_answers_are_better() -> None:
    past = replace(GOOD, coverage=Share(90, 100), overdue=2, reactions=(100,), moves=Share(1, 20))
    trends = {kind: trend_of(kind, GOOD, past) for kind in NumberKind}
    assert trends == {
        NumberKind.COVERAGE: Trend.BETTER,
        NumberKind.CLEAN: Trend.SAME,
        NumberKind.OVERDUE: Trend.BETTER,
        NumberKind.REACTION: Trend.BETTER,
        NumberKind.MOVES: Trend.SAME,
    }
    assert trend_of(NumberKind.COVERAGE, GOOD, Numbers(coverage=None)) is Trend.NONE
    assert trend_of(NumberKind.MOVES, replace(GOOD, moves=Share(9, 10)), past) is Trend.WORSE


def test_a_team_is_its_people_together() -> None:
    slow = Numbers(Share(1, 4), Share(0, 5), 7, date(2026, 11, 2), (500,), 2, Share(3, 3))
    all_of = together([GOOD, slow, Numbers()])
    assert all_of == Numbers(
        Share(101, 104), Share(5, 10), 7, date(2026, 11, 2), (30, 60, 500), 2, Share(4, 23)
    )
    assert all_of.reaction == 60


@pytest.mark.parametrize(
    ("period", "span", "past"),
    [
        (ReportPeriod.TODAY, ("11-24", "11-24"), ("11-23", "11-23")),
        (ReportPeriod.WEEK, ("11-18", "11-24"), ("11-11", "11-17")),
        (ReportPeriod.MONTH, ("10-26", "11-24"), ("09-26", "10-25")),
        (ReportPeriod.LAST_DAY, ("11-23", "11-23"), ("11-20", "11-22")),
        (ReportPeriod.LAST_WEEK, ("11-16", "11-22"), ("11-09", "11-15")),
    ],
)
def test_the_days_of_a_period(
    period: ReportPeriod, span: tuple[str, str], past: tuple[str, str]
) -> None:
    found = span_of(period, TUESDAY, CALENDAR)
    assert found == DaySpan(*(date.fromisoformat(f"2026-{day}") for day in span))
    expected = DaySpan(*(date.fromisoformat(f"2026-{day}") for day in past))
    assert before(period, found, CALENDAR) == expected


def test_after_a_weekend_the_last_day_is_friday_with_it() -> None:
    monday = date(2026, 11, 23)
    assert span_of(ReportPeriod.LAST_DAY, monday, CALENDAR) == DaySpan(
        date(2026, 11, 20), date(2026, 11, 22)
    )


def test_the_first_working_day_of_a_week_reports_the_week_before() -> None:
    off = WorkCalendar(days_off=frozenset({date(2026, 11, 23)}))
    assert morning_period(date(2026, 11, 23), CALENDAR) is ReportPeriod.LAST_WEEK
    assert morning_period(TUESDAY, CALENDAR) is ReportPeriod.LAST_DAY
    assert morning_period(TUESDAY, off) is ReportPeriod.LAST_WEEK


def line(name: str, numbers: Numbers, past: Numbers = GOOD) -> JudgedLine:
    return JudgedLine(len(name), name, Judged(numbers, past, NORMS))


def test_praise_is_for_what_has_become_better_without_anything_bad() -> None:
    better = line("Анна", GOOD, replace(GOOD, coverage=Share(96, 100)))
    lines = [line("Борис", GOOD), better]
    praise = praise_of(lines)
    assert praise is not None
    assert (praise.line, praise.kind) == (better, NumberKind.COVERAGE)
    assert question_of(lines) is None


def test_a_gain_is_praised_beside_one_bad_number_what_stayed_good_beside_none() -> None:
    one_bad = replace(GOOD, moves=Share(9, 10))
    gain = line("Анна", one_bad, replace(one_bad, coverage=Share(90, 100)))
    praise = praise_of([gain])
    assert praise is not None
    assert praise.kind is NumberKind.COVERAGE
    two_bad = replace(one_bad, overdue=1, oldest=date(2026, 1, 12))
    assert praise_of([line("Анна", two_bad, replace(two_bad, coverage=Share(90, 100)))]) is None
    assert praise_of([line("Анна", one_bad, one_bad)]) is None


def test_the_question_is_for_whoever_has_the_most_bad_numbers() -> None:
    bad = replace(GOOD, coverage=Share(1, 2), moves=Share(9, 10))
    worse = line("Борис", bad, replace(GOOD, coverage=Share(1, 3)))
    lines = [line("Анна", replace(GOOD, overdue=1, oldest=date(2026, 1, 12))), worse]
    question = question_of(lines)
    assert question is not None
    # The moves have become worse, the coverage better than it was.
    assert (question.line, question.kind) == (worse, NumberKind.MOVES)
    assert praise_of([line("Анна", bad, bad)]) is None
