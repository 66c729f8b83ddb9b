"""How each working day of each person ended (R10, R12)."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.models.base import Base, Id


class DayRecord(Base):
    """One person's working day by the local date: clean is no inbound and nothing due left.

    `left` tasks were open at the evening check (`at`, UTC), `done` were worked off that day.
    """

    __tablename__ = "day_records"
    __table_args__ = (UniqueConstraint("user_id", "on", name="uq_day_records_user_on"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    on: Mapped[date]
    clean: Mapped[bool]
    left: Mapped[int]
    done: Mapped[int]
    at: Mapped[datetime]
