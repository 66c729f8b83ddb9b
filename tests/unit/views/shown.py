"""What every screen owes: it fits Telegram, its buttons can be packed, its HTML is whole."""

import re
from collections.abc import Callable, Mapping
from html.parser import HTMLParser

import pytest

from bot.telegram.rich.html import rich_html
from bot.views.screen import Grid, Screen
from bot.views.taps.base import LONGEST, pack, unpack
from bot.views.words import LOCALES, Words
from sandbox.rich.reading import read_rich

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def labels(screen: Screen) -> list[str]:
    return [button.label for row in screen.rows for button in row]


def plain(screen: Screen) -> str:
    return re.sub(r"<[^>]*>", "", screen.text)


def checked(screen: Screen | None) -> Screen:
    """The screen, once it is sure that it can be sent."""
    assert screen is not None
    tags = _Tags()
    tags.feed(screen.text)
    assert tags.open == []
    longest = LONGEST_TEXT if screen.picture is None else LONGEST_CAPTION
    assert 0 < len(plain(screen).strip()) <= longest
    assert "\n\n\n" not in screen.text
    if screen.rich:
        assert any(isinstance(part, Grid) for part in screen.rich)
        read_rich({"html": rich_html(screen.rich)})
    for row in screen.rows:
        assert 0 < len(row) <= 8
        for button in row:
            assert 0 < len(button.label.strip()) <= 64, button.label
            if button.tap is not None:
                assert len(pack(button.tap).encode()) <= LONGEST
                assert unpack(pack(button.tap)) == button.tap
    return screen


def can_be_sent(samples: Mapping[str, Callable[[Words], Screen | None]]) -> Callable[..., None]:
    """The test of a gallery: every sample in every language; names go through escaped."""

    @pytest.mark.parametrize("locale", LOCALES)
    @pytest.mark.parametrize("name", samples)
    def test(name: str, locale: str) -> None:
        assert "Ю&Ю" not in checked(samples[name](Words(locale))).text

    return test
