"""Somebody whom no message reaches any more: the tasks stay, the heads are told once."""

from bot.models.user import User, user_by_telegram_id
from bot.services.core.heads import heads_of
from bot.services.core.outbox import enqueue
from bot.services.core.work import Work
from bot.services.inbound.handing_on import hand_back_questions, hand_on_questions
from bot.services.people.messages import BlockedMessage


async def blocked(work: Work, person: User) -> None:
    """The person has blocked the bot or has left Telegram."""
    if person.blocked_at is not None:
        return
    person.blocked_at = work.now
    for head in await heads_of(work, person):
        if head.id != person.id:
            await enqueue(work, head, BlockedMessage(person.id))
    await hand_on_questions(work, person)


async def reached_again(work: Work, person: User) -> None:
    """The person has written or unblocked the bot."""
    if person.blocked_at is None:
        return
    person.blocked_at = None
    await hand_back_questions(work, person)


async def unblocked(work: Work, telegram_id: int) -> None:
    """An account without access has unblocked the bot: if it is let in again, it is reached."""
    person = await user_by_telegram_id(work.session, telegram_id)
    if person is not None:
        person.blocked_at = None
