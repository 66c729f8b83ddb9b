"""What somebody has just done, so that it can be taken back for a minute."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.models.base import Base, Id, JsonDict


class UndoStep(Base):
    """One act of one person: `changes` are the rows as they were before and after it.

    `subject` names what the screen goes back to, like {"task": 12}.
    """

    __tablename__ = "undo_steps"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    code: Mapped[str] = mapped_column(String(32))
    made_at: Mapped[datetime] = mapped_column(index=True)
    used_at: Mapped[datetime | None]
    subject: Mapped[JsonDict]
    changes: Mapped[JsonDict]
