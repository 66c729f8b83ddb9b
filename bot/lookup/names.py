"""Names that are written almost alike."""

import unicodedata
from collections.abc import Sequence

LEAST_LIKENESS = 70.0
"""Below this score (0 to 100) two names are not offered as the same."""

_YO, _YE = "\N{CYRILLIC SMALL LETTER IO}", "\N{CYRILLIC SMALL LETTER IE}"


def fold(text: str) -> str:
    """The text as it is compared: small letters, io as ie, words of letters and digits only."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace(_YO, _YE)
    return " ".join("".join(char if char.isalnum() else " " for char in plain).split())


def similar(query: str, names: Sequence[str], limit: int) -> list[tuple[int, float]]:
    """The names most like the query: index and score from 0 to 100, best first.

    The order of words does not count and a part of a name is enough. Nothing is like an empty
    query.
    """
    # Imported late: a native library that only searches and imports need.
    from rapidfuzz import fuzz, process

    folded = fold(query)
    if not folded:
        return []
    found = process.extract(
        folded,
        [fold(name) for name in names],
        scorer=fuzz.WRatio,
        limit=limit,
        score_cutoff=LEAST_LIKENESS,
    )
    return [(index, score) for _, score, index in found]
