"""What a head may decide about a client without a task (R5)."""

from dataclasses import replace

from bot.method.gaps.cards import GapLine
from bot.method.gaps.reprieve import ReprieveKind
from bot.views.screen import Button, Row
from bot.views.taps.gaps import AskOwner, AskReprieve, GiveDay
from bot.views.taps.nav import AskHandOver, AskLost, AskNext, AskRelease, OpenDecided
from bot.views.taps.people import AskTransfer
from bot.views.words import Words


def decisions(
    words: Words, line: GapLine, *, seen: bool = False, listed: int = 0
) -> tuple[Row, ...]:
    """The head's buttons; where the owner is gone, another owner comes before any task. `seen`:
    what another head has decided stands above them; `listed`: on which page of the list it is."""
    client_id = line.client_id
    plan = Button(words.plain("decide-plan"), AskNext(client_id, line.deal_id), style="primary")
    to_other = Button(words.plain("hand-over"), AskHandOver(client_id))
    lead: tuple[Row, ...] = ((plan, to_other),)
    if line.owner_gone:
        every = Button(words.plain("user-transfer"), AskTransfer(line.owner_id), style="primary")
        lead = ((every,), (to_other, replace(plan, style=None)))
    asking: tuple[Row, ...] = ()
    if not line.owner_gone:
        asking = ((Button(words.plain("ask-owner"), AskOwner(client_id)),),)
    return (
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
