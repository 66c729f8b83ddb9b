"""What a head may decide about a client without a task (R5)."""

from dataclasses import replace

from bot.method.gaps.cards import GapPage
from bot.method.gaps.reprieve import ReprieveKind
from bot.views.gaps.reprieves import reprieve_rows, reprieve_text
from bot.views.parts.decided import before_lines
from bot.views.pool.leave import leave_rows, leave_text
from bot.views.screen import Button, Row
from bot.views.taps.gaps import AskOwner, AskReprieve, GiveDay
from bot.views.taps.nav import AskHandOver, AskLost, AskNext, AskRelease, OpenDecided
from bot.views.taps.people import AskTransfer
from bot.views.words import Markup, Words


def known_lines(words: Words, page: GapPage) -> list[Markup]:
    """What whoever decides about the client has to know: what another head has decided, and what
    the owner has asked for."""
    asked = [reprieve_text(words, line, page.today) for line in page.asked]
    if page.leave is not None:
        asked.append(leave_text(words, page.leave))
    return [*before_lines(words, page.before), *asked]


def decisions(words: Words, page: GapPage, *, listed: int = 0) -> tuple[Row, ...]:
    """The head's buttons about the one client of the page, what the owner waits for first; where
    the owner is gone, another owner comes before any task. `listed`: on which page of the list."""
    line, seen = page.lines[0], page.before.last is not None
    client_id = line.client_id
    ask = AskNext(client_id, line.deal_id, decides=True)
    plan = Button(words.plain("decide-plan"), ask, style="primary")
    to_other = Button(words.plain("hand-over"), AskHandOver(client_id))
    lead: tuple[Row, ...] = ((plan, to_other),)
    if line.owner_gone:
        every = Button(words.plain("user-transfer"), AskTransfer(line.owner_id), style="primary")
        lead = ((every,), (to_other, replace(plan, style=None)))
    asking: tuple[Row, ...] = ()
    if not line.owner_gone:
        asking = ((Button(words.plain("ask-owner"), AskOwner(client_id)),),)
    return (
        *_answers(words, page),
        *lead,
        (
            Button(words.plain("to-pool"), AskRelease(client_id)),
            Button(words.plain("decide-day"), GiveDay(client_id, seen)),
        ),
        (
            Button(words.plain("do-pause"), AskReprieve(client_id)),
            Button(words.plain("do-lock"), AskReprieve(client_id, ReprieveKind.LOCK)),
        ),
        (
            Button(words.plain("call-lost"), AskLost(client_id)),
            Button(words.plain("to-client"), OpenDecided(client_id, listed)),
        ),
        *asking,
    )


def _answers(words: Words, page: GapPage) -> tuple[Row, ...]:
    """The head's word on what the owner has asked for."""
    rows = tuple(row for line in page.asked for row in reprieve_rows(words, line, leader=True))
    if page.leave is None:
        return rows
    return (*rows, *leave_rows(words, page.leave, leader=True, own=False))
