"""The rows that many screens share."""

from collections.abc import Callable, Mapping

from bot.method.core.places import DealList, DecisionOn, FoundList, Listing, Place, TeamGapList
from bot.views.screen import Button, Row
from bot.views.taps.base import Tap
from bot.views.taps.nav import Nothing, OpenDay, OpenTeamGaps
from bot.views.taps.places import tap_to
from bot.views.words import Words, clean

_LONGEST_NAME = 40
WITHOUT_TASK = "\N{MEDIUM WHITE CIRCLE}\ufe0f"
"""Before a client or a deal that has no next task (R5); the selector asks for the picture and not
for the letter of a font."""


def pager(words: Words, page: int, pages: int, turn: Callable[[int], Tap]) -> tuple[Row, ...]:
    """The row that turns pages; none where there is one page."""
    if pages <= 1:
        return ()
    before = Button(words.plain("page-before"), turn((page - 1) % pages))
    after = Button(words.plain("page-after"), turn((page + 1) % pages))
    number = Button(words.plain("page-number", page=page + 1, pages=pages), Nothing())
    return ((before, number, after),)


def confirm(words: Words, yes_key: str, yes: Tap, no: Tap) -> tuple[Row, ...]:
    """The row that asks once more before something that is hard to take back."""
    return (
        (
            Button(words.plain(yes_key), yes, style="danger"),
            Button(words.plain("confirm-no"), no),
        ),
    )


def team_row(words: Words) -> Row:
    """A head's way on: the next client without a task, or the own tasks."""
    return (Button(words.plain("gaps-list"), OpenTeamGaps()), *home_row(words))


def back_button(words: Words, to: Place | Tap) -> Button:
    """The way back to a place, or to a screen that is none."""
    return Button(words.plain("back"), to if isinstance(to, Tap) else tap_to(to))


_BACK_TO: Mapping[type[Listing], str] = {
    FoundList: "back-found",
    DealList: "back-deals",
    TeamGapList: "back-gaps",
    DecisionOn: "back-decision",
}


def back_to(words: Words, listing: Listing) -> Button:
    """The way back to the list that a card was opened from, by its name."""
    return Button(words.plain(_BACK_TO[type(listing)]), tap_to(listing))


def home_row(words: Words) -> Row:
    """The way back to my tasks."""
    return (Button(words.plain("menu-today"), OpenDay()),)


def about_client(mark: str, name: str) -> str:
    """A button that says whom it is about."""
    return f"{mark} {clean(name, _LONGEST_NAME)}"
