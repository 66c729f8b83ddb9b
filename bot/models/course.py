"""How far each person is in the course (R12)."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.method.course.lessons import Learning
from bot.method.course.syllabus import Course
from bot.models.base import Base, Id, Word


class CourseProgress(Base):
    """One course of one person; a row is there from the first answer on."""

    __tablename__ = "course_progress"

    user_id: Mapped[int] = mapped_column(
        Id, ForeignKey("users.id"), primary_key=True, autoincrement=False
    )
    course: Mapped[Course] = mapped_column(Word(Course), primary_key=True)
    lessons: Mapped[int]
    tries: Mapped[int]
    seed: Mapped[int]
    answers: Mapped[str] = mapped_column(String(32))
    best: Mapped[int | None]
    passed_at: Mapped[datetime | None]


async def progress_of(session: AsyncSession, user_id: int, course: Course) -> Learning:
    """How far the person is in the course; at the beginning where there is no row."""
    row = await session.get(CourseProgress, (user_id, course))
    if row is None:
        return Learning(course=course)
    return Learning(
        row.lessons, row.tries, row.seed, row.answers, row.best, row.passed_at, course=course
    )


async def set_progress(session: AsyncSession, user_id: int, progress: Learning) -> None:
    """The person is so far now in the course of `progress`."""
    row = await session.get(CourseProgress, (user_id, progress.course))
    if row is None:
        row = CourseProgress(user_id=user_id, course=progress.course)
        session.add(row)
    row.lessons, row.tries, row.seed = progress.lessons, progress.tries, progress.seed
    row.answers, row.best, row.passed_at = progress.answers, progress.best, progress.passed_at
    await session.flush()
