"""What people wrote does not stay longer than it is needed."""

from datetime import timedelta

from bot.jobs.room import Counts, Room
from bot.models.inbox import prune_inbox
from bot.models.job_run import first_run
from bot.models.outbox import prune_outbox

_RAW_UPDATES = timedelta(days=7)
_OUTBOX = timedelta(days=60)


async def run_daily(room: Room) -> Counts:
    """Once a day by the company's clock."""
    async with room.work() as work:
        if not await first_run(work.session, f"prune {room.today().isoformat()}", work.now):
            return {}
    return await run_once(room)


async def run_once(room: Room) -> Counts:
    """Drop handled raw updates after a week and ended messages after two months."""
    async with room.work() as work:
        await prune_inbox(work.session, work.now - _RAW_UPDATES)
        await prune_outbox(work.session, work.now - _OUTBOX)
    return {}
