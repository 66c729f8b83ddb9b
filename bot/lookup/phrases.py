"""The words in which people say dates and deeds, and the endings that names take in a sentence, of
all languages at once: nobody is asked for his own."""

import json
from functools import cache
from pathlib import Path

from bot.method.inbound.matching import fold_name
from bot.method.tasks.phrases.words import Vocabulary, vocabulary_of

_FOLDER = Path(__file__).parent.parent / "locales"


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of every language that the screens speak."""
    files = sorted(_FOLDER.glob("*/phrases.json"))
    return vocabulary_of(json.loads(path.read_text(encoding="utf-8")) for path in files)


@cache
def case_endings() -> frozenset[str]:
    """The endings that only say in which case a name stands, folded as names are."""
    files = sorted(_FOLDER.glob("*/cases.json"))
    return frozenset(
        fold_name(ending)
        for path in files
        for ending in json.loads(path.read_text(encoding="utf-8"))
    )
