"""Pages of a list, counted from 0."""

from collections.abc import Sequence
from typing import TypeVar

_Line = TypeVar("_Line")

PAGE = 8
"""Lines of a list that fit a screen with their buttons."""


def page_of(page: int, total: int, size: int) -> tuple[int, int]:
    """The page asked for, or the nearest that there is, and how many there are.

    A list may have become shorter since the button was shown; an empty one has one page.
    """
    pages = max(1, -(-total // size))
    return min(max(page, 0), pages - 1), pages


def on_page(lines: Sequence[_Line], page: int, size: int = PAGE) -> Sequence[_Line]:
    """The lines of that page, out of all."""
    return lines[page * size : (page + 1) * size]
