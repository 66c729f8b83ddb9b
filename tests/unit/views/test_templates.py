"""What is said without the resolver is said as with it."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from babel.numbers import format_decimal, get_currency_precision, get_currency_symbol
from hypothesis import given
from hypothesis import strategies as st

from bot.locales import LOCALES
from bot.views.catalogue import Catalogue
from bot.views.words import Words


class Resolving(Catalogue):
    """One that leaves every message to the resolver."""

    def text(self, key: str, values: Mapping[str, str | int | float]) -> str:
        return self._resolved(key, values)


def names_of(source: str) -> set[str]:
    """The values that a message takes."""
    return {part.split()[0].strip("},:") for part in source.split("$")[1:]}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_message_says_the_same_either_way(locale: str) -> None:
    quick, slow = Catalogue(locale), Resolving(locale)
    templates = 0
    for key, source in dict(quick._sources).items():
        for value in ("Ромашка", "", "50 % <b>%s</b>", 0, 7, 999, 1000, -1):
            values = dict.fromkeys(names_of(source), value)
            assert said(quick, key, values) == said(slow, key, values), key
        templates += quick._templates.get(key) is not None
    assert templates > len(LOCALES) * 100


@pytest.mark.parametrize("locale", LOCALES)
def test_every_message_says_the_same_where_some_values_are_words(locale: str) -> None:
    """Twice, so that what was kept of the numbers is said with other words."""
    quick, slow = Catalogue(locale), Resolving(locale)
    for key, source in dict(quick._sources).items():
        names = sorted(names_of(source))
        for words in ("yes", "50 % <b>%(count)s</b>", "тест" * 700):
            for number in (1, 2, 5, 1000):
                for place in range(len(names)):
                    values: dict[str, str | int] = dict.fromkeys(names, number)
                    values[names[place]] = words
                    assert said(quick, key, values) == said(slow, key, values), key
                    values = dict.fromkeys(names, words)
                    values[names[place]] = number
                    assert said(quick, key, values) == said(slow, key, values), key


def said(catalogue: Catalogue, key: str, values: dict[str, str | int]) -> str:
    """The text, or that it can not be said with these values."""
    try:
        return catalogue.text(key, values)
    except (ValueError, TypeError) as error:
        return type(error).__name__


def test_a_missing_value_is_noticed() -> None:
    catalogue = Catalogue("ru")
    with pytest.raises(ValueError, match="money"):
        catalogue.text("money", {"amount": "1"})


@given(
    minor=st.integers(-(10**12), 10**12) | st.integers(0, 10**9).map(lambda whole: whole * 100),
    currency=st.sampled_from(["RUB", "USD", "KZT", "JPY", "KWD"]),
    locale=st.sampled_from(LOCALES),
)
def test_a_sum_is_written_as_babel_writes_it(minor: int, currency: str, locale: str) -> None:
    digits = get_currency_precision(currency)
    exact = Decimal(minor).scaleb(-digits)
    whole = exact == exact.to_integral_value()
    amount = format_decimal(
        exact, format="#,##0" if whole else "#,##0." + "0" * digits, locale=locale
    )
    symbol = get_currency_symbol(currency, locale=locale)
    words, key = Words(locale), "money-code" if symbol.isalpha() else "money"
    assert words.money(minor, currency) == words.plain(key, amount=amount, currency=symbol)


def test_a_sign_stands_at_its_sum_as_the_language_has_it() -> None:
    english, russian = Words("en"), Words("ru")
    assert english.money(500_000, "USD") == "$5,000"
    assert english.money(500_000, "RUB") == "RUB\u00a05,000"
    assert russian.money(500_000, "USD") == "5\u00a0000\u00a0$"
