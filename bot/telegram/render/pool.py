"""What people are told about the pool and about attempts (R5, R6)."""

from bot.method.core.terms import ClientStatus
from bot.models.base import JsonDict
from bot.models.client import Client
from bot.models.pool import PoolEntry
from bot.models.user import User
from bot.services.core.work import Work
from bot.services.pool.attempts import attempt_card
from bot.telegram.render.renderer import Renderer
from bot.views.pool import pool as view
from bot.views.pool.lost import exhausted_screen
from bot.views.screen import Screen
from bot.views.words import Words


async def reactivation(work: Work, person: User, payload: JsonDict, words: Words) -> Screen | None:
    """A client for another attempt; nothing to say once the attempt is over."""
    card = await attempt_card(work, person, payload["client"])
    return None if card is None else view.attempt_screen(words, card)


async def pooled(work: Work, person: User, payload: JsonDict, words: Words) -> Screen | None:
    """The client went to the pool: told to who had it, and to the head."""
    client = await work.session.get_one(Client, payload["client"])
    entry = await work.session.get_one(PoolEntry, payload["entry"])
    owner = None
    if entry.from_user_id not in (None, person.id):
        owner = (await work.session.get_one(User, entry.from_user_id)).name
    return view.pooled_notice(words, client.name, owner, entry.reason)


async def exhausted(work: Work, person: User, payload: JsonDict, words: Words) -> Screen | None:
    """Out of attempts: the head is asked whether the client is lost."""
    client = await work.session.get_one(Client, payload["client"])
    spent = client.attempts >= work.policy.reactivation_attempts
    if client.status is not ClientStatus.POOL or not spent:
        return None
    return exhausted_screen(words, client.name, client.id, client.attempts)


RENDERERS: dict[str, Renderer] = {
    "reactivation": reactivation,
    "pooled": pooled,
    "exhausted": exhausted,
}
