"""Dates that may not be chosen: dead where Telegram knows that, and the message says why (R3)."""

from dataclasses import replace

import pytest

from bot.method.core.workdays import WorkCalendar
from bot.method.deals.cards import DealDraft
from bot.method.tasks.calendar_grid import month_grid
from bot.method.tasks.cards import NextStep
from bot.method.tasks.date_question import PlanDate
from bot.method.tasks.steps import presets
from bot.telegram.keyboard import inline_of
from bot.views.taps.tasks import Locked
from bot.views.tasks.dates import month_screen
from bot.views.tasks.next_step import ask_screen, buy_screen, move_screen
from bot.views.words import LOCALES, Words
from tests.unit.views.facts import ASK, MOVING, TODAY

SHORT, LONG = 7, 30


def with_horizon(days: int) -> NextStep:
    offered = presets(TODAY, {}, 12, days, WorkCalendar())
    return replace(ASK, horizon_days=days, presets=offered)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_question_says_why_a_preset_is_locked(locale: str) -> None:
    words = Words(locale)
    for days, locked in ((SHORT, True), (LONG, False)):
        ask = with_horizon(days)
        for screen in (
            ask_screen(words, ask),
            buy_screen(words, ask, None, DealDraft()),
            move_screen(words, replace(MOVING, ask=ask)),
        ):
            assert ("🔒" in screen.text) is locked
            dead = [button for row in screen.rows for button in row if button.dead]
            assert bool(dead) is locked
            assert all(isinstance(button.tap, Locked) for button in dead)


def test_in_the_month_only_days_that_may_be_chosen_can_be_tapped() -> None:
    grid = month_grid(2026, 12, TODAY, 14, {}, WorkCalendar())
    screen = month_screen(Words("ru"), grid, PlanDate(1), 14)
    beyond = {str(day) for day in range(9, 32)}
    locked = {
        button.label.removeprefix("🔒")
        for row in screen.rows
        for button in row
        if isinstance(button.tap, Locked) and button.dead
    }
    assert locked == beyond
    assert "🔒 — дальше 14 дн." in screen.text


def test_where_they_are_not_known_the_tap_says_why() -> None:
    screen = move_screen(Words("ru"), replace(MOVING, ask=with_horizon(SHORT)))
    for knows in (True, False):
        markup = inline_of(screen, dead=knows)
        assert markup is not None
        made = [button for row in markup.inline_keyboard for button in row if "🔒" in button.text]
        assert made
        assert all((button.disabled is not None) is knows for button in made)
        assert all((button.callback_data is None) is knows for button in made)
