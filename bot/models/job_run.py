"""Which of the daily jobs have run: once a day, however often the clock is looked at."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.models.base import Base, insert_once


class JobRun(Base):
    """`key` is the job's name and the company's local date."""

    __tablename__ = "job_runs"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    ran_at: Mapped[datetime]


async def first_run(session: AsyncSession, key: str, now: datetime) -> bool:
    """Whether nobody has run this yet; from now on somebody has."""
    return await insert_once(session, JobRun, {"key": key, "ran_at": now}, "key")
