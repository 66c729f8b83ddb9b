"""What is said without the resolver is said as with it."""

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

    def _read(self, key: str) -> None:
        super()._read(key)
        self._templates.clear()


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
    words = Words(locale)
    assert words.money(minor, currency) == words.plain("money", amount=amount, currency=symbol)
