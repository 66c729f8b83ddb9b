"""The Tuesday on which the phrases of the tests are typed, and dates as they are written there."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.lookup.calendars import work_calendar
from bot.method.tasks.phrases.moment import Moment
from bot.method.tasks.phrases.pieces import Today

TODAY = Today(
    datetime(2026, 11, 24, 12, 7, 31, tzinfo=ZoneInfo("Europe/Moscow")),
    work_calendar("RU", (2026, 2027, 2028)),
)


def moment(said: str) -> Moment:
    """11-25 15:00, 2027-01-11."""
    on, _, at = said.strip().partition(" ")
    whole = on if len(on) > 5 else f"2026-{on}"
    return Moment(date.fromisoformat(whole), time.fromisoformat(at) if at else None)


def moments(said: str) -> set[Moment]:
    """Any of several: 11-25 | 11-26."""
    return {moment(one) for one in said.split("|")}
