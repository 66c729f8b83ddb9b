"""The name of a deal."""

from bot.method.core.refusals import Invalid
from bot.method.core.texts import clean

LONGEST_TITLE = 200
"""Characters."""


def title_typed(typed: str) -> str:
    """The name of a deal as it was typed; Invalid("deal-title") where nothing is left of it."""
    shown = clean(typed, LONGEST_TITLE)
    if not shown:
        raise Invalid("deal-title")
    return shown
