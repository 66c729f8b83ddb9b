"""A screen that is kept until it was shown comes back as it was, or not at all."""

import json

import pytest

from bot.views.kept import kept, screen_of
from bot.views.screen import Screen
from bot.views.words import Words
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
