"""Names that are written almost alike."""

from collections.abc import Sequence

from bot.method.inbound import fold_name

LEAST_LIKENESS = 70.0
"""Below this score (0 to 100) two names are not offered as the same."""


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
