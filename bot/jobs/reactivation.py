"""The pool by time: attempts that ran out, and the weekly hand-out (R6)."""

from bot.jobs.each import each
from bot.jobs.room import Counts, Room
from bot.method.core.refusals import NotNow
from bot.models.job_run import first_run
from bot.services.pool.handing_out import hand_out_weekly
from bot.services.pool.reactivation import attempts_to_expire, expire


async def run_once(room: Room) -> Counts:
    """End the attempts without a verdict; on the company's day of the week hand clients out."""
    async with room.looking() as work:
        late = await attempts_to_expire(work)
    expired = await each(room, "reactivation", late, expire)
    return {"expired": sum(expired), "handed_out": await _weekly(room)}


async def _weekly(room: Room) -> int:
    async with room.looking() as work:
        today = room.today()
        due = today.weekday() == work.policy.reactivation_weekday
        if not due or not _has_begun(room, work.policy.day_starts.hour):
            return 0
    async with room.work() as work:
        if not await first_run(work.session, f"hand-out {today.isoformat()}", work.now):
            return 0
        try:
            return len((await hand_out_weekly(work)).plan.assignments)
        except NotNow:
            # Nobody there to take a client; next week there may be.
            return 0


def _has_begun(room: Room, hour: int) -> bool:
    return room.local_now().hour >= hour
