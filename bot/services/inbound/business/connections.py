"""Who has connected the bot to his account, and what he wishes of it (R9)."""

from bot.method.core.refusals import NotNow
from bot.method.inbound.business import BusinessCard, BusinessRight, ConnectionSaid
from bot.models.business import (
    BusinessConnection,
    ChatState,
    chats_in,
    connection_of,
    count_chats,
    newest_connection,
)
from bot.models.user import User, user_by_telegram_id
from bot.services.core.outbox import enqueue
from bot.services.core.work import Act, Work
from bot.services.inbound.business.messages import (
    BusinessOffMessage,
    BusinessOnMessage,
    BusinessRightMessage,
)

_NOBODY = 0


async def hear_connection(work: Work, said: ConnectionSaid, heard_no: int) -> None:
    """Keep how things stand; the person is told of what has changed, once.

    `heard_no` says which is newer: what was heard before it changes nothing. Somebody who does not
    use the bot is kept by his number only and told nothing.
    """
    known = await connection_of(work.session, said.connection_id)
    if known is not None and known.heard_no >= heard_no:
        return
    before = await newest_connection(work.session, said.telegram_id)
    is_newest = before is None or before.heard_no < heard_no
    was_on = before is not None and before.enabled
    old = _rights(before) if before is not None and was_on else frozenset()
    if known is None:
        known = BusinessConnection(connection_id=said.connection_id, since=said.at)
        known.asks_unknown = before is not None and before.asks_unknown
        work.session.add(known)
    elif said.enabled and not known.enabled:
        known.since = said.at
    known.telegram_id, known.enabled = said.telegram_id, said.enabled
    known.rights = {right.value: True for right in sorted(said.rights)}
    known.heard_no = heard_no
    await work.session.flush()
    person = await user_by_telegram_id(work.session, said.telegram_id)
    if person is None or not is_newest:
        return
    await _tell(work, person, said, was_on=was_on, old=old)


async def _tell(
    work: Work,
    person: User,
    said: ConnectionSaid,
    *,
    was_on: bool,
    old: frozenset[BusinessRight],
) -> None:
    if said.enabled and not was_on:
        await enqueue(work, person, BusinessOnMessage())
    elif was_on and not said.enabled:
        await enqueue(work, person, BusinessOffMessage())
    elif said.enabled:
        for right in sorted(old - said.rights):
            await enqueue(work, person, BusinessRightMessage(right))


async def hear_of_nobody(work: Work, connection_id: str, heard_no: int) -> None:
    """Telegram knows no such connection: it is not asked again, until it speaks of it itself."""
    if await connection_of(work.session, connection_id) is None:
        work.session.add(
            BusinessConnection(
                connection_id=connection_id,
                telegram_id=_NOBODY,
                enabled=False,
                rights={},
                since=work.now,
                heard_no=heard_no,
            )
        )
        await work.session.flush()


async def business_card(act: Act) -> BusinessCard:
    """How the actor's account is connected."""
    known = await newest_connection(act.session, act.actor.telegram_id)
    if known is None:
        return BusinessCard(None)
    refused = await count_chats(act.session, act.actor.id, ChatState.NOT_CLIENT)
    return BusinessCard(
        since=known.since.astimezone(act.zone) if known.enabled else None,
        rights=tuple(sorted(_rights(known))),
        lost=not known.enabled,
        asks_unknown=known.asks_unknown,
        refused=refused,
    )


async def ask_of_unknown(act: Act, *, wanted: bool) -> None:
    """Whether the actor is asked of chats with people who are no clients yet."""
    known = await newest_connection(act.session, act.actor.telegram_id)
    if known is None or not known.enabled:
        raise NotNow("business-off")
    known.asks_unknown = wanted


async def asks_of_unknown(act: Act) -> bool:
    """Whether he is."""
    known = await newest_connection(act.session, act.actor.telegram_id)
    return known is not None and known.asks_unknown


async def ask_of_refused(act: Act) -> None:
    """Who was said to be no client may be asked about again."""
    for chat in await chats_in(act.session, act.actor.id, ChatState.NOT_CLIENT):
        await act.session.delete(chat)
    await act.session.flush()


def _rights(connection: BusinessConnection) -> frozenset[BusinessRight]:
    return frozenset(right for right in BusinessRight if connection.rights.get(right) is True)
