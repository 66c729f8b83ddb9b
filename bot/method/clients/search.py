"""The folded words that a client is found by, and those of what people type to find it."""

import re
from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import assert_never

from bot.method.core.terms import ClientStatus
from bot.method.inbound.matching import fold_name

_NUMBERED = re.compile(r"\s*(?:№|#|[Nn][oO]\.?\s?)\s*(\d{1,9})\s*")
_TAILS = (10, 7, 4)
"""People remember a phone by its last digits, or write it without the country."""
_LEAST_DIGITS = 4
_TRUNKS = "78"
_EMAIL_BEGUN = re.compile(r"([^\s@]+)@[^\s@]*")
_KNOWN = frozenset(ClientStatus) - {ClientStatus.ERASED}
"""Those that anybody can see."""
LEAST_STEM = 3
"""Letters that stay of a word without its case ending."""


class Seeking(StrEnum):
    """What a client is looked for: its card, or what is to be done with it."""

    CARD = "card"
    LOSE = "lose"
    RESTORE = "restore"
    BUY = "buy"
    RELEASE = "release"

    @property
    def statuses(self) -> frozenset[ClientStatus]:
        """Only these clients are meant; for a card all of them."""
        match self:
            case Seeking.CARD:
                return _KNOWN
            case Seeking.LOSE:
                return _KNOWN - {ClientStatus.LOST}
            case Seeking.RESTORE:
                return frozenset({ClientStatus.LOST})
            case Seeking.BUY | Seeking.RELEASE:
                return frozenset({ClientStatus.ACTIVE})
        assert_never(self)


def words_of(
    names: Iterable[str],
    *,
    phones: Iterable[str] = (),
    emails: Iterable[str] = (),
    handles: Iterable[str] = (),
) -> frozenset[str]:
    """Every word of the names and contacts; phones are E.164 and give their last digits."""
    texts = [*names, *handles, *(email.partition("@")[0] for email in emails)]
    words = {word for text in texts for word in fold_name(text).split()}
    for phone in phones:
        digits = "".join(char for char in phone if char.isdigit())
        words |= {digits[-length:] for length in _TAILS}
    return frozenset(words - {""})


def digits_typed(text: str) -> tuple[str, ...]:
    """How a part of a phone may begin as it is kept; empty where it is too short or no number.

    "8 916 123" is kept as "916123…": the first digit may be the way out of the country.
    """
    digits = "".join(char for char in text if char.isdigit())
    if len(digits) < _LEAST_DIGITS or any(char.isalpha() for char in text):
        return ()
    if digits[0] in _TRUNKS and len(digits) > _LEAST_DIGITS:
        return digits, digits[1:]
    return (digits,)


def number_typed(text: str) -> int | None:
    """The number of a client: "2", "№2", "# 2"."""
    plain = text.strip()
    numbered = _NUMBERED.fullmatch(plain)
    digits = numbered[1] if numbered else "".join(plain.split())
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 9 else None


def is_numbered(text: str) -> bool:
    """Whether it says that it is a number, and so no part of a phone."""
    return _NUMBERED.fullmatch(text) is not None


def named_part(text: str) -> str:
    """What is to be found of an e-mail not written to its end: the part before the @, which is
    kept; of any other text all of it."""
    begun = _EMAIL_BEGUN.fullmatch(text.strip())
    return begun[1] if begun else text


def stems_of(word: str, endings: Collection[str]) -> frozenset[str]:
    """What a folded word may be without its case ending, the word itself among them.

    Two words are the same name in different cases where they have a stem in common. Of a short
    word at least three letters stay.
    """
    most = len(word) - LEAST_STEM
    sizes = (size for size in range(1, most + 1) if word[-size:] in endings)
    return frozenset({word, *(word[:-size] for size in sizes)})
