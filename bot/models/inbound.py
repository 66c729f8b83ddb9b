"""Looking up inbound tasks by the message that made them."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.models.task import Task


async def inbound_by_key(session: AsyncSession, dedupe_key: str) -> Task | None:
    """The task that this very message made, open or not."""
    return (await session.scalars(select(Task).where(Task.dedupe_key == dedupe_key))).first()
