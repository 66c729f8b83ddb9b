"""Which results the method has brought: the latest cause, a task after it, each once (R12)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.method.report.gains import (
    CausePoint,
    Gain,
    GainCause,
    GainKind,
    GainPeriod,
    GainResult,
    StepPoint,
    gain_of,
    gain_span,
    sums_of,
)
from bot.method.report.periods import DaySpan

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
WON = GainResult(GainKind.WON, 1, 1, 5, 1, NOW, 10_000, "RUB")
BACK = GainResult(GainKind.RETURNED, 1, 1, None, 1, NOW)


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def cause(days: float, what: GainCause = GainCause.NUDGE, deal: int | None = None) -> CausePoint:
    return CausePoint(what, ago(days), deal)


def step(days: float, deal: int | None = None) -> StepPoint:
    return StepPoint(ago(days), deal)


def test_the_chain_is_the_latest_cause_and_the_first_task_after_it() -> None:
    causes = [cause(25), cause(17, GainCause.ESCALATION), cause(40)]
    found = gain_of(WON, causes, [step(20), step(15), step(3)])
    assert found == Gain(WON, GainCause.ESCALATION, ago(17), ago(15))


@pytest.mark.parametrize(
    ("causes", "steps"),
    [
        ([], [step(1)]),
        ([cause(5)], []),
        ([cause(30.01)], [step(2)]),
        ([cause(-1)], [step(0)]),
        ([cause(5)], [step(6), step(-1)]),
        ([cause(5, deal=6)], [step(2, 5)]),
        ([cause(5, deal=5)], [step(2, 6)]),
    ],
)
def test_without_a_cause_or_a_task_after_it_nothing_was_brought(
    causes: list[CausePoint], steps: list[StepPoint]
) -> None:
    assert gain_of(WON, causes, steps) is None


def test_thirty_days_are_still_within_and_the_client_s_own_is_the_deal_s_too() -> None:
    assert gain_of(WON, [cause(30)], [step(0)]) is not None
    assert gain_of(WON, [cause(9, deal=5)], [step(2, 5)]) is not None
    assert gain_of(WON, [cause(9)], [step(2)]) is not None


def test_a_return_is_brought_by_its_reactivation_alone() -> None:
    assert gain_of(BACK, [cause(5)], [step(2)]) is None
    both = [cause(9, GainCause.REACTIVATION), cause(5)]
    assert gain_of(BACK, both, [step(9)]) == Gain(BACK, GainCause.REACTIVATION, ago(9), ago(9))


def test_currencies_are_never_added_up() -> None:
    def gain(amount: int | None, currency: str | None) -> Gain:
        result = GainResult(GainKind.WON, 1, 1, 1, 1, NOW, amount, currency)
        return Gain(result, GainCause.NUDGE, NOW, NOW)

    some = [gain(5, "RUB"), gain(7, "USD"), gain(6, "RUB"), gain(None, None), gain(3, None)]
    assert sums_of(some) == {"RUB": 11, "USD": 7}


@pytest.mark.parametrize(
    ("period", "today", "since", "until"),
    [
        (GainPeriod.MONTH, date(2026, 11, 24), date(2026, 11, 1), date(2026, 11, 24)),
        (GainPeriod.LAST_MONTH, date(2026, 1, 31), date(2025, 12, 1), date(2025, 12, 31)),
        (GainPeriod.QUARTER, date(2026, 11, 24), date(2026, 10, 1), date(2026, 11, 24)),
        (GainPeriod.LAST_QUARTER, date(2026, 2, 1), date(2025, 10, 1), date(2025, 12, 31)),
        (GainPeriod.LAST_QUARTER, date(2026, 12, 31), date(2026, 7, 1), date(2026, 9, 30)),
    ],
)
def test_months_and_quarters_are_those_of_the_calendar(
    period: GainPeriod, today: date, since: date, until: date
) -> None:
    assert gain_span(period, today) == DaySpan(since, until)


DAYS = st.floats(-2, 40, allow_nan=False)
DEALS = st.sampled_from([None, 5, 6])


@given(
    st.lists(st.tuples(DAYS, st.sampled_from(GainCause), DEALS), max_size=6),
    st.lists(st.tuples(DAYS, DEALS), max_size=6),
    st.sampled_from([WON, BACK]),
)
def test_a_chain_is_in_order_and_nothing_later_was_left_out(
    causes: list[tuple[float, GainCause, int | None]],
    steps: list[tuple[float, int | None]],
    result: GainResult,
) -> None:
    points = [cause(days, what, deal) for days, what, deal in causes]
    found = gain_of(result, points, [step(days, deal) for days, deal in steps])
    if found is None:
        return
    assert ago(30) <= found.caused_at <= found.step_at <= NOW
    if result is BACK:
        assert found.cause is GainCause.REACTIVATION
        return
    later = [point for point in points if found.caused_at < point.at <= NOW]
    assert all(point.deal_id == 6 for point in later)
