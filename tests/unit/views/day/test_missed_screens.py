"""A morning that did not arrive is a line on top of the next screen, where there is room."""

from dataclasses import replace

from bot.views.day.missed import takes_morning, with_morning
from bot.views.screen import Screen
from bot.views.taps.nav import OpenDay
from bot.views.words import Words
from tests.unit.views.facts import DAY
from tests.unit.views.shown import LONGEST_TEXT, checked, plain

HELP = Screen("Помощь")


def test_the_line_stands_on_top_with_the_way_to_the_day(words: Words) -> None:
    screen = checked(with_morning(words, HELP, DAY))
    assert plain(screen).endswith("\n\nПомощь")
    assert [button.tap for button in screen.rows[-1]] == [OpenDay()]


def test_it_has_the_figures_of_the_digest() -> None:
    first = plain(with_morning(Words("ru"), HELP, DAY)).splitlines()[0]
    assert first.startswith("☀️ Утренняя сводка до вас не дошла. На сегодня: 🟢 Входящие")


def test_a_screen_without_room_stays_what_it_is(words: Words) -> None:
    long = replace(HELP, text="Ю" * LONGEST_TEXT)
    assert with_morning(words, long, DAY) == long
    assert not takes_morning(replace(HELP, alert=True))
    assert not takes_morning(Screen("", toast="Готово"))
    assert takes_morning(HELP)
