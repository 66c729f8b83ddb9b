"""The rest of the day in mind: reminders by message, escalations and the pool by client."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.method.company.rehearsal import Hearer, RestOfDay, WaitingGap, rehearsed
from bot.method.core.policy import Policy
from bot.method.core.workdays import WorkCalendar, WorkTime
from bot.method.gaps.ladder import GapFacts

MOSCOW = ZoneInfo("Europe/Moscow")
TIME = WorkTime(WorkCalendar(), MOSCOW)
TUESDAY = datetime(2026, 11, 24, 9, 10, tzinfo=MOSCOW).astimezone(UTC)
MIDNIGHT = datetime(2026, 11, 25, tzinfo=MOSCOW)
ANNA = Hearer(1, None, TIME, MIDNIGHT)


def waiting(
    facts: GapFacts,
    client_id: int = 1,
    hearer: Hearer = ANNA,
    subjects: int = 1,
    held: bool = False,
) -> WaitingGap:
    return WaitingGap(client_id, subjects, held, facts, TIME, hearer)


def test_opened_in_the_morning_it_is_reminded_and_goes_up_the_same_day() -> None:
    gap = waiting(GapFacts(TUESDAY))
    assert rehearsed([gap], Policy(), TUESDAY) == RestOfDay(reminders=1, escalated=1)
    later = waiting(GapFacts(TUESDAY + timedelta(hours=6)))
    assert rehearsed([later], Policy(), TUESDAY) == RestOfDay(reminders=1)


def test_reminders_of_one_hour_are_one_message() -> None:
    gaps = [waiting(GapFacts(TUESDAY + timedelta(minutes=15 * n)), n) for n in range(5)]
    assert rehearsed(gaps, Policy(), TUESDAY).reminders == 2
    often = Policy(message_every=timedelta(minutes=15))
    assert rehearsed(gaps, often, TUESDAY).reminders == 5


def test_who_is_out_of_reach_is_not_reminded_and_the_head_hears() -> None:
    hearer = Hearer(1, None, TIME, MIDNIGHT, reachable=False)
    gap = waiting(GapFacts(TUESDAY), hearer=hearer)
    assert rehearsed([gap], Policy(), TUESDAY) == RestOfDay(escalated=1)


@pytest.mark.parametrize(
    ("subjects", "held", "pooled"), [(1, False, 1), (2, False, 0), (1, True, 0)]
)
def test_the_pool_takes_a_client_with_all_of_it(subjects: int, held: bool, pooled: int) -> None:
    asked = datetime(2026, 11, 17, 10, tzinfo=MOSCOW)
    facts = GapFacts(asked, asked_at=asked, nudged_at=asked, escalated_at=asked)
    gap = waiting(facts, subjects=subjects, held=held)
    assert rehearsed([gap], Policy(), TUESDAY) == RestOfDay(pooled=pooled)
    assert rehearsed([gap], Policy(pool_automatic=False), TUESDAY) == RestOfDay()
