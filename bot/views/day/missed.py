"""A morning that did not arrive, folded into whatever is looked at next (R10)."""

from bot.method.day.cards import DayPage
from bot.views.day.day import counters
from bot.views.parts.rows import home_row
from bot.views.screen import Screen
from bot.views.words import Words

_LONGEST = 4096


def takes_morning(screen: Screen) -> bool:
    """Whether a line has room: it is a message of its own, and no caption."""
    return bool(screen.text) and not screen.alert and screen.picture is None


def with_morning(words: Words, screen: Screen, day: DayPage) -> Screen:
    """The screen with the figures of the day on top and the way to it below."""
    said = screen.below(words("morning-missed", counters=counters(words, day)))
    if len(said.text) > _LONGEST:
        return screen
    return said.with_rows(home_row(words))
