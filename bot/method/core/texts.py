"""What people type and other systems send, made fit to be stored, compared and shown."""

import unicodedata

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co"})
_BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs by their class, but nothing is seen of them."""
_JOINER = "\u200d"
_JOINED = frozenset({"So", "Sk", "Mn"})
"""What the joiner makes one sign of, like the people of a family; after a letter it only hides."""


def clean(text: str, limit: int, *, lines: bool = False) -> str:
    """What a person typed or another system sent, fit to be stored and shown.

    Control, invisible and direction-changing characters go, runs of white space become one
    space (with `lines` line ends stay), and what is longer than `limit` ends with an ellipsis.
    """
    rows = [_visible(row) for row in text.splitlines()] if lines else [_visible(text)]
    whole = "\n".join(rows).strip()
    return whole if len(whole) <= limit else whole[: limit - 1].rstrip() + "\N{HORIZONTAL ELLIPSIS}"


def _visible(text: str) -> str:
    text = unicodedata.normalize("NFC", text)
    if text.isprintable() and _BLANKS.isdisjoint(text):
        # Nearly every text: nothing of it is hidden, and its only white space are spaces.
        return " ".join(text.split())
    kept: list[str] = []
    for char in text:
        kind = unicodedata.category(char)
        joins = char == _JOINER and kept and unicodedata.category(kept[-1]) in _JOINED
        if joins or char.isspace() or not (kind in _HIDDEN or char in _BLANKS):
            kept.append(char)
    return " ".join("".join(kept).split())
