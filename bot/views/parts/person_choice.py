"""Choosing somebody who gets a client."""

from collections.abc import Callable

from bot.method.core.texts import clean
from bot.method.people.cards import PeoplePage
from bot.views.parts.rows import pager
from bot.views.screen import Button, Row
from bot.views.taps.base import Tap
from bot.views.words import Words


def person_rows(
    words: Words, people: PeoplePage, give: Callable[[int], Tap], turn: Callable[[int], Tap]
) -> tuple[Row, ...]:
    """A row for each person, with the number of the clients, and the row that turns pages."""
    rows = tuple(
        (Button(f"{clean(person.name, 50)} · {person.clients}", give(person.person_id)),)
        for person in people.lines
    )
    return rows + pager(words, people.page, people.pages, turn)
