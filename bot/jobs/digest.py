"""The morning digests that are due (R10)."""

from bot.jobs.each import each
from bot.jobs.room import Counts, Room
from bot.services.day.digest import decide_digest, people_for_digest


async def run_once(room: Room) -> Counts:
    """Decide every digest that is due at the room's clock."""
    async with room.looking() as work:
        people = await people_for_digest(work)
    done = await each(room, "digest", people, decide_digest)
    return {"digests": sum(done)}
