"""What people are told about the pool, attempts, and clients that come and go (R5, R6, R7)."""

from bot.services.core.going_up import go_up
from bot.services.core.work import Act
from bot.services.pool import notices
from bot.services.pool.attempts import attempt_card
from bot.services.pool.endings import attempt_ended
from bot.services.pool.messages import (
    AttemptMessage,
    ClientErasedMessage,
    ClientLostMessage,
    ClientTakenMessage,
    ExhaustedMessage,
    HandedOverAllMessage,
    HandedOverMessage,
    PooledMessage,
)
from bot.telegram.render.renderer import Renderer, Table
from bot.views.core.notices import (
    handed_over_screen,
    taken_screen,
    told_erased_screen,
    told_lost_screen,
)
from bot.views.pool import pool as view
from bot.views.pool.lost import exhausted_screen
from bot.views.screen import Screen
from bot.views.words import Words


async def attempt(act: Act, about: AttemptMessage, words: Words) -> Screen | None:
    """A client for another attempt; nothing to say once the attempt is over."""
    card = await attempt_card(act, act.actor, about.client)
    return None if card is None else view.attempt_screen(words, card)


async def pooled(act: Act, about: PooledMessage, words: Words) -> Screen:
    """The client went to the pool: told to who had it, and to the head."""
    notice = await notices.pooled(act, about)
    return view.pooled_notice(words, notice.client_name, notice.owner, notice.reason)


async def exhausted(act: Act, about: ExhaustedMessage, words: Words) -> Screen | None:
    """Out of attempts: the head is asked whether the client is lost."""
    notice = await notices.exhausted(act, about)
    if notice is None:
        return None
    return exhausted_screen(words, notice.client_name, notice.client_id, notice.attempts)


async def handed_over(act: Act, about: HandedOverMessage, words: Words) -> Screen | None:
    """A client is the person's now."""
    notice = await notices.handed_over(act, about)
    if notice is None:
        return None
    return handed_over_screen(
        words,
        notice.by,
        client=notice.client_name,
        client_id=notice.client_id,
        inbound_id=notice.inbound_id,
    )


async def handed_over_all(act: Act, about: HandedOverAllMessage, words: Words) -> Screen:
    """All clients of somebody are the person's now."""
    notice = await notices.handed_over_all(act, about)
    return handed_over_screen(words, notice.by, giver=notice.giver, count=about.count)


async def taken(act: Act, about: ClientTakenMessage, words: Words) -> Screen | None:
    """The person's client is somebody else's."""
    notice = await notices.taken(act, about)
    if notice is None:
        return None
    return taken_screen(words, notice.client_name, notice.owner, notice.by)


async def lost(act: Act, about: ClientLostMessage, words: Words) -> Screen:
    """The person's client was called lost for good."""
    notice = await notices.lost(act, about)
    return told_lost_screen(words, notice.client_name, notice.by)


async def erased(act: Act, about: ClientErasedMessage, words: Words) -> Screen:
    """The data of the person's client were erased on demand."""
    notice = await notices.erased(act, about)
    return told_erased_screen(words, notice.number, notice.by)


RENDERERS: Table = (
    Renderer(AttemptMessage, attempt, attempt_ended),
    Renderer(PooledMessage, pooled),
    Renderer(ExhaustedMessage, exhausted, go_up),
    Renderer(HandedOverMessage, handed_over),
    Renderer(HandedOverAllMessage, handed_over_all),
    Renderer(ClientTakenMessage, taken),
    Renderer(ClientLostMessage, lost),
    Renderer(ClientErasedMessage, erased),
)
