"""Which days the morning says are over the norm."""

from dataclasses import replace
from datetime import date, timedelta

from bot.method.day.cards import DayPage
from bot.method.day.norm import OverNorm, over_norm
from bot.method.tasks.kinds import Workload

TODAY = date(2026, 11, 24)
DAY = DayPage(TODAY, 0, 0, 12, 0, (), 0, 1, capacity=12)
TOMORROW = TODAY + timedelta(days=1)


def test_a_full_day_is_not_over_the_norm() -> None:
    assert over_norm(replace(DAY, inbound=40, next_days=((TOMORROW, Workload(12)),))) is None


def test_today_counts_with_what_is_overdue() -> None:
    assert over_norm(replace(DAY, overdue=1)) == OverNorm(((TODAY, 13),), False)


def test_a_day_that_is_too_full_by_itself_can_be_unloaded() -> None:
    assert over_norm(replace(DAY, planned=31)) == OverNorm(((TODAY, 31),), True)
    ahead = replace(DAY, next_days=((TOMORROW, Workload(13)),))
    assert over_norm(ahead) == OverNorm(((TOMORROW, 13),), True)
