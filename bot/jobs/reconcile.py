"""The nightly check that what is kept equals what a recomputation gives."""

import structlog

from bot.jobs.each import each
from bot.jobs.room import Counts, Room
from bot.services.gaps.reconcile import after, reconcile

log = structlog.get_logger(__name__)

_HOUR = 3


async def run_daily(room: Room) -> Counts:
    """Once a night, after three by the company's clock."""
    if room.local_now().hour < _HOUR:
        return {}
    if not await room.first_time(f"reconcile {room.today().isoformat()}"):
        return {}
    return await run_once(room)


async def run_once(room: Room) -> Counts:
    """Recompute every active client and count those that had drifted; there must be none."""
    last, looked, drifted = 0, 0, 0
    while True:
        async with room.looking() as work:
            clients = await after(work, last)
        if not clients:
            break
        done = await each(room, "reconcile", clients, reconcile)
        looked, drifted, last = looked + len(done), drifted + sum(done), clients[-1]
    if drifted:
        log.error("coverage had drifted", clients=drifted)
    return {"looked": looked, "drifted": drifted}
