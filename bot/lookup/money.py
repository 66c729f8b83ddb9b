"""Sums in the words and the currency of a country; the words are data in `bot/locales`."""

import json
from functools import cache
from pathlib import Path

from babel.numbers import get_currency_precision, get_territory_currencies

from bot.method.deals.money import MoneyWords, minor_of, read_money

_WORDS = Path(__file__).parent.parent / "locales" / "values.json"


def money_of(text: str, country: str) -> tuple[int, str]:
    """The typed sum in minor units, and its currency: the written one, else the country's.

    Invalid("sum") where it can not be understood.
    """
    typed = read_money(text, money_words())
    currency = typed.currency or currency_of(country)
    return minor_of(typed.amount, get_currency_precision(currency)), currency


def currency_of(country: str) -> str:
    """The ISO code of the currency of a country (two letters)."""
    return str(get_territory_currencies(country.upper())[0])


@cache
def money_words() -> MoneyWords:
    """What people write beside a sum, in all languages at once."""
    known = json.loads(_WORDS.read_text(encoding="utf-8"))
    currencies = {
        sign: code for code, signs in known["currencies"].items() for sign in (*signs, code.lower())
    }
    times = {word: int(number) for number, words in known["times"].items() for word in words}
    return MoneyWords(currencies, times, known["short_sums"])
