"""Which of the daily jobs have run, once a day however often the clock is looked at; and what else
is done by one at a time."""

from datetime import datetime

from sqlalchemy import String, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.models.base import Base, insert_once
from bot.models.prepared import PreparedStatement


class JobRun(Base):
    """`key` is the job's name and the company's local date; a name alone where no day matters."""

    __tablename__ = "job_runs"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    ran_at: Mapped[datetime]


_RAN_AT = PreparedStatement(select(JobRun.ran_at).where(JobRun.key == bindparam("of")))


async def first_run(session: AsyncSession, key: str, now: datetime) -> bool:
    """Whether nobody has run this yet; from now on somebody has."""
    return await insert_once(session, JobRun, {"key": key, "ran_at": now})


async def ran_at(session: AsyncSession, key: str) -> datetime | None:
    """When it was run last, by the clock of then."""
    row = await _RAN_AT.first(session, {"of": key})
    return None if row is None else row[0]


async def run_again(session: AsyncSession, key: str, now: datetime) -> None:
    """It is run now, whether for the first time or not; another one waits for this transaction."""
    if not await first_run(session, key, now):
        await session.execute(update(JobRun).where(JobRun.key == key).values(ran_at=now))
