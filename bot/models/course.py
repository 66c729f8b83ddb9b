"""How far each person is in the course (R12)."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.method.course.lessons import Learning
from bot.models.base import Base, Id


class CourseProgress(Base):
    """One person's course; a row is there from the first answer on."""

    __tablename__ = "course_progress"

    user_id: Mapped[int] = mapped_column(
        Id, ForeignKey("users.id"), primary_key=True, autoincrement=False
    )
    lessons: Mapped[int]
    tries: Mapped[int]
    seed: Mapped[int]
    answers: Mapped[str] = mapped_column(String(32))
    best: Mapped[int | None]
    passed_at: Mapped[datetime | None]


async def progress_of(session: AsyncSession, user_id: int) -> Learning:
    """How far the person is; at the beginning where there is no row."""
    row = await session.get(CourseProgress, user_id)
    if row is None:
        return Learning()
    return Learning(row.lessons, row.tries, row.seed, row.answers, row.best, row.passed_at)


async def set_progress(session: AsyncSession, user_id: int, progress: Learning) -> None:
    """The person is so far now."""
    row = await session.get(CourseProgress, user_id)
    if row is None:
        row = CourseProgress(user_id=user_id)
        session.add(row)
    row.lessons, row.tries, row.seed = progress.lessons, progress.tries, progress.seed
    row.answers, row.best, row.passed_at = progress.answers, progress.best, progress.passed_at
    await session.flush()
