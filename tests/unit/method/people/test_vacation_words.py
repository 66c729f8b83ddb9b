"""Vacations as people say them, on Monday 23.11 at 09:00."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.lookup.calendars import work_calendar
from bot.lookup.phrases import vocabulary
from bot.method.core.refusals import Invalid
from bot.method.people.vacation_words import read_vacation
from bot.method.tasks.phrases.pieces import Today

TODAY = Today(
    datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Moscow")),
    work_calendar("RU", (2026, 2027, 2028)),
)

SAID = [
    ("со среды на неделю", "2026-11-25", "2026-12-01"),
    ("неделю со среды", "2026-11-25", "2026-12-01"),
    ("14 дней с 1 декабря", "2026-12-01", "2026-12-14"),
    ("с 1 декабря 14 дней", "2026-12-01", "2026-12-14"),
    ("с 1.12 на 2 недели", "2026-12-01", "2026-12-14"),
    ("на две недели с понедельника", "2026-11-23", "2026-12-06"),
    ("с завтрашнего дня на 3 дня", "2026-11-24", "2026-11-26"),
    ("с 1 декабря на месяц", "2026-12-01", "2026-12-31"),
    ("с 25 декабря 2 недели", "2026-12-25", "2027-01-07"),
    ("5 рабочих дней с понедельника", "2026-11-23", "2026-11-27"),
    ("через неделю на 10 дней", "2026-11-30", "2026-12-09"),
    ("from Wednesday for a week", "2026-11-25", "2026-12-01"),
    ("14 days from 1 December", "2026-12-01", "2026-12-14"),
    ("с 1 по 14 декабря", "2026-12-01", "2026-12-14"),
]


@pytest.mark.parametrize(("text", "first", "last"), SAID)
def test_a_vacation_is_a_day_and_how_long(text: str, first: str, last: str) -> None:
    read = read_vacation(text, vocabulary(), TODAY)
    assert read == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["на неделю", "завтра", "с 14 дней", "14 дней с 31 февраля"])
def test_what_is_no_vacation_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="span-"):
        read_vacation(text, vocabulary(), TODAY)


SCRAPS = [word for text, *_ in SAID for word in text.split()]


@given(
    st.one_of(st.text(max_size=200), st.lists(st.sampled_from(SCRAPS), max_size=8).map(" ".join))
)
def test_any_text_is_a_vacation_or_refused(text: str) -> None:
    try:
        read_vacation(text, vocabulary(), TODAY)
    except Invalid as refusal:
        assert refusal.code.startswith("span-")  # noqa: PT017
