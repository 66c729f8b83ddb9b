"""Pauses and locks, as people read them (R5)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.method.core.terms import Event
from bot.method.gaps.cards import DecidedBefore, Decision
from bot.method.gaps.reprieve import (
    ReprieveAsk,
    ReprieveDates,
    ReprieveEnd,
    ReprieveKind,
    ReprieveLine,
    ReprievePage,
    ReprieveReason,
    ReprieveSet,
    ReprieveState,
)
from bot.views.gaps import reprieves as view
from bot.views.taps.gaps import AskReprieveWhy, GrantReprieve, LiftReprieve, RefuseReprieve
from bot.views.taps.nav import OpenTeamGaps
from bot.views.words import Words
from tests.unit.views.shown import checked, plain

HUGE = 2**62
TODAY = date(2026, 11, 25)
MARCH = date(2027, 3, 1)
LINE = ReprieveLine(
    HUGE,
    ReprieveKind.PAUSE,
    ReprieveState.ASKED,
    HUGE,
    "<b>&" + "Щ" * 200,
    MARCH,
    ReprieveReason.CALL_LATER,
    "<i>" + "Ы" * 290,
    "Ж" * 128,
    "Анна Петрова",
    TODAY,
)
DATES = ReprieveDates(
    (("fortnight", date(2026, 12, 9)), ("month", date(2026, 12, 25))), (MARCH, date(2027, 4, 1))
)


@pytest.mark.parametrize("kind", list(ReprieveKind))
def test_the_questions(words: Words, kind: ReprieveKind) -> None:
    for by_head in (True, False):
        ask = ReprieveAsk(kind, HUGE, "Щ" * 200, DATES, TODAY, 365, by_head)
        screen = checked(view.dates_screen(words, ask))
        taps = [button.tap for row in screen.rows for button in row]
        assert AskReprieveWhy(HUGE, kind, MARCH) in taps
        said = words.plain("reprieve-head-decides") in plain(screen)
        assert said == (kind is ReprieveKind.PAUSE and not by_head)
    checked(view.reasons_screen(words, AskReprieveWhy(HUGE, kind, MARCH), TODAY))


@pytest.mark.parametrize("state", list(ReprieveState))
@pytest.mark.parametrize("kind", list(ReprieveKind))
def test_every_answer_and_notice(words: Words, kind: ReprieveKind, state: ReprieveState) -> None:
    line = replace(LINE, kind=kind, state=state)
    checked(view.set_screen(words, ReprieveSet(line, TODAY, 2)))
    checked(view.refused_screen(words, line, TODAY))
    checked(view.decided_screen(words, line, TODAY))
    assert view.reprieve_text(words, line, TODAY)
    for leader in (True, False):
        view.reprieve_rows(words, line, leader=leader)
    for why in ReprieveEnd.told():
        checked(view.over_screen(words, replace(line, ended=why), own=why is ReprieveEnd.BY_HAND))


def test_a_request_below_what_another_head_has_decided(words: Words) -> None:
    decision = Decision(Event.REPRIEVE_GIVEN, "Ольга", timedelta(minutes=5))
    screen = checked(view.asked_screen(words, LINE, TODAY, DecidedBefore(decision, 2)))
    assert screen.rows[0][0].tap == GrantReprieve(HUGE, sure=True)
    assert "Ольга" in plain(screen)
    assert checked(view.asked_screen(words, LINE, TODAY)).rows[0][0].tap == GrantReprieve(HUGE)


@pytest.mark.parametrize("kind", list(ReprieveKind))
def test_the_lists(words: Words, kind: ReprieveKind) -> None:
    line = replace(LINE, kind=kind, state=ReprieveState.RUNNING)
    for team in (True, False):
        page = ReprievePage(kind, (line,) * 8, 20, 0, 3, TODAY, team)
        taps = [button.tap for row in checked(view.list_screen(words, page)).rows for button in row]
        assert (LiftReprieve(HUGE) in taps) == (team or kind is ReprieveKind.PAUSE)
    checked(view.list_screen(words, ReprievePage(kind, (), 0, 0, 1, TODAY, False)))


@pytest.mark.parametrize("team", [True, False])
def test_a_request_stands_in_the_list_with_what_may_be_done(words: Words, team: bool) -> None:
    page = ReprievePage(ReprieveKind.PAUSE, (LINE,) * 8, 8, 0, 1, TODAY, team)
    taps = {button.tap for row in checked(view.list_screen(words, page)).rows for button in row}
    mine = {GrantReprieve(HUGE), RefuseReprieve(HUGE)} if team else {LiftReprieve(HUGE)}
    assert mine <= taps
    assert (LiftReprieve(HUGE) in taps) == (not team)


def test_answers_beside_other_messages_leave_those(words: Words) -> None:
    brief = checked(view.asked_screen(words, LINE, TODAY)).brief
    assert brief is not None
    assert [button.tap for button in brief.rows[0]] == [
        GrantReprieve(HUGE, beside=True),
        RefuseReprieve(HUGE, beside=True),
    ]


def test_only_a_head_is_led_on_to_the_next_client(words: Words) -> None:
    given = replace(LINE, state=ReprieveState.RUNNING)
    for line, leads in ((LINE, False), (given, True)):
        rows = checked(view.set_screen(words, ReprieveSet(line, TODAY))).rows
        assert (OpenTeamGaps() in [button.tap for row in rows for button in row]) == leads
