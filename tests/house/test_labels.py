"""What the guides call a button or a screen stands on it, word for word."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.house.rules import ROOT
from tests.house.said import said
from tests.house.test_docs import PAGES

_QUOTED = re.compile(r"«([^«»]+)»")
_QUOTED_IN_ENGLISH = re.compile(r"“([^“”]+)”")
_LABEL = re.compile(r"[^\w\s/@#№+\-.,☐]+ ?[А-ЯЁа-яёA-Za-z].*")
"""A sign and a word: what people type has no sign before it."""
ENGLISH = sorted((ROOT / "docs/en").glob("*.md"))
IN_RUSSIAN = "🌐 English"
"""The button that leads into English is still on a Russian screen."""
_VALUE = re.compile(r"\{[\w…]+\}")
_FEW = 4
"""Letters beside the values of a message, with fewer it would match anything."""


def labels(page: str, quoted: re.Pattern[str] = _QUOTED) -> Iterator[str]:
    """The quotations of a page that are labels, each once; a line may end within one."""
    for found in dict.fromkeys(quoted.findall(re.sub(r"\s*\n\s*", " ", page))):
        if _LABEL.fullmatch(found):
            yield found.rstrip("…").strip()


@cache
def texts(locale: str) -> tuple[str, list[re.Pattern[str]]]:
    """Everything that the bot says, and what it fills with values as expressions."""
    plain = [text for _, text in said(locale)]
    filled = [text for text in plain if len(_VALUE.sub("", text).strip()) > _FEW]
    return "\n".join(plain), [_expression(text) for text in filled if _VALUE.search(text)]


def _expression(text: str) -> re.Pattern[str]:
    parts = _VALUE.split(text)
    return re.compile(r"\S.*?".join(map(re.escape, parts)))


def stands(label: str, locale: str = "ru") -> bool:
    """Whether the bot has it somewhere, with values of its own where it has some."""
    plain, filled = texts(locale)
    return label in plain or any(each.search(label) for each in filled)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: "/".join(path.parts[-2:]))
def test_every_label_stands_on_a_screen(path: Path) -> None:
    found = labels(path.read_text(encoding="utf-8"))
    assert [label for label in found if not stands(label)] == []


@pytest.mark.parametrize("path", ENGLISH, ids=lambda path: path.name)
def test_every_english_label_stands_on_a_screen(path: Path) -> None:
    found = list(labels(path.read_text(encoding="utf-8"), _QUOTED_IN_ENGLISH))
    assert [label for label in found if not stands(label, "en") and label != IN_RUSSIAN] == []
    assert len(found) > 15


def test_the_guides_name_labels_at_all() -> None:
    assert len({each for path in PAGES for each in labels(path.read_text(encoding="utf-8"))}) > 80


def test_a_label_that_is_gone_is_missed() -> None:
    page = "Нажмите «▶️ Начать\n  утро», потом «✅ Поговорили»; пишут «завтра в 10» и «☐»."
    assert list(labels(page)) == ["▶️ Начать утро", "✅ Поговорили"]
    assert not stands("▶️ Начать утро")
    assert stands("✅ Поговорили")
