"""Requests about clients that are to leave, as people read them (R5, R7)."""

from dataclasses import replace

import pytest

from bot.method.gaps.cards import DecidedBefore
from bot.method.pool.cards import Releasable
from bot.method.pool.leave import (
    LeaveAsk,
    LeaveKind,
    LeaveLine,
    LeavePage,
    LeaveReason,
    LeaveState,
)
from bot.views.pool import leave as view
from bot.views.pool import pool
from bot.views.taps.nav import AskNext
from bot.views.taps.pool import GrantLeave, OpenLeave, OpenLeaves, RefuseLeave, WithdrawLeave
from bot.views.words import Words
from tests.unit.views.shown import checked, labels, plain

HUGE = 2**62
LINE = LeaveLine(
    HUGE,
    LeaveKind.POOL,
    LeaveState.ASKED,
    HUGE,
    "<b>&" + "Щ" * 200,
    LeaveReason.OTHER,
    "<i>" + "Ы" * 290,
    "Ж" * 128,
    "Анна Петрова",
    "<u>" + "П" * 290,
    deals=70_000,
    attempts=2,
)
SHORT = replace(LINE, client_name="Ромашка", whose="Анна", comment=None, answer=None, deals=0)


@pytest.mark.parametrize("state", list(LeaveState))
@pytest.mark.parametrize("kind", list(LeaveKind))
def test_each_can_be_sent(words: Words, kind: LeaveKind, state: LeaveState) -> None:
    line = replace(LINE, kind=kind, state=state)
    for each in (line, replace(line, comment=None, answer=None, by=None)):
        checked(view.leave_asked_screen(words, each, DecidedBefore(None, 3)))
        checked(view.leave_done_screen(words, each))
        checked(view.leave_answer_screen(words, each))
        checked(view.refuse_why_screen(words, each))
        view.leave_text(words, each)
    checked(view.leaves_screen(words, LeavePage((line,) * 8, 70_000, 3, 9)))
    checked(view.leaves_screen(words, LeavePage((), 0, 0, 1)))
    checked(view.leave_sent_screen(words, kind, "Щ" * 200))


@pytest.mark.parametrize("asks", list(LeaveAsk))
def test_who_only_asks_reads_so_before(words: Words, asks: LeaveAsk) -> None:
    reasons = Releasable(HUGE, "Щ" * 200, (), asks)
    assert words.plain(f"release-asks-{asks}") in plain(
        checked(pool.release_screen(words, reasons))
    )
    checked(view.propose_screen(words, "Щ" * 200, HUGE))


def test_the_question_has_both_answers_and_what_would_close() -> None:
    screen = view.leave_asked_screen(Words("ru"), replace(SHORT, deals=2))
    assert plain(screen) == (
        "📥 Анна просит отпустить в отстойник: Ромашка. Почему: Другое. "
        "Открытые сделки, которые закроются: 2. Попыток вернуть уже было: 2."
    )
    assert [button.tap for button in screen.rows[0]] == [GrantLeave(HUGE), RefuseLeave(HUGE)]
    assert labels(screen)[:2] == ["✅ Отпустить", "✋ Оставить"]


def test_decided_it_stands_without_them() -> None:
    line = replace(SHORT, state=LeaveState.REFUSED)
    screen = view.leave_asked_screen(Words("ru"), line)
    assert "✋ Остаётся. Решение: Анна Петрова." in plain(screen)
    assert labels(screen) == ["👤 Карточка"]
    assert view.leave_answer_screen(Words("ru"), line).rows[0][0].tap == AskNext(HUGE)


def test_the_list_leads_to_each_and_on(words: Words) -> None:
    screen = view.leaves_screen(words, LeavePage((LINE,) * 8, 70_000, 3, 9))
    taps = [button.tap for row in screen.rows for button in row]
    assert {OpenLeave(HUGE), OpenLeaves(4), OpenLeaves(2)} <= set(taps)


def test_on_the_card_a_head_decides_and_the_owner_withdraws(words: Words) -> None:
    ways = {
        (True, False): [OpenLeave(HUGE)],
        (False, True): [WithdrawLeave(HUGE)],
        (False, False): [],
    }
    for (leader, own), taps in ways.items():
        rows = view.leave_rows(words, LINE, leader=leader, own=own)
        assert [button.tap for row in rows for button in row] == taps
