"""Spans of dates as people type them, in both languages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.lookup.phrases import vocabulary
from bot.method.core.refusals import Invalid
from bot.method.tasks.phrases.span import read_span

TODAY = date(2026, 11, 24)
FIRST, LAST = date(2026, 12, 1), date(2026, 12, 14)
NEW_YEAR = date(2026, 12, 28), date(2027, 1, 8)


@pytest.mark.parametrize(
    ("typed", "span"),
    [
        ("с 1 по 14 декабря", (FIRST, LAST)),
        ("1-14 декабря", (FIRST, LAST)),
        ("01.12-14.12", (FIRST, LAST)),
        ("01.12.2026 – 14.12.2026", (FIRST, LAST)),
        ("1.12 14.12", (FIRST, LAST)),
        ("1/12/26 — 14/12/26", (FIRST, LAST)),
        ("с 1 декабря по 14 декабря 2026", (FIRST, LAST)),
        ("from 1 to 14 December", (FIRST, LAST)),
        ("December 1 - 14", (FIRST, LAST)),
        ("с 28 декабря по 8 января", NEW_YEAR),
        ("28.12 - 08.01.2027", NEW_YEAR),
        ("December 28 - January 8", NEW_YEAR),
        ("3 марта", (date(2027, 3, 3), date(2027, 3, 3))),
        ("с 20 по 30 ноября", (date(2026, 11, 20), date(2026, 11, 30))),
        ("14-1 декабря", (date(2026, 12, 14), date(2026, 12, 1))),
    ],
)
def test_a_span(typed: str, span: tuple[date, date]) -> None:
    assert read_span(typed, vocabulary(), TODAY) == span


@pytest.mark.parametrize("typed", ["", "когда-нибудь", "1 по 14", "1.12 2.12 3.12", "завтра"])
def test_no_span(typed: str) -> None:
    with pytest.raises(Invalid, match="span-unread"):
        read_span(typed, vocabulary(), TODAY)


@pytest.mark.parametrize("typed", ["30-31 февраля", "1.13-2.13", "99 декабря"])
def test_no_such_date(typed: str) -> None:
    with pytest.raises(Invalid, match="span-impossible"):
        read_span(typed, vocabulary(), TODAY)


@given(st.text(max_size=40))
def test_nothing_typed_breaks_it(typed: str) -> None:
    try:
        read_span(typed, vocabulary(), TODAY)
    except Invalid:
        return


@given(st.dates(TODAY, date(2027, 11, 23)), st.integers(0, 60))
def test_numbers_with_years_come_back(first: date, days: int) -> None:
    last = date.fromordinal(first.toordinal() + days)
    typed = f"{first:%d.%m.%Y}-{last:%d.%m.%Y}"
    assert read_span(typed, vocabulary(), TODAY) == (first, last)
