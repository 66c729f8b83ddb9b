"""Names that are written almost alike."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from bot.method.inbound.matching import fold_name

LEAST_LIKENESS = 70.0
"""Below this score (0 to 100) two names are not offered as the same."""
_LEAST_LIKENESS_OF_WORDS = 75.0
_MOST_WORDS = 8
_NOBODYS = Path(__file__).parent.parent / "locales" / "nobodys_names.json"


def similar(query: str, names: Sequence[str], limit: int) -> list[tuple[int, float]]:
    """The names most like the query: index and score from 0 to 100, best first.

    Names are compared folded: case, accents, signs and the order of words do not count. A part
    of a name is enough. Nothing is like an empty
    query.
    """
    # Imported late: a native library that only searches and imports need.
    from rapidfuzz import fuzz, process

    folded = fold_name(query)
    if not folded:
        return []
    found = process.extract(
        folded,
        [fold_name(name) for name in names],
        scorer=fuzz.WRatio,
        limit=limit,
        score_cutoff=LEAST_LIKENESS,
    )
    return [(index, score) for _, score, index in found]


def similar_words(word: str, known: Sequence[str]) -> tuple[str, ...]:
    """The known words that are written almost like this folded one, the likest first."""
    from rapidfuzz import fuzz, process

    found = process.extract(
        word, known, scorer=fuzz.ratio, limit=_MOST_WORDS, score_cutoff=_LEAST_LIKENESS_OF_WORDS
    )
    return tuple(candidate for candidate, _, _ in found)


def is_nobodys(name: str) -> bool:
    """Whether Telegram calls everybody so who is not there any more, in whatever language."""
    return fold_name(name) in _nobodys()


@cache
def _nobodys() -> frozenset[str]:
    return frozenset(map(fold_name, json.loads(_NOBODYS.read_text(encoding="utf-8"))))
