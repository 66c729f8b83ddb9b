"""A screen that is kept until it was shown comes back as it was, or not at all."""

import json

import pytest

from bot.views.core.undo import with_undo, without_undo
from bot.views.kept import kept, screen_of
from bot.views.screen import Button, Screen
from bot.views.taps.nav import OpenDay
from bot.views.words import Markup, Words
from tests.unit.views.gallery import SAMPLES, Sample


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_a_screen_comes_back_with_its_words_and_buttons(sample: Sample) -> None:
    screen = sample(Words("ru"))
    plain = json.loads(json.dumps(kept(screen)))
    words = Screen(screen.text, screen.rows, home_keyboard=screen.home_keyboard, fresh=screen.fresh)
    assert screen_of(plain) == words


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"text": "Да", "rows": [[["Да"]]], "home": False, "fresh": False},
        {"text": "Да", "rows": [[["Да", "zz:1", None, None, None]]], "home": False, "fresh": False},
        {"text": "Да", "rows": None, "home": False, "fresh": False},
    ],
)
def test_what_another_version_kept_is_not_shown(wrong: dict[str, object]) -> None:
    assert screen_of(wrong) is None


def test_only_the_way_back_goes_where_it_is_over() -> None:
    words = Words("ru")
    plain = Screen(Markup("Готово"), ((Button("К делам", OpenDay()),),))
    assert without_undo(with_undo(words, plain, 7)) == plain
