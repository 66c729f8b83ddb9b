"""Vacations that begin and end by themselves (R10)."""

from bot.jobs.each import each
from bot.jobs.room import Counts, Room
from bot.services.people.vacations import turn, vacations_to_turn


async def run_once(room: Room) -> Counts:
    """Begin and end every vacation that is due at the room's clock."""
    async with room.looking() as work:
        people = await vacations_to_turn(work)
    done = await each(room, "vacations", people, turn)
    return {"vacations": sum(done)}
