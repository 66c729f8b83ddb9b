"""What a client has said, as far as there is room for it."""

from bot.views.words import Markup, Words

LONGEST = 500
"""Letters of it beside other things."""
_GAP = " … "


def said_text(words: Words, text: str, longest: int = LONGEST) -> Markup:
    """The beginning and the end of it: what came last is what is to be answered."""
    return words("task-text", text=both_ends(text, longest))


def both_ends(text: str, longest: int) -> str:
    """So many letters at most."""
    if len(text) <= longest:
        return text
    half = (longest - len(_GAP)) // 2
    return text[:half].rstrip() + _GAP + text[-half:].lstrip()
