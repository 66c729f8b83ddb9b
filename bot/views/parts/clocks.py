"""Whose hours are meant where people live in different time zones."""

from collections.abc import Iterable
from datetime import timedelta

from bot.method.core.texts import clean
from bot.method.people.clocks import OtherClock
from bot.views.words import Markup, Words

_LONGEST = 40


def clock_lines(words: Words, clocks: Iterable[OtherClock | None]) -> list[Markup]:
    """That the hours are the reader's, and how far the clocks of the others are from them; nothing
    where all have the same."""
    others = dict.fromkeys(clock for clock in clocks if clock is not None)
    if not others:
        return []
    people = ", ".join(_shift(words, clock) for clock in others)
    return [words("clocks", people=people)]


def _shift(words: Words, clock: OtherClock) -> str:
    key = "clock-ahead" if clock.ahead > timedelta(0) else "clock-behind"
    name = clean(clock.name, _LONGEST)
    return words.plain(key, name=name, time=words.hours(abs(clock.ahead)))
