"""Which of the old encodings of Cyrillic a text is in, and texts that were decoded twice."""

import json
import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path

from bot.method.core.refusals import Invalid

OLD = ("cp1251", "cp866", "koi8-r")
_WRONG = ("cp1251", "latin-1", "cp1252", "cp866", "koi8-r")
_RIGHT = ("utf-8", "cp1251")
_WORDS = Path(__file__).parents[2] / "locales" / "values.json"
_LOOKED_AT = 16 * 1024
_SIGNS = frozenset("«»\u2014\u2013№…“”„\u2019\u00a0·•€°§")
_MARGIN = 0.15
"""So much better another encoding has to look than the usual one."""
_GOOD = 0.45
"""A text that looks at least so well is as it should be."""
_LEAST = 4
"""Letters that a judgement about a text needs."""
_MOST_LOST = 0.1
_LOST = re.compile(r"\?{2,}|\ufffd")


def old_encoding(content: bytes) -> str:
    """The encoding in which the bytes look most like Russian; the Windows one where nobody can
    say."""
    head = content[:_LOOKED_AT]
    usual = _looks(head.decode(OLD[0], "replace"))
    others = {name: _looks(head.decode(name, "replace")) for name in OLD[1:]}
    best = max(others, key=lambda name: others[name])
    return best if others[best] > usual + _MARGIN else OLD[0]


def decoded_once(text: str) -> tuple[str, str]:
    """The text as it was before somebody read its bytes in a wrong encoding and saved that, with
    the name of the wrong one; the text itself and nothing where it is as it should be.

    Invalid("file-garbled") where letters have been lost by that for good.
    """
    head = text[:_LOOKED_AT]
    if _is_lost(head):
        raise Invalid("file-garbled")
    if _foreign(head) < _LEAST or _looks(head) > _GOOD:
        return text, ""
    for wrong in _WRONG:
        for right in _RIGHT:
            once = _decoded_again(text, wrong, right) if right != wrong else None
            if once is None or _looks(once[:_LOOKED_AT]) <= max(_looks(head), 0.0) + _MARGIN:
                continue
            if "\ufffd" in once:
                raise Invalid("file-garbled")
            return once, wrong
    return text, ""


def _decoded_again(text: str, wrong: str, right: str) -> str | None:
    """The text by the bytes that were read wrongly; None where it can not be that."""
    raw = bytearray()
    for char in text.removeprefix("\ufeff"):
        try:
            raw += char.encode(wrong)
        except UnicodeEncodeError:
            if ord(char) > 0xFF and char != "\ufffd":
                return None
            # A byte that the wrong encoding has no letter for.
            raw.append(ord(char) if char != "\ufffd" else 0x98)
    once = bytes(raw).decode(right, "replace")
    return once if once.count("\ufffd") <= _MOST_LOST * max(1, _foreign(once)) else None


def _is_lost(text: str) -> bool:
    """Whether somebody has saved question marks for letters."""
    lost = sum(len(found[0]) for found in _LOST.finditer(text))
    return lost > _LEAST * 2 and lost > sum(map(str.isalpha, text))


def _foreign(text: str) -> int:
    return sum(char > "\x7f" for char in text)


def _looks(text: str) -> float:
    """How much like Russian the text looks by its letters, from -1 to 1; nothing for one
    without any."""
    weights = _weights()
    foreign = [char for char in text if char > "\x7f" and char not in _SIGNS]
    if not foreign:
        return 0.0
    likely = sum(weights.get(char.lower(), -1.0) for char in foreign)
    odd = sum(
        letter.islower() and other.isupper() and other > "\x7f" for letter, other in pairwise(text)
    )
    return (likely - odd) / len(foreign)


@cache
def _weights() -> Mapping[str, float]:
    """The letters, the most frequent one first, with what each says for a text."""
    letters: str = json.loads(_WORDS.read_text(encoding="utf-8"))["letters"]
    return {letter: 1 - 1.5 * place / len(letters) for place, letter in enumerate(letters)}
