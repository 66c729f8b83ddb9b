"""What the mornings of many people are decided by, each looked up for all of them at once (R10)."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.method.core.terms import Direction, TaskStatus
from bot.models.gap import Gap
from bot.models.task import Task
from bot.models.user import User


async def gaps_to_name(
    session: AsyncSession, owner_ids: Sequence[int], now: datetime, limit: int
) -> Mapping[int, tuple[int, ...]]:
    """So many of each owner's open gaps: those that the owner was never asked about, then the
    others, each the longest open first. Those of an import that is still quiet are left to the
    walk."""
    is_loud = or_(Gap.quiet_until.is_(None), Gap.quiet_until <= now)
    order = (Gap.asked_at.is_not(None), Gap.opened_at, Gap.id)
    place = func.row_number().over(partition_by=Gap.owner_id, order_by=order).label("place")
    ranked = (
        select(Gap.owner_id, Gap.id, place)
        .where(Gap.closed_at.is_(None), Gap.owner_id.in_(owner_ids))
        .where(or_(Gap.asked_at.is_not(None), is_loud))
        .subquery()
    )
    query = select(ranked.c.owner_id, ranked.c.id).where(ranked.c.place <= limit)
    found: dict[int, list[int]] = {}
    for owner_id, gap_id in await session.execute(query.order_by(ranked.c.place)):
        found.setdefault(owner_id, []).append(gap_id)
    return {owner_id: tuple(gaps) for owner_id, gaps in found.items()}


async def due_for_reminder(
    session: AsyncSession, owner_ids: Sequence[int], now: datetime
) -> frozenset[int]:
    """Those of the owners who are to be reminded at this moment: of a gap for the first time, or
    of an inbound past its deadline."""
    gaps = select(Gap.owner_id).where(
        Gap.closed_at.is_(None),
        Gap.owner_id.in_(owner_ids),
        Gap.next_step_at <= now,
        Gap.nudged_at.is_(None),
        Gap.escalated_at.is_(None),
    )
    late = select(Task.owner_id).where(
        Task.status == TaskStatus.OPEN,
        Task.direction == Direction.INBOUND,
        Task.remind_at <= now,
        # Not a column that an index leads to: by owner all their open tasks would be read, while
        # few are due.
        (Task.owner_id + 0).in_(owner_ids),
    )
    return frozenset(await session.scalars(gaps.union(late)))


async def renew_daily_turns(session: AsyncSession, now: datetime) -> None:
    """Everybody's next digest, report and evening check are worked out anew by the next tick, that
    of today too; one that was sent today is not sent again."""
    for column in (User.digest_due_at, User.report_due_at, User.evening_due_at):
        await session.execute(update(User).where(column > now).values({column: now}))
