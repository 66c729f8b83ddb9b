"""Taking back as people read it: the button, what it says, the way back for reminders."""

from dataclasses import replace

import pytest

from bot.method.core.cards import Touch
from bot.method.core.terms import Event, UndoableAction
from bot.views.clients.history import touch_text
from bot.views.core.undo import (
    bring_back_rows,
    going_on_screen,
    midway_screen,
    undoing_screen,
    undone_screen,
    with_undo,
)
from bot.views.screen import Screen
from bot.views.taps.undo import BringBack, GoOn, Undo
from bot.views.tasks.next_step import planned_screen
from bot.views.words import Words
from tests.unit.views.facts import HUGE, LATE, LINE, NOW, PLANNED, TODAY
from tests.unit.views.shown import checked, labels


@pytest.mark.parametrize("deed", UndoableAction)
def test_every_deed_has_its_name(words: Words, deed: UndoableAction) -> None:
    assert words.plain(f"deed-{deed}") in checked(undoing_screen(words, deed, 20_000)).text
    before = checked(undone_screen(words, deed, planned_screen(words, PLANNED)))
    assert before.text.endswith(planned_screen(words, PLANNED).text)
    assert before.text.startswith(("↩️ Отменено: ", "↩️ Undone: "))
    touch = Touch(NOW, Event.UNDONE, "Анна", {"code": deed.value})
    assert words.plain(f"deed-{deed}") in touch_text(words, touch, TODAY)


def test_what_came_meanwhile_is_said_below_what_was_taken_back(words: Words) -> None:
    before, deed = planned_screen(words, PLANNED), UndoableAction.OUTCOME
    joined = checked(undone_screen(words, deed, before, joined=True))
    said, more, *_ = joined.text.split("\n\n")
    assert said == undone_screen(words, deed, before).text.split("\n\n")[0]
    assert more == words("undone-joined")


def test_what_is_done_of_a_long_act_is_said_with_the_way_on(words: Words) -> None:
    for deed in UndoableAction:
        for left in (None, HUGE):
            shown = checked(midway_screen(words, deed, 30, left, GoOn(HUGE), "0a1b2c3d"))
            assert "0a1b2c3d" in shown.text and ("30" in shown.text)
            assert [button.tap for row in shown.rows for button in row] == [GoOn(HUGE)]
    checked(going_on_screen(words))


def test_the_button_comes_last() -> None:
    screen = checked(with_undo(Words("ru"), planned_screen(Words("ru"), PLANNED), HUGE))
    assert labels(screen)[-1] == "↩️ Отменить"
    assert screen.rows[-1][0].tap == Undo(HUGE)


def test_one_reminder_is_brought_back_by_one_word(words: Words) -> None:
    rows = bring_back_rows(words, (LINE,), TODAY)
    assert [button.tap for row in rows for button in row] == [BringBack(HUGE)]
    assert rows[0][0].label in ("↩️ Вернуть прежнее дело", "↩️ Restore the earlier task")


def test_several_reminders_are_named(words: Words) -> None:
    long = replace(LATE, title="<b>Ю&" + "Ю" * 195)
    rows = bring_back_rows(words, (LINE, long) * 6, TODAY)
    assert len({row[0].label for row in rows}) == 2
    checked(Screen("x", rows))
    assert not bring_back_rows(words, (), TODAY)
