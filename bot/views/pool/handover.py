"""Another owner for a client."""

from bot.method.gaps.cards import DecidedBefore
from bot.method.people.cards import PeoplePage
from bot.views.parts.decided import with_decided
from bot.views.parts.person_choice import person_rows
from bot.views.parts.rows import team_row
from bot.views.screen import Button, Screen
from bot.views.taps.nav import AskHandOver, OpenClient
from bot.views.taps.pool import HandOverTo
from bot.views.words import Words

_NOTHING = DecidedBefore()


def hand_over_screen(
    words: Words, client: str, client_id: int, people: PeoplePage, before: DecidedBefore = _NOTHING
) -> Screen:
    """Whom to hand an active client over to, with what another head has decided of it."""
    seen = before.last is not None
    rows = person_rows(
        words,
        people,
        lambda person_id: HandOverTo(client_id, person_id, seen=seen),
        lambda page: AskHandOver(client_id, page),
    )
    back = (Button(words.plain("to-client"), OpenClient(client_id)),)
    key = "hand-over-ask" if people.total else "hand-over-nobody"
    return with_decided(words, before, Screen(words(key, client=client), (*rows, back)))


def handed_screen(words: Words, client: str, client_id: int, name: str) -> Screen:
    """The client has another owner; the head goes on to the next one without a task."""
    card = (Button(words.plain("to-client"), OpenClient(client_id)),)
    return Screen(words("handed-over", client=client, name=name), (card, team_row(words)))
