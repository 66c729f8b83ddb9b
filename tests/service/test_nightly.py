"""A job of the night runs once, whichever process ticks and however often; what is old goes."""

from datetime import timedelta

from sqlalchemy import select

from bot.clock import MovableClock
from bot.jobs import prune
from bot.jobs.room import Room
from bot.models import InboxUpdate, OutboxMessage, OutboxStatus
from tests.builders import COMPANY, Firm

WEEK = timedelta(days=7)
SECOND = timedelta(seconds=1)


async def test_once_a_night_for_all_processes(firm: Firm, clock: MovableClock) -> None:
    one, other = (Room(firm.database, clock, COMPANY) for _ in range(2))
    assert await one.first_time("prune 2026-11-24")
    assert not await one.first_time("prune 2026-11-24")
    assert not await other.first_time("prune 2026-11-24")
    assert await other.first_time("prune 2026-11-25")


async def test_what_people_wrote_goes_a_week_after_it_was_handled(firm: Firm) -> None:
    """What waits stays however old it is, and so does what was parked: somebody looks at it."""
    now = firm.clock.now()
    updates = {
        1: {"handled_at": now - WEEK - SECOND},
        2: {"handled_at": now - WEEK},
        3: {},
        4: {"parked_at": now - 2 * WEEK},
    }
    async with firm.work() as work:
        for number, what in updates.items():
            work.session.add(
                InboxUpdate(
                    update_id=number, chat_id=1, raw="{}", received_at=now - 3 * WEEK, **what
                )
            )
    await prune.run_once(Room(firm.database, firm.clock, COMPANY))
    async with firm.work() as work:
        left = await work.session.scalars(select(InboxUpdate.update_id))
        assert sorted(left) == [2, 3, 4]


async def test_a_message_goes_two_months_after_it_ended(firm: Firm) -> None:
    anna, now = await firm.person("Анна"), firm.clock.now()
    messages = [
        ("old", OutboxStatus.SENT, 61),
        ("old and failed", OutboxStatus.FAILED, 61),
        ("late", OutboxStatus.SENT, 60),
        ("waiting", OutboxStatus.PENDING, 61),
    ]
    async with firm.work() as work:
        for key, status, days in messages:
            at = now - timedelta(days=days)
            work.session.add(
                OutboxMessage(
                    key=key,
                    kind="nudge",
                    user_id=anna,
                    payload={},
                    status=status,
                    created_at=at,
                    not_before=at,
                )
            )
    await prune.run_once(Room(firm.database, firm.clock, COMPANY))
    async with firm.work() as work:
        left = await work.session.scalars(select(OutboxMessage.key))
        assert sorted(left) == ["late", "waiting"]
