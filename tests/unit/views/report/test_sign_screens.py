"""Questions to ask, as heads and managers read them (R12)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from bot.method.report import sign_cards as c
from bot.method.report.numbers import Share
from bot.method.report.periods import ReportPeriod
from bot.method.report.signs import EXAMPLES, SignCase, SignKind, WorkSign, sign_span
from bot.method.report.week import WeekNotes
from bot.views.report import morning
from bot.views.report import signs as view
from bot.views.screen import Screen
from bot.views.taps.report import OpenSignClient, PutSignAside
from bot.views.words import Words
from tests.unit.views.facts import HUGE, LONG, TODAY
from tests.unit.views.report.test_report_screens import TEAM as REPORT
from tests.unit.views.shown import can_be_sent, labels, plain

SPAN = sign_span(TODAY)
CASE = SignCase(HUGE, datetime(2026, 11, 20, 15, 30), 3, date(2026, 12, 4), LONG)
ALL = tuple(WorkSign(kind, Share(18, 20), (CASE,) * 18) for kind in SignKind)
ASIDE = tuple(c.SignAside(kind, LONG, date(2026, 11, 3), date(2026, 12, 3)) for kind in SignKind)
ANNA = c.PersonSigns(1, "Анна Петрова", SPAN, TODAY, ALL[:2], ASIDE[2:3], may_talk=True)
LINE = c.SignsLine(HUGE, LONG, tuple(SignKind))
TEAM = c.TeamSigns(SPAN, TODAY, (LINE,) * 8, 1, 3)


def examples(kind: SignKind, name: str | None = LONG) -> c.SignExamples:
    lines = (c.CaseLine(CASE, LONG),) * EXAMPLES
    return c.SignExamples(
        HUGE, name, kind, Share(18, 20), SPAN, TODAY, lines, 1, 4, may_talk=name is not None
    )


SAMPLES: dict[str, Callable[[Words], Screen]] = {
    "team": lambda w: view.team_signs_screen(w, TEAM),
    "team of two": lambda w: view.team_signs_screen(
        w, replace(TEAM, people=(c.SignsLine(1, "Анна", ANNA.signs and (SignKind.FAST,)),), pages=1)
    ),
    "nobody": lambda w: view.team_signs_screen(w, c.TeamSigns(SPAN, TODAY, ())),
    "person": lambda w: view.signs_screen(w, ANNA),
    "long": lambda w: view.signs_screen(w, replace(ANNA, name=LONG, signs=ALL, aside=ASIDE)),
    "nothing": lambda w: view.signs_screen(w, replace(ANNA, signs=(), aside=())),
    "own": lambda w: view.signs_screen(w, replace(ANNA, name=None, may_talk=False)),
    "own nothing": lambda w: view.signs_screen(w, replace(ANNA, name=None, signs=(), aside=())),
    "gone": lambda w: view.examples_screen(
        w, replace(examples(SignKind.FAST), lines=(), share=Share(), pages=1)
    ),
    "morning": lambda w: morning.morning_screen(
        w, replace(REPORT, period=ReportPeriod.LAST_WEEK), WeekNotes((LINE,) * 9)
    ),
}
for _kind in SignKind:
    SAMPLES |= {
        f"{_kind.name}": lambda w, kind=_kind: view.examples_screen(w, examples(kind)),
        f"own {_kind.name}": lambda w, kind=_kind: view.examples_screen(w, examples(kind, None)),
    }
RU = Words("ru")

test_a_sample_can_be_sent = can_be_sent(SAMPLES)


def test_a_sign_says_count_and_share_and_leads_to_the_client() -> None:
    screen = view.examples_screen(RU, examples(SignKind.FAST))
    assert "18 из 20 итогов" in plain(screen)
    assert screen.rows[0][0].tap == OpenSignClient(HUGE, HUGE, SignKind.FAST, 1)


def test_nobody_puts_aside_what_others_would_ask_him() -> None:
    label = "✅ Обсудили: отложить на месяц"
    head, own = (view.examples_screen(RU, examples(SignKind.FAST, name)) for name in (LONG, None))
    assert label in labels(head)
    assert label not in labels(own)
    assert "❓" not in own.text
    taps = [button.tap for row in head.rows for button in row]
    assert PutSignAside(HUGE, SignKind.FAST) in taps


def test_what_was_talked_about_comes_back_by_a_button() -> None:
    screen = view.signs_screen(RU, ANNA)
    assert "↩️ Вернуть: Разговоры без записи" in labels(screen)
    assert "обсудили" in plain(screen)
