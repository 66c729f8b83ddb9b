"""The words that stand beside a phone, and those beside a number that is none.

All words are data, in `bot/locales/phones.json`.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_WORDS = Path(__file__).parent.parent / "locales" / "phones.json"


@dataclass(frozen=True)
class PhoneWords:
    """Patterns: for the `extension` behind a number, the `price` that a number is, the label of
    a phone, and the `paper` (of a tax number, an account) before a number that is no phone."""

    extension: re.Pattern[str]
    extension_at_end: re.Pattern[str]
    price: re.Pattern[str]
    label_before: re.Pattern[str]
    label_behind: re.Pattern[str]
    paper: re.Pattern[str]


@cache
def known_words() -> PhoneWords:
    """The patterns, made once."""
    words: dict[str, list[str]] = json.loads(_WORDS.read_text(encoding="utf-8"))
    extension, currency, label, paper = (
        "|".join(sorted(map(re.escape, words[name]), key=len, reverse=True))
        for name in ("extension", "currency", "label", "paper")
    )
    dialled = rf"[\s,;(]*(?:(?:{extension})[.:=\s]*|#\s*)(?P<digits>\d{{1,7}})\s*\)?"
    return PhoneWords(
        extension=re.compile(rf"{dialled}(?!\d)", re.I),
        extension_at_end=re.compile(rf"{dialled}$", re.I),
        price=re.compile(rf"(?:[.,]\d\d)?\s*(?:(?:{currency})(?!\w)|[$\u20bd\u20ac])", re.I),
        label_before=re.compile(rf"\A(?:\W*(?:{label})(?![^\W\d_])[\s.:=\u2116-]*)+", re.I),
        label_behind=re.compile(rf"(?:[\s,;(-]*(?<![^\W\d_])(?:{label})[\s.)]*)+\Z", re.I),
        paper=re.compile(rf"(?<!\w)(?:{paper})[\s.:=\u2116]*\Z", re.I),
    )
