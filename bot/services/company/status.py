"""How the bot itself does: counts and moments, nobody's data."""

from datetime import datetime, timedelta

from bot.method.company.status import Backlog, BotStatus
from bot.models.standing import last_runs, standing
from bot.services.core.rights import require_admin
from bot.services.core.work import Act


async def bot_status(act: Act) -> BotStatus:
    """What waits now and whom the bot cannot reach. An admin's."""
    require_admin(act)
    stands = await standing(act.session, act.now)
    last = max((await last_runs(act.session)).values(), default=None)
    return BotStatus(
        Backlog(stands.inbox, _age(act, stands.waiting_since)),
        Backlog(stands.outbox, _age(act, stands.unsent_since)),
        parked=stands.parked,
        unreachable=stands.blocked,
        worked_at=None if last is None else last.astimezone(act.zone),
        today=act.today,
    )


def _age(act: Act, since: datetime | None) -> timedelta:
    return timedelta(0) if since is None else max(act.now - since, timedelta(0))
