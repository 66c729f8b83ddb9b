"""Sums as people type them, understood or refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.lookup.money import currency_of, money_of
from bot.method.core.refusals import Invalid
from bot.views.words import LOCALES, Words

UNDERSTOOD = [
    ("250000", 25_000_000, "RUB"),
    ("250 000", 25_000_000, "RUB"),
    ("250\u00a0000 \u20bd", 25_000_000, "RUB"),
    ("1 250 000,50 ₽", 125_000_050, "RUB"),
    ("1 250 000.5", 125_000_050, "RUB"),
    ("1,250,000.50", 125_000_050, "RUB"),
    ("1.250.000,50 €", 125_000_050, "EUR"),
    ("1'250'000", 125_000_000, "RUB"),
    ("250.000", 25_000_000, "RUB"),
    ("250,000", 25_000_000, "RUB"),
    ("1.25м", 125_000_000, "RUB"),
    ("1,2 млн", 120_000_000, "RUB"),
    ("1,250 млн", 125_000_000, "RUB"),
    ("250 тыс", 25_000_000, "RUB"),
    ("250 тыс. руб.", 25_000_000, "RUB"),
    ("250 т.р.", 25_000_000, "RUB"),
    ("250к", 25_000_000, "RUB"),
    ("$3k", 300_000, "USD"),
    ("3k$", 300_000, "USD"),
    ("3 000 usd", 300_000, "USD"),
    ("EUR 99,90", 9_990, "EUR"),
    ("0,5 млн р", 50_000_000, "RUB"),
    ("500 000 тенге", 50_000_000, "KZT"),
    ("0.01", 1, "RUB"),
    ("7.", 700, "RUB"),
    ("2 млрд", 200_000_000_000, "RUB"),
    ("1 млн 200 тыс", 120_000_000, "RUB"),
    ("250тр", 25_000_000, "RUB"),
    ("250 тр.", 25_000_000, "RUB"),
    ("250 тыр", 25_000_000, "RUB"),
    ("250 тыщ", 25_000_000, "RUB"),
    ("2 млн 300 тыс", 230_000_000, "RUB"),
    ("2млн300тыс", 230_000_000, "RUB"),
    ("2 млн 300 тыс. руб.", 230_000_000, "RUB"),
    ("2 млн 300тр", 230_000_000, "RUB"),
    ("2 млн 300 000", 230_000_000, "RUB"),
    ("1 млрд 2 млн 3 тыс", 100_200_300_000, "RUB"),
    ("2 тыс 500 руб", 250_000, "RUB"),
    ("$2m 300k", 230_000_000, "USD"),
    ("2 ляма", 200_000_000, "RUB"),
]
REFUSED = [
    "2 млн 300",
    "300 тыс 2 млн",
    "2 млн 3 млн",
    "1,5 млн 200 тыс",
    "2 руб 300 тыс",
    "2 млн 1500 тыс",
    "",
    "сто тысяч",
    "0",
    "0,00 ₽",
    "-5000",
    "12 50",
    "1 25 000",
    "1.25.000",
    "1,2,3",
    "0,500",
    "0 500",
    "1,234567",
    "100 или 200",
    "100-200",
    "~100",
    "100%",
    "100 попугаев",
    "$100 €",
    "$100 руб",
    "1000 млрд",
    "999999999999999999999",
    "٣٠٠",
    "1e6",
    "²5",
    "0,000001 тыс",
    "1" * 400,
]


@pytest.mark.parametrize(("text", "minor", "currency"), UNDERSTOOD)
def test_a_sum_is_understood(text: str, minor: int, currency: str) -> None:
    assert money_of(text, "RU") == (minor, currency)


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_sum_is_refused(text: str) -> None:
    with pytest.raises(Invalid) as refused:
        money_of(text, "RU")
    assert refused.value.code == "sum"


@given(st.integers(1, 10**14 - 1), st.sampled_from(["RUB", "USD", "EUR", "KZT"]))
def test_what_is_shown_can_be_typed_again(minor: int, currency: str) -> None:
    for locale in LOCALES:
        assert money_of(Words(locale).money(minor, currency), "RU") == (minor, currency)


@given(st.text(max_size=50))
def test_any_text_is_a_sum_or_a_refusal(text: str) -> None:
    try:
        minor, _ = money_of(text, "RU")
    except Invalid:
        return
    assert 0 < minor < 10**14


def test_the_currency_is_the_countrys_where_none_is_written() -> None:
    assert [currency_of(one) for one in ("RU", "KZ", "BY", "DE", "us")] == [
        "RUB",
        "KZT",
        "BYN",
        "EUR",
        "USD",
    ]
    assert money_of("300", "JP") == (300, "JPY")
    with pytest.raises(Invalid):
        money_of("300,50", "JP")
