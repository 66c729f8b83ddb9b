"""Sums as people type them: "1 250 000,50", "1.25m", "$3k"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.method.core.refusals import Invalid

LARGEST = Decimal(10) ** 12
"""No sum reaches this."""

_LONGEST = 40
_SPACES = "\u00a0\u202f\u2009"
_PART = re.compile(r"(?P<number>[0-9][0-9 '.,]*)(?P<after>[^0-9]*)")
_TYPED = re.compile(r"(?P<before>[^0-9]*)[0-9].*", re.DOTALL)
_SIGN = re.compile(r"([^\w\s.])")
_GROUPED = re.compile(r"[0-9]{1,3}(?P<mark>[ '.,])[0-9]{3}(?:(?P=mark)[0-9]{3})*")


@dataclass(frozen=True)
class MoneyWords:
    """What people write beside a sum, in small letters: currencies by ISO code, how many times the
    number is meant, and both at once in one word."""

    currencies: Mapping[str, str]
    times: Mapping[str, int]
    shorts: Mapping[str, str]


@dataclass(frozen=True)
class Typed:
    """A sum in whole units; no currency where none was written."""

    amount: Decimal
    currency: str | None = None


def read_money(text: str, words: MoneyWords) -> Typed:
    """The one sum that the whole text is.

    Invalid("sum") for anything else: nothing is guessed, as a wrong sum is worse than none.
    """
    plain = "".join(" " if char in _SPACES else char for char in text).strip().lower()
    found = _TYPED.fullmatch(plain) if len(plain) <= _LONGEST else None
    if found is None:
        raise _unclear(text)
    parts = [_part(part, words) for part in _PART.finditer(plain)]
    signs = [*_tokens(found["before"], words), *(sign for part in parts for sign in part.signs)]
    if len(signs) > 1 or any(sign not in words.currencies for sign in signs):
        raise _unclear(text)
    amount = _sum(parts)
    if amount is None or not 0 < amount < LARGEST:
        raise _unclear(text)
    return Typed(amount, words.currencies[signs[0]] if signs else None)


@dataclass(frozen=True)
class _Part:
    """A number of a sum, how many times it is meant, and what else stands behind it."""

    number: Decimal | None
    times: int | None
    signs: list[str]


def _part(found: re.Match[str], words: MoneyWords) -> _Part:
    after = _tokens(found["after"], words)
    times = words.times.get(after[0]) if after else None
    number = _number(found["number"].rstrip(" .,'"), multiplied=times is not None)
    return _Part(number, times, after if times is None else after[1:])


def _sum(parts: Sequence[_Part]) -> Decimal | None:
    """The parts together: "2 m 300 k". Each is smaller than one of what the part before counts;
    "2 m 300" may mean either and is none."""
    total, unit = Decimal(0), LARGEST
    for number, part in enumerate(parts):
        if part.number is None:
            return None
        amount = part.number * (part.times or 1)
        last = number == len(parts) - 1
        whole = last or (part.times is not None and not part.signs and part.number % 1 == 0)
        near = not number or part.times is not None or amount * 1000 >= unit
        if amount >= unit or not whole or not near:
            return None
        total, unit = total + amount, Decimal(part.times or 1)
    return total


def minor_of(amount: Decimal, digits: int) -> int:
    """The sum in minor units of a currency with so many decimals; Invalid("sum") if finer."""
    minor = amount.scaleb(digits)
    if minor != minor.to_integral_value():
        raise _unclear(f"{amount.normalize():f}")
    return int(minor)


def _unclear(text: str) -> Invalid:
    return Invalid("sum", text=" ".join(text.split())[:30])


def _tokens(text: str, words: MoneyWords) -> list[str]:
    """Words and signs, each by itself; a point only ends a word that was cut short."""
    found = _SIGN.sub(r" \1 ", text).replace(".", " ").split()
    return [token for word in found for token in words.shorts.get(word, word).split()]


def _number(text: str, *, multiplied: bool) -> Decimal | None:
    """A number with or without groups of three; the last of two different marks is the decimal one.

    One mark before three digits divides thousands in "250.000", and decimals in "1.250 m".
    """
    marks = [char for char in text if not char.isdigit()]
    if not marks:
        return Decimal(text)
    last = marks[-1]
    grouped = _GROUPED.fullmatch(text) is not None and text[0] != "0"
    if grouped and not (multiplied and marks in (["."], [","])):
        return Decimal(_digits(text))
    if last not in ".," or marks.count(last) > 1:
        return None
    whole, _, decimals = text.rpartition(last)
    if not whole.isdigit() and (_GROUPED.fullmatch(whole) is None or whole[0] == "0"):
        return None
    if not decimals or (len(decimals) > 2 and not multiplied):
        return None
    return Decimal(f"{_digits(whole)}.{decimals}")


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())
