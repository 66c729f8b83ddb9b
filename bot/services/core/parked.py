"""What admins hear of the machine itself: updates that are kept aside, a server that is too old."""

from bot.method.core.terms import Role
from bot.models.user import active_leaders
from bot.services.core.messages import BotMessage
from bot.services.core.outbox import enqueue
from bot.services.core.own_messages import ParkedMessage, TablesRefusedMessage
from bot.services.core.work import Work


async def tell_admins(work: Work, error_id: str) -> None:
    """The id of the error to every admin; never what was in the update."""
    await _to_admins(work, ParkedMessage(error_id))


async def tables_refused(work: Work) -> None:
    """The Bot API server takes no tables: once to every admin."""
    await _to_admins(work, TablesRefusedMessage())


async def _to_admins(work: Work, about: BotMessage) -> None:
    for leader in await active_leaders(work.session):
        if leader.role is Role.ADMIN:
            await enqueue(work, leader, about)
