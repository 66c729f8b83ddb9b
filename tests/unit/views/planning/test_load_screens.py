"""The load of the days ahead, as people read and see it (R8)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.method.core.workdays import WorkCalendar
from bot.method.planning.load import DayChange, Load, LoadLine, LoadPage, PlanFacts, day_loads
from bot.method.tasks.kinds import Workload
from bot.views.planning import load as view
from bot.views.planning.load_chart import load_png
from bot.views.screen import Screen
from bot.views.taps.nav import OpenLoad
from bot.views.taps.planning.load import UnloadNow
from bot.views.words import LOCALES, Words
from tests.unit.views.facts import HUGE, LONG, TODAY
from tests.unit.views.shown import can_be_sent, labels, plain

COUNTS = {
    TODAY + timedelta(days=n): Workload(count, count * timedelta(minutes=15))
    for n, count in enumerate([9, 12, 15, 7, 0, 1, 0, 11])
}
FULL = Load(HUGE, None, TODAY, 12, day_loads(COUNTS, TODAY, WorkCalendar()), 2, 3, 4)
CROWDED = Load(
    HUGE,
    LONG,
    TODAY,
    12,
    day_loads(dict.fromkeys(COUNTS, Workload(10_000)), TODAY, WorkCalendar()),
    10_000,
    10_000,
    10_000,
)
EMPTY = Load(HUGE, "Анна Петрова", TODAY, 12, day_loads({}, TODAY, WorkCalendar()))
PAGE = LoadPage((LoadLine(HUGE, LONG, 9, 41, 2), LoadLine(1, "Борис", 0, 0, 0)), 12, 1, 3)
DAYS = (DayChange(date(2026, 11, 26), 15, 12), DayChange(date(2026, 11, 27), 7, 10))
MOVES = PlanFacts(TODAY, 12, 3, DAYS, 2**32 - 1, overfull_days=(TODAY,) * 9)
NONE = PlanFacts(TODAY, 12, 0, (), 0)
SAMPLES: dict[str, Callable[[Words], Screen]] = {
    "load": lambda w: view.load_screen(w, FULL),
    "load, crowded, of somebody": lambda w: view.load_screen(w, CROWDED),
    "load, empty": lambda w: view.load_screen(w, EMPTY),
    "load of the team": lambda w: view.team_load_screen(w, PAGE),
    "unload": lambda w: view.unload_screen(w, MOVES),
    "unload, nothing to do": lambda w: view.unload_screen(w, NONE),
    "unload, no room": lambda w: view.unload_screen(w, replace(NONE, overfull_days=(TODAY,))),
    "unload, done": lambda w: view.unload_done_screen(w, MOVES),
}
RU = Words("ru")


test_a_sample_can_be_sent = can_be_sent(SAMPLES)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("load", [FULL, CROWDED, EMPTY], ids=["full", "crowded", "empty"])
def test_the_picture_can_be_drawn(load: Load, locale: str) -> None:
    """Warnings are errors here: a letter that the font lacks would be one."""
    png = load_png(Words(locale), load)
    assert png.startswith(b"\x89PNG")
    width, height = int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
    assert 900 <= width <= 1280 and 0.5 <= height / width <= 1


def test_the_caption_says_what_the_picture_shows() -> None:
    text = plain(view.load_screen(RU, FULL))
    assert "Сегодня (вт 24.11): 9 из 12, ≈ 2 ч 15 мин · 🔴 просрочено 2 · 🟢 входящие 3" in text
    assert "Завтра (ср 25.11): 12 из 12, ≈ 3 ч" in text
    assert "Через 10 дней (пт 04.12): 0 из 12" in text
    assert "Больше нормы: чт 26.11 — 15" in text
    assert "Без дела: 4" in text


def test_only_the_owner_is_offered_changes() -> None:
    own = labels(view.load_screen(RU, FULL))
    assert "⚖️ Разгрузить" in own and "🚀 Расставить" in own
    other = labels(view.load_screen(RU, EMPTY))
    assert "⚖️ Разгрузить" not in other


def test_a_leader_goes_from_the_list_to_a_person() -> None:
    screen = view.team_load_screen(RU, PAGE)
    assert "Борис: сегодня 0, за 7 дней 0\n" in plain(screen) + "\n"
    assert screen.rows[0][0].tap == OpenLoad(HUGE)


def test_the_moves_are_shown_by_days_before_they_are_made() -> None:
    screen = view.unload_screen(RU, MOVES)
    assert "чт 26.11 — 15 → 12 из 12" in plain(screen)
    assert screen.rows[0][0].tap == UnloadNow(2**32 - 1)
    assert "Разгружать нечего" in plain(view.unload_screen(RU, NONE))
