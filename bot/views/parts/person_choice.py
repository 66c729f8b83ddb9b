"""Choosing somebody who gets a client, and asking once more where a rule speaks against it."""

from collections.abc import Callable

from bot.method.core.texts import clean
from bot.method.people.cards import PeoplePage
from bot.views.parts.rows import confirm, pager
from bot.views.screen import Button, Row, Screen
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


def let_go_screen(words: Words, name: str, days: int, yes: Tap, no: Tap) -> Screen:
    """The person let this client go lately: by hand only when confirmed (R6)."""
    rows = confirm(words, "assign-sure", yes, no)
    return Screen(words("assign-again", name=name, days=days), rows)
