"""The evening checks that are due, and the midnights after them (R10)."""

from bot.jobs.each import each
from bot.jobs.room import Counts, Room
from bot.services.day.evening import decide_evening, people_for_evening


async def run_once(room: Room) -> Counts:
    """Decide every evening check that is due at the room's clock."""
    async with room.looking() as work:
        people = await people_for_evening(work)
    done = await each(room, "evening", people, decide_evening)
    return {"evenings": sum(done)}
