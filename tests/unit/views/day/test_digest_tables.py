"""The digest with tables says the same numbers as the plain one."""

from dataclasses import replace
from datetime import date, timedelta

from bot.method.tasks.kinds import Workload
from bot.views.day.digest import digest_screen
from bot.views.screen import Grid
from bot.views.words import Words
from tests.unit.views.facts import DIGEST, GAPS

WORDS = Words("ru")
FREE = (date(2026, 11, 26), Workload(0, timedelta(0)))
DAY = replace(DIGEST, inbound=3, overdue=2, planned=9, gaps=4, next_days=(*DIGEST.next_days, FREE))


def test_the_plain_form_is_whole_without_tables() -> None:
    plain = digest_screen(WORDS, DAY, "Анна", GAPS)
    rich = digest_screen(WORDS, replace(DAY, tables=True), "Анна", GAPS)
    assert plain is not None
    assert rich is not None
    assert (plain.text, plain.rows, plain.rich) == (rich.text, rich.rows, ())


def test_today_and_the_days_ahead_are_tables() -> None:
    screen = digest_screen(WORDS, replace(DAY, tables=True), "Анна", GAPS)
    assert screen is not None
    today, ahead = (part for part in screen.rich if isinstance(part, Grid))
    assert today.rows == (
        ("🟢 Входящие", "3"),
        ("🔴 Просрочено", "2"),
        ("🟡 Сегодня", "9"),
        ("⚪️ Без дела", "4"),
    )
    assert ahead.rows == (("ср 25.11", "12", "3 ч"), ("чт 26.11", "0", "свободно"))
