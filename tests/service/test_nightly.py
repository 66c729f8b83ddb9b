"""A job of the night runs once, whichever process ticks and however often."""

from bot.clock import MovableClock
from bot.jobs.room import Room
from tests.builders import COMPANY, Firm


async def test_once_a_night_for_all_processes(firm: Firm, clock: MovableClock) -> None:
    one, other = (Room(firm.database, clock, COMPANY) for _ in range(2))
    assert await one.first_time("prune 2026-11-24")
    assert not await one.first_time("prune 2026-11-24")
    assert not await other.first_time("prune 2026-11-24")
    assert await other.first_time("prune 2026-11-25")
