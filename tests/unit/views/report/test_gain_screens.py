"""What the method brought, as heads and managers read it (R12)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.method.report.gain_cards import GainLine, GainPage, GainTotals
from bot.method.report.gains import GainCause, GainKind, GainPeriod, gain_span
from bot.method.report.periods import ReportPeriod
from bot.method.report.week import WeekNotes
from bot.views.report import morning
from bot.views.report.gains import gains_screen
from bot.views.screen import Screen
from bot.views.taps.report import OpenGainClient
from bot.views.words import Words
from tests.unit.views.facts import HUGE, LONG, TODAY
from tests.unit.views.report.test_report_screens import TEAM as REPORT
from tests.unit.views.shown import can_be_sent, plain

CHAIN = (date(2026, 11, 3), date(2026, 11, 5), date(2026, 11, 20))
WON = GainLine(GainKind.WON, 7, "Ромашка", None, "Анна", 12_000_000, "RUB", GainCause.NUDGE, *CHAIN)
LONGEST = GainLine(
    GainKind.RETURNED, HUGE, LONG, LONG, LONG, HUGE, "KZT", GainCause.REACTIVATION, *CHAIN
)
TOTALS = GainTotals(2, 1, {"RUB": 15_000_000, "USD": 700})
SPAN = gain_span(GainPeriod.MONTH, TODAY)
PAGE = GainPage(GainPeriod.MONTH, SPAN, TODAY, TOTALS, (WON,), 0, 1, leads=True)
FULL = replace(
    PAGE, lines=(LONGEST,) * 8, page=1, pages=9, totals=GainTotals(9999, 9999, {"RUB": HUGE})
)
SAMPLES: dict[str, Callable[[Words], Screen]] = {
    "page": lambda w: gains_screen(w, PAGE),
    "long": lambda w: gains_screen(w, FULL),
    "own": lambda w: gains_screen(
        w, replace(PAGE, leads=False, lines=(replace(WON, person=None),))
    ),
    "empty": lambda w: gains_screen(w, replace(PAGE, lines=(), totals=GainTotals())),
    "returned only": lambda w: gains_screen(w, replace(FULL, totals=GainTotals(0, 5))),
    "week": lambda w: morning.morning_screen(
        w, replace(REPORT, period=ReportPeriod.LAST_WEEK), WeekNotes(gains=TOTALS)
    ),
}
RU = Words("ru")

test_a_sample_can_be_sent = can_be_sent(SAMPLES)


def test_a_result_stands_with_its_chain_and_leads_to_the_client() -> None:
    screen = gains_screen(RU, PAGE)
    text = plain(screen).replace("\xa0", " ")
    assert "Всего: 2 продажи на 150 000 ₽ + 7 $, 1 возвращённый клиент" in text
    assert "Ромашка · 120 000 ₽ · Анна: напоминание" in text
    assert "→ дело" in text
    taps = [button.tap for row in screen.rows for button in row]
    assert OpenGainClient(7, GainPeriod.MONTH, 0) in taps
