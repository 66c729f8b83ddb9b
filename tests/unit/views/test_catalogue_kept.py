"""What is said again and again is made once; what holds a name never stays in memory."""

import pytest

from bot.views import catalogue as module
from bot.views.catalogue import Catalogue


def test_a_label_and_a_date_are_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    words, made = Catalogue("ru"), []
    make = Catalogue._made
    monkeypatch.setattr(Catalogue, "_made", lambda self, *of: made.append(of[0]) or make(self, *of))
    for _ in range(2):
        assert words.text("planned-left", {"count": 2}) != words.text("planned-left", {"count": 5})
        words.text("menu-today", {})
    assert made == ["planned-left", "planned-left", "menu-today"]


def test_a_text_with_words_in_it_is_not_kept() -> None:
    words = Catalogue("ru")
    said = words.text("date-near", {"near": "завтра", "date": "Анна"})
    assert "Анна" in said
    assert not words._said


def test_what_is_kept_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_KEPT", 3)
    words = Catalogue("ru")
    for count in range(10):
        words.text("planned-left", {"count": count})
    assert len(words._said) <= 3
