"""In no second goes more than is allowed, and whoever is busy comes near to it."""

import asyncio
from collections.abc import Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.telegram.pace import Pace, Rate

LATE = st.lists(st.floats(0, 3), min_size=1, max_size=20)
"""Seconds between a turn and the bytes, again and again."""


def sent(rate: Rate, arrivals: Sequence[float], late: Sequence[float]) -> list[float]:
    """When the bytes of each go: its turn has come, what is done in it has ended, it is clear."""
    begun = []
    for number, arrival in enumerate(sorted(arrivals)):
        begun.append(rate.reserve(arrival) + late[number % len(late)])
    went: list[float] = []
    for moment in sorted(begun):
        moment = max([moment, rate.opens_at(), *went[-1:]])
        rate.went(moment)
        went.append(moment)
    return went


def is_within(allowed: int, moments: Sequence[float]) -> bool:
    """Whether no sliding second has more."""
    later = moments[allowed:]
    return all(last - first >= 1 for first, last in zip(moments, later, strict=False))


@given(st.lists(st.floats(0, 20), min_size=1, max_size=150), LATE, st.integers(1, 60))
@example([0.0] * 150, [0.5] * 9 + [0.0], 25)
@example([*[0.0] * 60, *[10.0] * 60], [0.0], 25)
def test_no_second_goes_over_the_rate(
    arrivals: Sequence[float], late: Sequence[float], allowed: int
) -> None:
    assert is_within(allowed, sent(Rate(allowed), arrivals, late))


@settings(max_examples=40)
@given(st.integers(1, 60), st.lists(st.floats(0, 0.005), min_size=1, max_size=9))
def test_whoever_is_busy_comes_near_to_the_rate(allowed: int, late: Sequence[float]) -> None:
    # Those made up for at the beginning are no rate.
    assert _rate(sent(Rate(allowed), [0.0] * 240, late)[80:]) >= 0.97 * allowed


@pytest.mark.parametrize(("allowed", "whole"), [(0.1, 0.1), (0.5, 0.5), (2.5, 2)])
def test_a_fraction_is_not_sent(allowed: float, whole: float) -> None:
    went = sent(Rate(allowed), [0.0] * 100, [0.0])
    assert 0.97 * whole <= _rate(went) <= whole


def test_what_was_lost_in_a_stall_is_made_up_for_within_the_second() -> None:
    went = sent(Rate(25), [0.0] * 500, [0.15] * 8 + [0.0] * 92)
    assert _rate(went) >= 0.97 * 25


def test_whoever_was_idle_begins_at_once() -> None:
    rate = Rate(25)
    assert rate.reserve(100.0) == 100.0
    rate.went(100.0)
    assert rate.reserve(200.0) == 200.0


@given(st.integers(1, 60))
def test_after_another_process_its_last_second_counts(allowed: int) -> None:
    """As it would have sent at its fastest, up to the moment at which this one begins."""
    predecessor = sent(Rate(allowed), [0.0] * 200, [0.0])
    before = [moment for moment in predecessor if moment <= 3.0]
    rate = Rate(allowed)
    rate.follow(3.0)
    after = sent(rate, [3.0] * 200, [0.0])
    assert is_within(allowed, [*before, *after])


async def test_two_senders_share_the_rate() -> None:
    """Both ask the same pace; what one sends the other can not."""
    pace = Pace(0.001)
    senders = [asyncio.create_task(pace.clear()) for _ in range(2)]
    await _a_moment()
    assert [sender.done() for sender in senders] == [True, False]
    senders[1].cancel()


async def test_in_a_pause_nothing_goes() -> None:
    """Neither what waits for its turn nor what has had it already."""
    pace = Pace(1000)
    await pace.turn()
    pace.pause(3600)
    assert not await pace.clear()
    another = asyncio.create_task(pace.turn())
    await _a_moment()
    assert not another.done()
    another.cancel()


def _rate(moments: Sequence[float]) -> float:
    return (len(moments) - 1) / (moments[-1] - moments[0])


async def _a_moment() -> None:
    for _ in range(5):
        await asyncio.sleep(0)
