"""The words of several messages as one text: what a client has sent joins what waits (R9)."""

from collections.abc import Iterable

LONGEST_TEXT = 4096
"""Letters of an inbound, of all its messages together."""
_CUT = "\N{HORIZONTAL ELLIPSIS}"


def with_line(text: str, more: str) -> str:
    """The text with what came a moment later. Of more than fits the newest stays: the rest has been
    read, and is shown again where each message keeps its own words."""
    whole = "\n".join(part for part in (text, more) if part)
    return whole if len(whole) <= LONGEST_TEXT else _CUT + whole[1 - LONGEST_TEXT :]


def whole_of(messages: Iterable[tuple[str | None, str]]) -> str:
    """The words of the messages in their order, each after its key: the very same message, whoever
    has brought it, stands once."""
    known: set[str] = set()
    whole = ""
    for key, words in messages:
        if key is None or key not in known:
            whole = with_line(whole, words)
        if key is not None:
            known.add(key)
    return whole


def is_cut(text: str) -> bool:
    """Whether there was more than fits."""
    return len(text) == LONGEST_TEXT and text.startswith(_CUT)
