"""How the bot itself does, as an admin reads it."""

from datetime import date, datetime, timedelta

import pytest

from bot.method.company.status import SOON, WAITS_TOO_LONG, Backlog, BotStatus
from bot.views.company.status import status_screen
from bot.views.taps.people import OpenPeople
from bot.views.words import Words
from tests.unit.views.facts import HUGE
from tests.unit.views.shown import checked, labels, plain

TODAY = date(2026, 11, 25)
NOTHING = Backlog(0, timedelta(0))
WELL = BotStatus(NOTHING, NOTHING, 0, 0, None, TODAY)


def test_where_nothing_waits_there_is_nothing_to_do(words: Words) -> None:
    screen = checked(status_screen(words, WELL))
    assert "⚠️" not in plain(screen) and words.plain("status-never") in plain(screen)
    assert labels(screen) == [words.plain("status-again"), words.plain("menu-today")]


@pytest.mark.parametrize(
    ("longest", "mark"),
    [
        (SOON - timedelta(seconds=1), "✅"),
        (SOON, "⏳"),
        (WAITS_TOO_LONG - timedelta(seconds=1), "⏳"),
        (WAITS_TOO_LONG, "⚠️"),
    ],
)
def test_what_waits_is_marked_by_how_long_it_does(
    words: Words, longest: timedelta, mark: str
) -> None:
    line = Backlog(3, longest)
    status = BotStatus(line, line, 0, 0, datetime(2026, 11, 25, 3, 10), TODAY)
    shown = plain(checked(status_screen(words, status)))
    assert shown.count(mark) == 2
    assert (words.plain("status-stuck") in shown) == (mark == "⚠️")
    assert "03:10" in shown


def test_what_went_wrong_says_what_to_do(words: Words) -> None:
    late = Backlog(HUGE, timedelta(days=3))
    status = BotStatus(late, late, 2, 1, datetime(2026, 11, 24, 3), TODAY)
    screen = checked(status_screen(words, status))
    assert words.plain("status-parked", count=2) in plain(screen)
    taps = [button.tap for row in screen.rows for button in row]
    assert OpenPeople() in taps, "whom no message reaches stands there"
