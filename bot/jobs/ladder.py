"""The ladder of clients without a task: nudges, escalations, the automatic pool (R5)."""

from bot.jobs.each import each
from bot.jobs.room import Counts, Room
from bot.services.gaps.escalation import pool_client, push_team, teams_to_push


async def run_once(room: Room) -> Counts:
    """Move every gap whose next step is due by one step."""
    async with room.looking() as work:
        teams = await teams_to_push(work)
    pushed = await each(room, "ladder", teams, push_team)
    out_of_time = [client_id for one in pushed for client_id in one.pool]
    pooled = await each(room, "ladder", dict.fromkeys(out_of_time), pool_client)
    return {
        "nudged": sum(one.nudged for one in pushed),
        "escalated": sum(one.escalated for one in pushed),
        "pooled": sum(pooled),
    }
