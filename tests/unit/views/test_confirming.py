"""There is one way to ask once more, and its yes never repeats the label that was just tapped."""

import re
from pathlib import Path

import pytest

from bot import views
from bot.locales import LOCALES
from bot.views.words import Words

SOURCES = "".join(path.read_text() for path in Path(views.__path__[0]).rglob("*.py"))
LABELS = re.findall(r'plain\(\s*"([a-z_-]+)"\)', SOURCES)
YES = re.findall(r'\bconfirm\(\s*words,\s*"([a-z_-]+)"', SOURCES)


NOTICES = {"lost-confirm"}
"""Buttons of a message of the bot: nothing was tapped before them."""


def repeated(yes: list[str], labels: list[str], words: Words) -> set[str]:
    """The keys of a yes that says what another button says."""
    said = {words.plain(label) for label in set(labels) - NOTICES}
    return {key for key in yes if words.plain(key) in said}


@pytest.mark.parametrize("locale", LOCALES)
def test_a_yes_never_says_what_the_button_before_it_said(locale: str) -> None:
    assert len(YES) > 6
    assert repeated(YES, LABELS, Words(locale)) == set()


def test_a_yes_that_repeats_is_found() -> None:
    assert repeated(["to-pool"], ["to-pool"], Words("ru")) == {"to-pool"}
    assert repeated(["person-remove"], ["stage-remove"], Words("ru")) == {"person-remove"}
