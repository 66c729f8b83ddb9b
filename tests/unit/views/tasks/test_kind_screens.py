"""Kinds of tasks as people see them: outcomes on the card, the toggle above the dates."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.method.core.terms import Outcome, TaskKind, TaskStatus
from bot.method.tasks.kinds import OUTCOMES, Workload
from bot.views.parts.kinds import load_text, outcome_row
from bot.views.taps.nav import AskNext, KindCode
from bot.views.taps.tasks import AskAgain, Finish, OpenMonth, PlanOn
from bot.views.tasks.card import task_screen
from bot.views.tasks.next_step import ask_screen, planned_screen
from bot.views.words import Words
from tests.unit.views.facts import ASK, CARD, HUGE, LINE, PLANNED
from tests.unit.views.shown import checked, labels


@pytest.mark.parametrize("kind", TaskKind)
def test_each_kind_has_its_own_buttons(words: Words, kind: TaskKind) -> None:
    line = replace(LINE, kind=kind)
    taps = [button.tap for button in outcome_row(words, line)]
    ends = [one.outcome for one in taps if isinstance(one, Finish)]
    assert ends == [one for one in OUTCOMES[kind] if one is not Outcome.NO_ANSWER]
    assert (AskAgain(HUGE) in taps) is (kind is TaskKind.CALL)
    checked(task_screen(words, replace(CARD, line=line)))
    for outcome in OUTCOMES[kind]:
        checked(
            task_screen(words, replace(CARD, line=line, status=TaskStatus.DONE, outcome=outcome))
        )
    checked(planned_screen(words, replace(PLANNED, kind=kind)))


@pytest.mark.parametrize("kind", TaskKind)
def test_the_kind_goes_with_every_date(words: Words, kind: TaskKind) -> None:
    ask, code = replace(ASK, kind=kind), KindCode.of(kind)
    screen = checked(ask_screen(words, ask))
    taps = [button.tap for row in screen.rows for button in row]
    assert {tap.kind for tap in taps if isinstance(tap, PlanOn)} == {code}
    month = next(tap for tap in taps if isinstance(tap, OpenMonth))
    assert month.kind is code
    assert [tap.kind.kind for tap in taps if isinstance(tap, AskNext)][:4] == list(TaskKind)
    assert labels(screen)[list(TaskKind).index(kind)].startswith("✓")


def test_a_call_is_two_taps_as_ever(words: Words) -> None:
    screen = ask_screen(words, ASK)
    dates = [button.tap for row in screen.rows for button in row if isinstance(button.tap, PlanOn)]
    assert {tap.kind for tap in dates} == {KindCode.CALL}


def test_a_load_is_pieces_and_time() -> None:
    shown = load_text(Words("ru"), Workload(9, timedelta(hours=3, minutes=15)))
    assert shown == "9 дел · 3 ч 15 мин"
