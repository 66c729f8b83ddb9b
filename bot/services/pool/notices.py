"""What the messages about clients that come and go say now; None where it is not so any more."""

from bot.method.core.terms import ClientStatus
from bot.method.pool.attempts import attempts_spent
from bot.method.pool.notices import (
    ErasedNotice,
    ExhaustedNotice,
    HandedAllNotice,
    HandedNotice,
    LostNotice,
    PooledNotice,
    TakenNotice,
)
from bot.models.client import Client
from bot.models.inbound import open_inbound_of
from bot.models.pool import PoolEntry
from bot.models.user import User
from bot.services.core.work import Act
from bot.services.pool.messages import (
    ClientErasedMessage,
    ClientLostMessage,
    ClientTakenMessage,
    ExhaustedMessage,
    HandedOverAllMessage,
    HandedOverMessage,
    PooledMessage,
)


async def handed_over(act: Act, about: HandedOverMessage) -> HandedNotice | None:
    """While the client is the reader's."""
    client = await act.session.get_one(Client, about.client)
    if client.owner_id != act.actor.id:
        return None
    wrote = await open_inbound_of(act.session, client.id)
    by = await _name_of(act, about.by)
    return HandedNotice(client.id, client.name, by, wrote.id if wrote else None)


async def handed_over_all(act: Act, about: HandedOverAllMessage) -> HandedAllNotice:
    """However many of the clients are still the reader's."""
    return HandedAllNotice(await _name_of(act, about.giver), await _name_of(act, about.by))


async def taken(act: Act, about: ClientTakenMessage) -> TakenNotice | None:
    """While the client is the new owner's."""
    client = await act.session.get_one(Client, about.client)
    if client.owner_id != about.to:
        return None
    return TakenNotice(client.name, await _name_of(act, about.to), await _name_of(act, about.by))


async def lost(act: Act, about: ClientLostMessage) -> LostNotice:
    """Whatever has become of the client since: the reader's work with it is over."""
    client = await act.session.get_one(Client, about.client)
    return LostNotice(client.name, await _name_of(act, about.by))


async def erased(act: Act, about: ClientErasedMessage) -> ErasedNotice:
    """What is left of the client to be named."""
    client = await act.session.get_one(Client, about.client)
    return ErasedNotice(client.name, await _name_of(act, about.by))


async def pooled(act: Act, about: PooledMessage) -> PooledNotice:
    """To who had the client, and to the heads."""
    client = await act.session.get_one(Client, about.client)
    entry = await act.session.get_one(PoolEntry, about.entry)
    giver = entry.from_user_id
    owner = await _name_of(act, giver) if giver not in (None, act.actor.id) else None
    return PooledNotice(client.name, owner, entry.reason)


async def exhausted(act: Act, about: ExhaustedMessage) -> ExhaustedNotice | None:
    """While the client is in the pool and no attempt is left (R7)."""
    client = await act.session.get_one(Client, about.client)
    if client.status is not ClientStatus.POOL or not attempts_spent(client.attempts, act.policy):
        return None
    return ExhaustedNotice(client.id, client.name, client.attempts)


async def _name_of(act: Act, person_id: int | None) -> str:
    return (await act.session.get_one(User, person_id)).name
