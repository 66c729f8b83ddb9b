"""Every sample fits Telegram in both languages and leads somewhere."""

import inspect

import pytest

from bot.views import clients, day, deals, digest, inbound, next_step, notices, people, start, task
from bot.views.words import LOCALES, Words
from tests.unit.views import gallery
from tests.unit.views.gallery import SAMPLES
from tests.unit.views.shown import checked

VIEWS = (clients, day, deals, digest, inbound, next_step, notices, people, start, task)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_can_be_sent(name: str, locale: str) -> None:
    screen = checked(SAMPLES[name](Words(locale)))
    assert "<b>Ю&Ю" not in screen.text, "a name came through unescaped"


def test_every_screen_has_a_sample() -> None:
    """The sources of the gallery name every public screen of these views."""
    shown = inspect.getsource(gallery)
    missing = [
        f"{view.__name__}.{name}"
        for view in VIEWS
        for name, made in inspect.getmembers(view, inspect.isfunction)
        if name.endswith("_screen") and made.__module__ == view.__name__ and f".{name}" not in shown
    ]
    assert missing == sorted(ELSEWHERE)


ELSEWHERE = {
    "bot.views.clients.choose_screen",
    "bot.views.deals.put_screen",
    "bot.views.deals.stage_screen",
    "bot.views.deals.stages_of_deals_screen",
    "bot.views.notices.handed_over_screen",
    "bot.views.notices.told_lost_screen",
    "bot.views.people.transfer_screen",
}
"""Shown by the stories and by tests of their own."""
