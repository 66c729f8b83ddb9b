"""One sick moment pauses the whole sender, and only a definite answer ends it."""

from datetime import UTC, datetime, timedelta

from bot.method.core.repeats import LONGEST_PAUSE, pause_after
from bot.telegram.breaker import Breaker

NINE = datetime(2026, 11, 24, 6, tzinfo=UTC)


def ill(times: int) -> Breaker:
    """A breaker that has asked so often in vain."""
    breaker = Breaker()
    for _ in range(times):
        breaker.failed(breaker.moment, NINE)
    return breaker


def test_pauses_grow_up_to_a_quarter_of_an_hour() -> None:
    seconds = [pause_after(tries).total_seconds() for tries in range(1, 7)]
    assert seconds == [2, 10, 60, 300, 900, 900]


def test_whoever_is_well_sends_all_at_once() -> None:
    assert Breaker().lets_pass(NINE, under_way=7)


def test_eight_failures_of_one_moment_are_one() -> None:
    breaker = Breaker()
    moment = breaker.moment
    for _ in range(8):
        breaker.failed(moment, NINE)
    assert not breaker.lets_pass(NINE + timedelta(seconds=1), under_way=0)
    assert breaker.lets_pass(NINE + timedelta(seconds=2), under_way=0)


def test_one_at_a_time_asks_whether_it_is_well_again() -> None:
    later = NINE + LONGEST_PAUSE
    assert ill(3).lets_pass(later, under_way=0)
    assert not ill(3).lets_pass(later, under_way=1)


def test_a_definite_answer_ends_it() -> None:
    breaker = ill(5)
    breaker.answered()
    assert breaker.lets_pass(NINE, under_way=7)
    breaker.failed(breaker.moment, NINE)
    assert breaker.lets_pass(NINE + pause_after(1), under_way=0)


def test_a_clock_put_back_does_not_hold_it_for_long() -> None:
    assert ill(1).lets_pass(NINE - timedelta(days=1), under_way=0)
