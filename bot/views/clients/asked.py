"""What is asked of a head about a client, and what he has given, on its card (R5, R7)."""

from bot.method.clients.cards import ClientCard
from bot.method.gaps.reprieve import ReprieveKind
from bot.views.gaps.reprieves import reprieve_rows, reprieve_text
from bot.views.pool.leave import leave_rows, leave_text
from bot.views.screen import Button, Row
from bot.views.taps.gaps import AskReprieve
from bot.views.taps.nav import AskRelease
from bot.views.taps.pool import AskPropose
from bot.views.words import Markup, Words


def asked_lines(words: Words, card: ClientCard) -> list[Markup]:
    """What a head has given or is asked for."""
    lines = [reprieve_text(words, line, card.today) for line in card.reprieves]
    return lines if card.leave is None else [*lines, leave_text(words, card.leave)]


def reprieve_ways(words: Words, card: ClientCard) -> list[Row]:
    """What may be done about a pause or a lock, and the way to one where there is none."""
    rows = [
        row for line in card.reprieves for row in reprieve_rows(words, line, leader=card.can_decide)
    ]
    kinds = {line.kind for line in card.reprieves}
    ways: Row = ()
    if ReprieveKind.PAUSE not in kinds:
        ways = (Button(words.plain("next-pause"), AskReprieve(card.client_id)),)
    if card.can_decide and ReprieveKind.LOCK not in kinds:
        lock = AskReprieve(card.client_id, ReprieveKind.LOCK)
        ways += (Button(words.plain("do-lock"), lock),)
    return [*rows, ways] if ways else rows


def leaving_ways(words: Words, card: ClientCard) -> list[Row]:
    """The ways to let the client go, and what is asked already."""
    rows: list[Row] = []
    if card.leave is not None:
        rows += leave_rows(words, card.leave, leader=card.can_decide, own=card.own)
    if card.own or card.can_decide:
        ways: Row = (Button(words.plain("to-pool"), AskRelease(card.client_id)),)
        if not card.can_decide:
            ways += (Button(words.plain("propose-lost"), AskPropose(card.client_id)),)
        rows.append(ways)
    return rows
