"""Every sample fits Telegram in both languages and leads somewhere; every screen has one."""

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from bot import views
from bot.views.screen import Screen
from tests.unit.views.gallery import SAMPLES
from tests.unit.views.shown import can_be_sent
from tests.walking import modules_of

test_a_sample_can_be_sent = can_be_sent(SAMPLES)


def screens(view: ModuleType) -> Iterator[str]:
    """The public functions of the file that make a screen and that no other of it calls."""
    source = inspect.getsource(view)
    for name, made in inspect.getmembers(view, inspect.isfunction):
        public = made.__module__ == view.__name__ and not name.startswith("_")
        shows = inspect.signature(made).return_annotation in {Screen, Screen | None}
        if public and shows and source.count(f" {name}(") == 1:
            yield name


def test_every_screen_is_shown_here() -> None:
    """By the gallery or by the tests of its own screens, whose sources name it."""
    shown = "".join(path.read_text() for path in Path(__file__).parent.rglob("*.py"))
    missing = [
        f"{module.__name__}.{name}"
        for module in modules_of(views)
        for name in screens(module)
        if not re.search(rf"\b{name}\b", shown)
    ]
    assert missing == []
