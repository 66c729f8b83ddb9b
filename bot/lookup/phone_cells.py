"""Cells of a table with phones in them: several numbers, and words about whose they are."""

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from bot.lookup.phone_kinds import is_personal
from bot.lookup.phones import phone_of, phones_in, without_phones
from bot.method.core.cards import Phone

_WORDS = Path(__file__).parent.parent / "locales" / "phone_words.json"
_LONGEST_WHOSE = 60
_EDGES = " \t\r\n.,:;()[]/\\|+-\u2013\u2014\"'#\u2116"
_KEPT = 1000
"""Cells: more than a portion of an import has."""
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class PhoneCell:
    """What a cell says: its phones, whose they are, and the text that has no other place."""

    phones: tuple[Phone, ...] = ()
    whose: str = ""
    rest: str = ""


def _read_cell(raw: str, country: str) -> PhoneCell:
    """The phones of a cell; a number that is nobody's, or none at all, stays a text."""
    text = raw.strip().lstrip("'")
    whole = phone_of(text, country)
    if whole is not None and not _LETTER.search(text):
        return PhoneCell((whole,))
    said = _without_labels(without_phones(text, country))
    if whole is not None and _is_extension(said, whole):
        return PhoneCell((whole,))
    found = tuple(phones_in(text, country))
    if not found:
        return PhoneCell((whole,)) if whole is not None else PhoneCell(rest=text)
    if not said:
        return PhoneCell(found)
    first = said.split()[0].strip(_EDGES)
    is_whose = first[:1].isupper() or first.lower() in _words("whose")
    if len(found) > 1 or len(said) > _LONGEST_WHOSE or not is_whose or re.search(r"\d", said):
        return PhoneCell(found, rest=text)
    return PhoneCell(found, said)


@lru_cache(maxsize=_KEPT)
def read_phones(raw: str, country: str) -> tuple[PhoneCell, frozenset[Phone]]:
    """The same, with those of the phones that one person carries; kept for a while."""
    cell = _read_cell(raw, country)
    return cell, frozenset(
        phone for phone in cell.phones if phone.extension or is_personal(phone.number)
    )


def _is_extension(said: str, phone: Phone) -> bool:
    """Whether what stands beside the number is only its extension, with the word for it."""
    *word, digits = said.split() or [""]
    return (
        phone.extension is not None
        and len(word) < 2
        and digits.strip(_EDGES).endswith(phone.extension)
    )


def _without_labels(text: str) -> str:
    left = text.strip(_EDGES)
    while left:
        first, _, others = left.partition(" ")
        if first.strip(_EDGES).lower() not in _words("labels"):
            return left
        left = others.strip(_EDGES)
    return left


@cache
def _words(name: str) -> frozenset[str]:
    words: dict[str, list[str]] = json.loads(_WORDS.read_text(encoding="utf-8"))
    return frozenset(words[name])
