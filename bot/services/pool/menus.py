"""The command menus of people, after a rule of the company that they depend on has changed."""

from bot.models.user import active_managers
from bot.services.core.outbox import enqueue_each
from bot.services.core.own_messages import MenuMessage
from bot.services.core.work import Work


async def renew_menus(work: Work) -> None:
    """Every manager's menu again, as the rules of the moment have it (R6)."""
    managers = await active_managers(work.session)
    await enqueue_each(
        work, [(manager, MenuMessage()) for manager in managers], not_before=work.now
    )
