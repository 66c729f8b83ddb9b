"""A line of text as the signs that dates are said in: numbers, known words, everything else."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Kinds = Mapping[str, str]
"""What a word may be: its kinds ("weekday", "unit", "sign", ...), each with its value."""

Vocabulary = Mapping[tuple[str, ...], Kinds]
"""Words and phrases as the tokens they are made of, in lower case."""

_PHONE = (
    r"\+[0-9][0-9\s()\-]{6,18}[0-9](?![0-9])"
    r"|(?<![0-9])(?:[78][\s\-]?)?\(?[0-9]{3}\)?[\s\-]?[0-9]{3}[\s\-]?[0-9]{2}[\s\-]?[0-9]{2}(?![0-9])"
    r"|(?<![0-9])[0-9]{3}-[0-9]{2}-[0-9]{2}(?![0-9])"
)
_TOKEN = re.compile(rf"{_PHONE}|[0-9]+|[^\W\d_]+|[^\s]")
"""A phone is one token: its parts are neither days nor hours. Nothing is repeated inside a
repetition, so that a line is taken apart in one go."""

_LONGEST_SHORT = 5


@dataclass(frozen=True)
class Sign:
    """A number, a word or phrase of the vocabulary, or anything else (no kinds).

    `start` and `end` are its place in the line, `text` is in lower case.
    """

    text: str
    start: int
    end: int
    kinds: Kinds

    @property
    def number(self) -> int | None:
        """The value of a number written in digits, as long as a year at most."""
        digits = self.text.isascii() and self.text.isdigit()
        return int(self.text) if digits and len(self.text) <= 4 else None

    def get(self, kind: str) -> str | None:
        """The value of this word in the kind, None where it is no such word."""
        return self.kinds.get(kind)

    def has(self, sign: str) -> bool:
        """Whether it is this sign of the grammar: "in", "next", "at" and so on."""
        return sign in self.kinds.get("sign", "").split()


def vocabulary_of(languages: Iterable[Mapping[str, Mapping[str, list[str]]]]) -> Vocabulary:
    """The vocabulary of word tables: kind -> value -> words. A word may be of several kinds."""
    made: dict[tuple[str, ...], dict[str, str]] = {}
    for tables in languages:
        for kind, values in tables.items():
            for value, words in values.items():
                for word in words:
                    kinds = made.setdefault(tuple(sign.text for sign in _tokens(word)), {})
                    several = kind == "sign" and kind in kinds
                    kinds[kind] = f"{kinds[kind]} {value}" if several else value
    return made


def signs_of(text: str, vocabulary: Vocabulary) -> list[Sign]:
    """The signs of a line in their order; the longest phrase wins."""
    longest = max((len(phrase) for phrase in vocabulary), default=1)
    tokens = list(_tokens(text))
    signs: list[Sign] = []
    place = 0
    while place < len(tokens):
        for size in range(min(longest, len(tokens) - place), 0, -1):
            parts = tokens[place : place + size]
            kinds = vocabulary.get(tuple(part.text for part in parts))
            if kinds is not None or size == 1:
                whole = text[parts[0].start : parts[-1].end].lower()
                signs.append(Sign(whole, parts[0].start, parts[-1].end, kinds or {}))
                place += size + _has_dot(signs[-1], tokens[place + size : place + size + 1])
                break
    return signs


def _has_dot(sign: Sign, following: Sequence[Sign]) -> bool:
    """Whether the dot that follows only says that the word is shortened."""
    short = bool(sign.kinds) and sign.text.isalpha() and len(sign.text) <= _LONGEST_SHORT
    return short and any(
        next_sign.text == "." and next_sign.start == sign.end for next_sign in following
    )


def _tokens(text: str) -> Iterator[Sign]:
    for match in _TOKEN.finditer(text):
        # The two spellings of one Russian letter are one letter.
        word = match.group().lower().replace("\u0451", "\u0435")
        yield Sign(word, match.start(), match.end(), {})
