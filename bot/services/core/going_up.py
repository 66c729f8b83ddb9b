"""What a head can not be told is told to the next who can act: the admins."""

from bot.method.core.terms import Role
from bot.models.outbox import OutboxStatus, to_other_leaders
from bot.services.core.heads import heads_of
from bot.services.core.messages import BotMessage, End, Ending
from bot.services.core.outbox import enqueue
from bot.services.core.work import Work

UNSEEN = (OutboxStatus.FAILED, OutboxStatus.DROPPED)
"""What nobody has seen of a message, and nobody will."""


async def go_up(work: Work, about: BotMessage, end: End) -> None:
    """A head's message that Telegram has refused goes to the admins, unless another head has it."""
    if end.ending is not Ending.REFUSED or end.person.role is not Role.HEAD:
        return
    others = await to_other_leaders(
        work.session, about.kind, end.row.created_at, besides=end.person.id
    )
    if any(row.payload == end.row.payload and row.status not in UNSEEN for row in others):
        return
    for head in await heads_of(work, end.person, besides=end.person):
        await enqueue(work, head, about)
