"""The audit of a file as people read it in the chat."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.method.core.terms import GapReason
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
from bot.method.imports.state import ImportState
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

names = st.text(max_size=300) | st.sampled_from(("\N{GRINNING FACE}" * 300, "&<>\"'" * 60, LONG))
counts = st.sampled_from((0, 1, 100_000, HUGE))
sums = st.dictionaries(
    st.sampled_from(("RUB", "USD", "KZT", "VND", "XAU", "BYN", "AED")), counts, max_size=7
)
verdicts = st.builds(
    Verdicts, counts, counts, st.fixed_dictionaries(dict.fromkeys(GapReason, counts))
)
shares = st.builds(
    AuditShare, names, counts, verdicts, verdicts, sums, sums, st.none() | st.just(date.max)
)
gaps = st.builds(
    AuditGap,
    counts,
    names,
    st.none() | names,
    counts,
    st.sampled_from(("RUB", "VND")),
    names,
    st.none() | st.sampled_from(GapReason),
)
results = st.builds(
    Audit,
    st.just(TODAY),
    counts,
    st.booleans(),
    shares,
    st.lists(shares, max_size=7).map(tuple),
    st.lists(gaps, max_size=7).map(tuple),
)
cells = st.builds(
    CellProblem,
    st.sampled_from(("cell-date", "cell-amount", "cell-currency", "cell-email", "cell-long")),
    names,
    names,
)
codes = st.sampled_from(("row-empty", "row-phone", "row-nameless", "row-held", "row-lost"))
files = st.builds(
    AuditedFile,
    st.just("bitrix_companies"),
    counts,
    counts,
    st.lists(st.tuples(counts, codes), max_size=7).map(tuple),
    counts,
    st.lists(st.tuples(counts, cells), max_size=7).map(tuple),
    st.lists(names, max_size=300).map(tuple),
    st.just(tuple(Missing)),
    counts,
    counts,
    st.just("RUB"),
    st.lists(names, max_size=7).map(tuple),
)


def measured(screen: Screen) -> int:
    """As Telegram does: what is left of the HTML, in UTF-16 units."""
    parsed: list[str] = []
    parser = HTMLParser(convert_charrefs=True)
    parser.handle_data = parsed.append  # type: ignore[method-assign]
    parser.feed(screen.text)
    parser.close()
    return len("".join(parsed).encode("utf-16-le", "surrogatepass")) // 2


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(LOCALES), results, files, names)
def test_any_audit_fits_with_room_left(
    locale: str, found: Audit, file: AuditedFile, name: str
) -> None:
    card = replace(CARD, file_name=name, audited=Audited(found, file))
    shown = audit_screen(Words(locale), card)
    assert shown is not None and measured(shown) <= 3800
    told = audit_told_screen(Words(locale), card, Audited(found, file))
    assert measured(told) <= (3800 if told.picture is None else 1024)


def test_no_more_is_left_out_than_has_to_be(words: Words) -> None:
    card = replace(CARD, audited=Audited(FOUND, AuditedFile("table", 300)))
    shown = audit_screen(words, card)
    assert shown is not None and "4. " in plain(shown) and "5. " not in plain(shown)


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
