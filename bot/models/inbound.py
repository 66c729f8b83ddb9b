"""Looking up inbound tasks: which message made them, and what a person has received."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.models.arrival import Arrival
from bot.models.task import Task


async def inbound_by_key(session: AsyncSession, dedupe_key: str) -> Task | None:
    """The task that this very message made, open or not."""
    return (await session.scalars(select(Task).where(Task.dedupe_key == dedupe_key))).first()


async def last_brought(session: AsyncSession, task_id: int) -> datetime | None:
    """When the latest message of the task was brought; None where none was forwarded."""
    query = select(func.max(Arrival.created_at)).where(Arrival.task_id == task_id)
    return (await session.scalars(query)).one()
