"""How things stand with the bot itself, for who runs it: counts and moments, nobody's data."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.method.core.terms import Role
from bot.models.inbox import InboxUpdate, backlog
from bot.models.job_run import JobRun
from bot.models.outbox import oldest_unsent, unsent
from bot.models.user import User


class Standing(NamedTuple):
    """What waits, since when (UTC; None where nothing does), and whom the bot cannot reach."""

    inbox: int
    waiting_since: datetime | None
    outbox: int
    unsent_since: datetime | None
    parked: int
    blocked: int
    """Active people who have blocked the bot or whose account is gone."""
    admins: int


async def standing(session: AsyncSession, now: datetime) -> Standing:
    """How things stand at this moment (aware)."""
    waiting, parked = await backlog(session)
    inbox = select(func.min(InboxUpdate.received_at)).where(
        InboxUpdate.handled_at.is_(None), InboxUpdate.parked_at.is_(None)
    )
    return Standing(
        waiting,
        await session.scalar(inbox),
        await unsent(session, now),
        await oldest_unsent(session, now),
        parked,
        await _people(session, blocked=True),
        await _people(session, blocked=False),
    )


async def last_runs(session: AsyncSession) -> Mapping[str, datetime]:
    """When each job of once a day ran last, by its name."""
    query = select(JobRun.key, JobRun.ran_at).where(JobRun.key.contains(" "))
    last: dict[str, datetime] = {}
    for key, ran_at in (await session.execute(query)).tuples():
        name = key.partition(" ")[0]
        last[name] = max(ran_at, last.get(name, ran_at))
    return last


async def _people(session: AsyncSession, *, blocked: bool) -> int:
    which = User.blocked_at.is_not(None) if blocked else User.role == Role.ADMIN
    query = select(func.count()).select_from(User).where(User.active.is_(True), which)
    return await session.scalar(query) or 0
