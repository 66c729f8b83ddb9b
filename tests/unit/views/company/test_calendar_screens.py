"""The company's own calendar, as an admin reads it."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.method.company.calendar import (
    CompanyDay,
    CompanyMonth,
    DayCard,
    DayEffect,
)
from bot.method.company.changes import PolicyChangeLine
from bot.views.company import calendar as view
from bot.views.taps.calendar import OpenCompanyMonth
from bot.views.words import Words
from tests.unit.views.shown import checked, plain

TODAY = date(2026, 11, 25)
DAYS = tuple(
    CompanyDay(day, day.weekday() < 5, day.weekday() < 5, past=day < TODAY)
    for day in (date(2026, 11, 1) + timedelta(days=number) for number in range(30))
)
SHORT = CompanyDay(date(2026, 11, 26), True, True, "15:00", time(15))


def test_a_month(words: Words) -> None:
    month = CompanyMonth("RU", 2026, 11, DAYS, True, True, True, TODAY, (SHORT,) * 10)
    screen = checked(view.month_screen(words, month))
    taps = [button.tap for row in screen.rows for button in row]
    assert {OpenCompanyMonth(2026, 10), OpenCompanyMonth(2026, 12)} <= set(taps)
    assert words.plain("calendar-provisional", year="2026") in plain(screen)
    checked(
        view.month_screen(words, CompanyMonth("RU", 2026, 11, DAYS, False, False, False, TODAY))
    )


def test_a_month_names_the_country_and_marks_what_is_over(words: Words) -> None:
    month = CompanyMonth("RU", 2026, 11, DAYS, False, False, False, TODAY)
    screen = checked(view.month_screen(words, month))
    assert {"ru": "Россия", "en": "Russia"}[words.locale] in plain(screen)
    (first,) = [button for row in screen.rows for button in row if button.label == "(1)"]
    assert first.dead, "Sunday, the first, is over"


@pytest.mark.parametrize("own", ["-", "off", "work", "15:00"])
def test_a_day_and_what_becomes_of_it(words: Words, own: str) -> None:
    day = CompanyDay(date(2026, 11, 26), own != "off", True, own)
    line = PolicyChangeLine(2**62, "Ж" * 128, datetime(2026, 11, 24, tzinfo=UTC), "-", own)
    screen = checked(view.day_screen(words, DayCard(day, TODAY, (time(15),), (line,) * 5)))
    assert (words.plain("calendar-value-country") in [b.label for r in screen.rows for b in r]) == (
        own != "-"
    )
    for works in (True, False):
        effect = DayEffect(day, own, works, 6, date(2026, 11, 27), TODAY)
        checked(view.day_effect_screen(words, effect))
