"""The audit of a file as people read it in the chat."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from bot.method.core.terms import GapReason, ImportState
from bot.method.imports.audit_cards import (
    Audit,
    Audited,
    AuditedFile,
    AuditGap,
    AuditShare,
    Missing,
    Verdicts,
)
from bot.method.imports.rows import CellProblem
from bot.views.imports.audit_chart import audit_png, bars_of
from bot.views.imports.audit_screens import audit_screen, audit_told_screen
from bot.views.screen import Screen
from bot.views.words import LOCALES, Words
from tests.unit.views.facts import HUGE, LONG, TODAY
from tests.unit.views.imports.test_import_screens import CARD
from tests.unit.views.shown import can_be_sent, labels, plain

SUMS = {"RUB": 12_000_000_00, "USD": 1_500_00}
DEALS = Verdicts(40, 0, {GapReason.NO_TASK: 30, GapReason.OVERDUE: 20, GapReason.BEYOND_HORIZON: 5})
ALONE = Verdicts(100, 0, {GapReason.NO_TASK: 60})


def share(name: str) -> AuditShare:
    return AuditShare(name, 300, DEALS, ALONE, SUMS, SUMS, date(2026, 12, 24))


FOUND = Audit(
    TODAY,
    12,
    True,
    share(""),
    tuple(share(f"{LONG}{n}") for n in range(40)),
    (AuditGap(HUGE, LONG, LONG, HUGE, "RUB", LONG, GapReason.TASK_ON_CONTACT),) * 30,
)
FILE = AuditedFile(
    "table",
    100_000,
    rejected_count=40,
    rejected=((7, "row-nameless"),) * 20,
    problem_count=50,
    problems=((9, CellProblem(title=LONG, value=LONG, code="cell-date")),) * 20,
    unknown=(LONG,) * 40,
    missing=tuple(Missing),
    tasks_lost=7,
    sums_assumed=9,
    currency="RUB",
    sheets_left=(LONG,) * 19,
)
JUDGED = replace(CARD, audited=Audited(FOUND, FILE))
SMALL = replace(JUDGED, file_name="база.xlsx", audited=Audited(FOUND, AuditedFile("table", 300)))
UNKNOWN = Audit(TODAY, 12, False, replace(share(""), deals=Verdicts(0, 9)), (), ())
NOBODY = Audit(TODAY, 12, True, AuditShare("", 0, Verdicts(), Verdicts(), {}, {}), (), ())
SAMPLES: dict[str, Callable[[Words], Screen]] = {
    "whole": lambda w: whole(w),
    "told": lambda w: audit_told_screen(w, SMALL, Audited(FOUND, FILE)),
    "told-long": lambda w: audit_told_screen(w, JUDGED, Audited(FOUND, FILE)),
    "unknown": lambda w: audit_told_screen(w, SMALL, Audited(UNKNOWN, FILE)),
    "nobody": lambda w: audit_told_screen(w, SMALL, Audited(NOBODY, FILE)),
}


def whole(words: Words) -> Screen:
    shown = audit_screen(words, JUDGED)
    assert shown is not None
    return shown


test_a_sample_can_be_sent = can_be_sent(SAMPLES)


def test_the_figures_come_with_a_picture_that_can_be_its_caption(words: Words) -> None:
    told = SAMPLES["told"](words)
    assert told.picture is not None and len(told.text) <= 1024
    assert "40" in plain(told) and words.plain("audit-more") in labels(told)


def test_in_russian_a_currency_has_no_latin_letters() -> None:
    shown = plain(whole(Words("ru")))
    assert "посчитаны в ₽" in shown and "RUB" not in shown


@pytest.mark.parametrize("sample", ["unknown", "nobody"])
def test_where_nothing_is_judged_nothing_is_drawn(words: Words, sample: str) -> None:
    assert SAMPLES[sample](words).picture is None


def test_an_import_that_is_over_offers_nothing(words: Words) -> None:
    over = replace(JUDGED, state=ImportState.DONE)
    assert audit_screen(words, over) is None
    assert labels(audit_told_screen(words, over, Audited(FOUND, FILE))) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_the_picture_is_drawn(locale: str) -> None:
    words = Words(locale)
    bars = bars_of(words, FOUND)
    assert len(bars) == 12
    assert audit_png(words, bars).startswith(b"\x89PNG")
