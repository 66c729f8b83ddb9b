"""The budget of messages, held over a month: 32 working days, 80 clients, a manager who is diligent
and one who is lazy, a head and an admin."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

from bot.clock import MovableClock
from tests.builders import Firm
from tests.databases import empty_sqlite, hurry
from tests.service.month import CLIENTS, MANAGERS, WORKING_DAYS, Month, Told

MOST = {"Анна": 6, "Лёня": 6, "Игорь": 4, "Ольга": 4}
"""Messages a usual day besides answers and timed reminders."""
MORNING = time(9, 30)


def by_day(month: Month) -> Iterator[tuple[str, date, list[Told]]]:
    """What each person was told on each day, without the timed reminders."""
    days: dict[tuple[str, date], list[Told]] = {}
    for told in month.told:
        if not told.timed:
            days.setdefault((told.to, told.at.date()), []).append(told)
    for (name, day), messages in days.items():
        yield name, day, messages


def a_usual_day_is_quiet(month: Month) -> None:
    """However many clients there are; in a vacation a substitute has a day more."""
    loud = [
        (name, day.isoformat(), [told.text[:60] for told in messages])
        for name, day, messages in by_day(month)
        if len(messages) > MOST[name] and day not in month.unusual
    ]
    assert loud == []


def no_client_is_named_twice_in_one_morning(month: Month) -> None:
    twice = []
    for name, day, messages in by_day(month):
        morning = [told for told in messages if told.at.time() < MORNING]
        named = Counter(client for told in morning for client in told.clients)
        twice += [(name, day.isoformat(), client) for client, times in named.items() if times > 1]
    assert twice == []


def one_moment_is_one_message(month: Month) -> None:
    moments = Counter((told.to, told.at, told.timed) for told in month.told)
    assert [moment for moment, times in moments.items() if times > 1] == []


def nothing_comes_outside_working_time(month: Month) -> None:
    """The evening check comes at its very end."""
    worked = set(month.days)
    outside = [
        told
        for told in month.told
        if told.at.date() not in worked or not time(9) <= told.at.time() <= time(18)
    ]
    assert outside == []


def it_was_a_month_in_which_much_happened(month: Month) -> None:
    """What the budget is held over: every kind of message, and days that would have been loud."""
    said = "\n".join(told.text for told in month.told)
    for words in ("Доброе утро", "Напоминание", "Эскалация", "Реанимация", "отстойник", "🔁", "🏖"):
        assert words in said, words
    assert len(month.days) == WORKING_DAYS
    assert {client for told in month.told for client in told.clients} <= {
        f"Клиент-{number:03}" for number in range(1, CLIENTS + 1)
    }
    assert all(any(told.to == name for told in month.told) for name in MANAGERS)


async def test_a_month_keeps_the_budget(tmp_path: Path) -> None:
    """Played once: it is long."""
    async with empty_sqlite(tmp_path) as database:
        hurry(database)
        month = Month(Firm(database, MovableClock(datetime(2026, 10, 1, tzinfo=UTC))))
        await month.plays()
    it_was_a_month_in_which_much_happened(month)
    a_usual_day_is_quiet(month)
    no_client_is_named_twice_in_one_morning(month)
    one_moment_is_one_message(month)
    nothing_comes_outside_working_time(month)
