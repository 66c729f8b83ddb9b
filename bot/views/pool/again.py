"""Why a client goes to somebody who let it go lately (R6)."""

from dataclasses import replace

from bot.method.pool.again import AgainReason, AgainWay
from bot.views.screen import Button, Row, Screen
from bot.views.taps.base import Tap
from bot.views.taps.nav import AskHandOver
from bot.views.taps.pool import AskAssign, AskRestore, GiveAgain
from bot.views.words import Words


def let_go_screen(words: Words, name: str, days: int, given: GiveAgain) -> Screen:
    """By hand only with a reason: one of the usual ones, or what is typed."""
    rows: tuple[Row, ...] = tuple(
        (Button(words.plain(f"again-{reason}"), replace(given, reason=reason)),)
        for reason in AgainReason.offered()
    )
    own = (Button(words.plain("again-write"), replace(given, reason=None)),)
    return Screen(words("again-ask", name=name, days=days), (*rows, own, _back(words, given)))


def words_screen(words: Words, given: GiveAgain) -> Screen:
    """Asks for the reason in own words."""
    return Screen(words("again-write-ask"), (_back(words, given),))


def _back(words: Words, given: GiveAgain) -> Row:
    asks: dict[AgainWay, Tap] = {
        AgainWay.ASSIGN: AskAssign(given.client_id),
        AgainWay.HAND_OVER: AskHandOver(given.client_id),
        AgainWay.RESTORE: AskRestore(given.client_id),
    }
    return (Button(words.plain("confirm-no"), asks[given.way]),)
