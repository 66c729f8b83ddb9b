"""Coverage that changes by time alone: overdue past the grace, or near enough at last (R3)."""

from bot.jobs.each import each
from bot.jobs.room import Counts, Room
from bot.services.gaps.recheck import due_for_recheck, recheck


async def run_once(room: Room) -> Counts:
    """Settle every client whose verdict may have changed by now."""
    async with room.looking() as work:
        clients = await due_for_recheck(work)
    done = await each(room, "recheck", clients, recheck)
    return {"rechecked": len(done)}
