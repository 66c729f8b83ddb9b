"""What is said again and again is made once; what holds a name never stays in memory."""

import pytest

from bot.views import catalogue as module
from bot.views.catalogue import Catalogue


def test_a_label_and_a_date_are_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    words, made = Catalogue("ru"), []
    make = Catalogue._resolved
    monkeypatch.setattr(
        Catalogue, "_resolved", lambda self, *of: made.append(of[0]) or make(self, *of)
    )
    for _ in range(2):
        assert words.text("digest-rest", {"count": 2}) != words.text("digest-rest", {"count": 5})
        words.text("menu-today", {})
    assert made == ["digest-rest", "digest-rest", "menu-today"]


def test_what_a_number_has_chosen_is_made_once_whatever_stands_beside_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words, made = Catalogue("ru"), []
    make = Catalogue._resolved
    monkeypatch.setattr(
        Catalogue, "_resolved", lambda self, *of: made.append(of[0]) or make(self, *of)
    )
    said = [words.text("workload", {"count": 3, "time": time}) for time in ("45 мин", "2 ч", "3 ч")]
    assert said == ["3 дела · 45 мин", "3 дела · 2 ч", "3 дела · 3 ч"]
    assert made == ["workload"]


def test_words_that_are_put_in_are_not_kept() -> None:
    words = Catalogue("ru")
    for key, values in (
        ("date-near", {"near": "завтра", "date": "Анна"}),
        ("workload", {"count": 3, "time": "Анна"}),
    ):
        assert "Анна" in words.text(key, values)
    assert "Анна" not in repr(words._said)


def test_what_is_kept_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_KEPT", 3)
    words = Catalogue("ru")
    for count in range(10):
        words.text("digest-rest", {"count": count})
    assert len(words._said) <= 3
