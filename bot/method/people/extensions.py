"""What a telephone exchange or a site calls somebody of ours by: extensions and addresses (R9)."""

import re

MOST = 5
LONGEST = 64
_WORD = re.compile(rf"[a-z0-9._+@*#-]{{1,{LONGEST}}}")
_BETWEEN = re.compile(r"[\s,;]+")


def extension_of(text: str) -> str:
    """The word as it is compared: in one case, without what SIP puts before it."""
    return text.strip().casefold().removeprefix("sip:")


def extensions_in(text: str) -> tuple[str, ...] | None:
    """The words that somebody has typed, each once; None where there are none, too many, or some
    that no exchange would send."""
    words = dict.fromkeys(extension_of(word) for word in _BETWEEN.split(text) if word)
    is_usable = 0 < len(words) <= MOST and all(map(_WORD.fullmatch, words))
    return tuple(words) if is_usable else None
