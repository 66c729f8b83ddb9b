"""Updates that failed and are kept aside: who hears of them."""

from bot.method.core.terms import Role
from bot.models.user import active_leaders
from bot.services.core.outbox import enqueue
from bot.services.core.own_messages import ParkedMessage
from bot.services.core.work import Work


async def tell_admins(work: Work, error_id: str) -> None:
    """The id of the error to every admin; never what was in the update."""
    for leader in await active_leaders(work.session):
        if leader.role is Role.ADMIN:
            await enqueue(work, leader, ParkedMessage(error_id))
