"""The card of an inbound in the chat with the bot: one for a conversation, edited (R9)."""

from bot.models.business import chat_of_task, sent_alone
from bot.services.core.messages import key_of
from bot.services.core.rights import require_task
from bot.services.core.work import Act
from bot.services.inbound.business.messages import BusinessMessage


async def card_at(act: Act, task_id: int) -> int | None:
    """The message that is the card; None where it was never sent, is one with others, or the actor
    has opened it, so that something else may stand there by now."""
    chat = await chat_of_task(act.session, act.actor.id, task_id)
    if chat is None or chat.opened:
        return None
    key = key_of(BusinessMessage(task_id), act.actor.id, act.now)
    return await sent_alone(act.session, key)


async def open_card(act: Act, task_id: int) -> None:
    """The actor has tapped the card: from now on it is left alone."""
    await require_task(act, task_id)
    chat = await chat_of_task(act.session, act.actor.id, task_id)
    if chat is not None:
        chat.opened = True
