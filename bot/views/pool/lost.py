"""Lost for good, and back again (R7)."""

from bot.method.core.places import ClientAt
from bot.method.gaps.cards import NOTHING_DECIDED, DecidedBefore
from bot.method.people.cards import PeoplePage
from bot.method.pool.leave import LeaveKind, LeaveReason
from bot.views.parts.decided import with_decided
from bot.views.parts.person_choice import person_rows
from bot.views.parts.rows import about_client, back_button, confirm, home_row, team_row
from bot.views.screen import Brief, Button, Screen
from bot.views.taps.nav import AskLost, OpenClient
from bot.views.taps.pool import AnotherRound, AskLostWhy, AskRestore, CallLost, Keep, Restore
from bot.views.words import Words


def exhausted_screen(words: Words, client: str, client_id: int, total: int) -> Screen:
    """Out of attempts: lost for good?"""
    rows = (
        (
            Button(words.plain("lost-confirm"), CallLost(client_id), style="danger"),
            Button(words.plain("another-round"), AnotherRound(client_id)),
        ),
        (
            Button(words.plain("keep"), Keep(client_id)),
            Button(words.plain("to-client"), OpenClient(client_id)),
        ),
    )
    text = words("exhausted", client=client, total=total)
    among_others = (
        Button(about_client("\N{SKULL AND CROSSBONES}\ufe0f", client), AskLost(client_id)),
        Button(words.plain("another-round"), AnotherRound(client_id)),
        Button(words.plain("keep"), Keep(client_id)),
    )
    return Screen(text, rows, brief=Brief(text, (among_others,)))


def lost_ask_screen(
    words: Words, client: str, client_id: int, before: DecidedBefore = NOTHING_DECIDED
) -> Screen:
    """Asks once more before a client is called lost, below what another head has decided; the
    reason may be written."""
    seen = before.last is not None
    rows = confirm(words, "lost-confirm", CallLost(client_id, seen), OpenClient(client_id))
    reasons = tuple(
        (Button(words.plain(f"leave-why-{why}"), CallLost(client_id, seen, why)),)
        for why in LeaveReason.of(LeaveKind.LOST)
    )
    why = (Button(words.plain("lost-why"), AskLostWhy(client_id, seen)),)
    screen = Screen(words("lost-ask", client=client), (*reasons, why, *rows))
    return with_decided(words, before, screen)


def lost_why_screen(words: Words, client: str, client_id: int) -> Screen:
    """Asks for the reason."""
    back = (back_button(words, ClientAt(client_id)),)
    return Screen(words("lost-why-ask", client=client), (back,))


def lost_screen(words: Words, client: str, client_id: int) -> Screen:
    """Lost for good; may be taken back by the same people."""
    row = (Button(words.plain("restore"), AskRestore(client_id)),)
    return Screen(words("lost-done", client=client), (row, team_row(words)))


def restore_screen(words: Words, client: str, client_id: int, people: PeoplePage) -> Screen:
    """Back to the pool, or straight to somebody."""
    rows = person_rows(
        words,
        people,
        lambda person_id: Restore(client_id, person_id),
        lambda page: AskRestore(client_id, page),
    )
    to_pool = (Button(words.plain("restore-pool"), Restore(client_id)),)
    return Screen(words("restore-ask", client=client), (to_pool, *rows))


def restored_screen(words: Words, client: str, client_id: int, name: str | None) -> Screen:
    """The client is in the pool again, or with somebody."""
    key = "restored-pool" if name is None else "restored-to"
    rows = ((Button(words.plain("to-client"), OpenClient(client_id)),), home_row(words))
    return Screen(words(key, client=client, name=name or ""), rows)
