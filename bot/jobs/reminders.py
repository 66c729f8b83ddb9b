"""The reminders of tasks with a time that are due (R10)."""

from bot.jobs.each import each
from bot.jobs.room import Counts, Room
from bot.services.tasks.reminders import remind, tasks_to_remind


async def run_once(room: Room) -> Counts:
    """Queue every reminder that is due at the room's clock."""
    async with room.looking() as work:
        tasks = await tasks_to_remind(work)
    done = await each(room, "reminders", tasks, remind)
    return {"reminded": sum(done)}
